// SPDX-License-Identifier: Apache-2.0
#include "logic/transaction_codes.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <filesystem>
#include <mutex>
#include <stdexcept>

#include "logic/secret_files.h"
#include "text/strings.h"

namespace okno::testbed {

namespace fs = std::filesystem;

namespace {

struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeBio {
  void operator()(BIO* bio) const { BIO_free(bio); }
};
struct FreeDigest {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using KeyPointer = std::unique_ptr<EVP_PKEY, FreeKey>;
using DigestPointer = std::unique_ptr<EVP_MD_CTX, FreeDigest>;

KeyPointer MakeKey(const std::string& path) {
  KeyPointer key(EVP_RSA_gen(2048));
  std::unique_ptr<BIO, FreeBio> memory(BIO_new(BIO_s_mem()));
  if (!key || !memory ||
      PEM_write_bio_PKCS8PrivateKey(memory.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                    nullptr) != 1)
    throw std::runtime_error("can not make the key of transaction codes");
  char* text = nullptr;
  auto size = BIO_get_mem_data(memory.get(), &text);
  WriteSecret(path, std::string(text, static_cast<std::size_t>(size)));
  return key;
}

KeyPointer ReadKey(const std::string& path) {
  auto text = ReadWhole(path);
  std::unique_ptr<BIO, FreeBio> memory(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
  KeyPointer key(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr));
  if (!key) throw std::runtime_error("the key of transaction codes is damaged: " + path);
  return key;
}

std::string Sign(EVP_PKEY* key, std::string_view text) {
  DigestPointer context(EVP_MD_CTX_new());
  std::string signature(static_cast<std::size_t>(EVP_PKEY_get_size(key)), '\0');
  auto size = signature.size();
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  if (EVP_DigestSignInit(context.get(), nullptr, EVP_md5(), nullptr, key) != 1 ||
      EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                     bytes, text.size()) != 1)
    throw std::runtime_error("can not sign a transaction code");
  signature.resize(size);
  return signature;
}

bool Verify(EVP_PKEY* key, std::string_view text, std::string_view signature) {
  DigestPointer context(EVP_MD_CTX_new());
  return EVP_DigestVerifyInit(context.get(), nullptr, EVP_md5(), nullptr, key) == 1 &&
         EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()),
                          signature.size(), reinterpret_cast<const unsigned char*>(text.data()),
                          text.size()) == 1;
}

}  // namespace

// Made late: most test beds give out no code, and an RSA key takes longer than all else at a start.
class TransactionCodes::Key {
 public:
  explicit Key(std::string path) : path_(std::move(path)) {
    if (fs::exists(path_)) key_ = ReadKey(path_);
  }
  EVP_PKEY* Find() {  // null: no code was ever given out
    std::lock_guard lock(mutex_);
    return key_.get();
  }
  EVP_PKEY* Get() {
    std::lock_guard lock(mutex_);
    if (!key_) key_ = MakeKey(path_);
    return key_.get();
  }

 private:
  const std::string path_;
  std::mutex mutex_;
  KeyPointer key_;
};

TransactionCodes::TransactionCodes(const std::string& data_folder)
    : key_(std::make_unique<Key>((fs::path(data_folder) / "marks.key").string())) {}
TransactionCodes::~TransactionCodes() = default;

TransactionCodes::Mark TransactionCodes::Issue(std::string_view frgu_code) const {
  Mark mark{Uuid::NewV1(), {}};
  auto text = mark.id.ToString() + "|" + std::string(frgu_code);
  mark.code = text + "|" + text::Base64Encode(Sign(key_->Get(), text));
  return mark;
}

bool TransactionCodes::IsGenuine(std::string_view code) const {
  auto end = code.rfind('|');
  if (end == std::string_view::npos) return false;
  auto text = code.substr(0, end);
  auto* key = key_->Find();
  std::string signature;
  bool formed = Uuid::Parse(text.substr(0, text.find('|'))) &&
                text::Base64Decode(code.substr(end + 1), signature);
  return formed && key != nullptr && Verify(key, text, signature);
}

}  // namespace okno::testbed
