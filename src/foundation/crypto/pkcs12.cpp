// SPDX-License-Identifier: Apache-2.0
#include "pkcs12.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include "crypto/gost.h"
#include "gost_engine.h"
#include "pem.h"
#include "pkcs12_rounds.h"

namespace okno::crypto {
namespace {

using StackPtr =
    std::unique_ptr<STACK_OF(X509),
                    decltype([](STACK_OF(X509) * s) { sk_X509_pop_free(s, X509_free); })>;

using BagsPtr =
    std::unique_ptr<STACK_OF(PKCS12_SAFEBAG), decltype([](STACK_OF(PKCS12_SAFEBAG) * s) {
                      sk_PKCS12_SAFEBAG_pop_free(s, PKCS12_SAFEBAG_free);
                    })>;
using SafesPtr =
    std::unique_ptr<STACK_OF(PKCS7),
                    decltype([](STACK_OF(PKCS7) * s) { sk_PKCS7_pop_free(s, PKCS7_free); })>;
using KeyInfoPtr = std::unique_ptr<PKCS8_PRIV_KEY_INFO, FreeWith<PKCS8_PRIV_KEY_INFO_free>>;

constexpr int kKeyRounds = 100'000;  // of PBKDF2
constexpr int kMacRounds = 2048;

Refusal Refuse(const char* code) {
  ERR_clear_error();
  return Refusal::Invalid(code);
}

StackPtr ReadChain(std::string_view pem) {
  StackPtr chain(sk_X509_new_null());
  if (pem.empty()) return chain;
  const auto bio = ReadBio(pem);
  while (auto* x509 = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)) {
    sk_X509_push(chain.get(), x509);
  }
  ERR_clear_error();  // the end of the text is an error to OpenSSL
  return chain;
}

// OpenSSL's own PKCS12_parse derives whatever the file asks for, however long it takes.
class Opening {
 public:
  explicit Opening(std::string_view password) : secret_(password) {}

  Outcome Open(PKCS12* store) {
    const ASN1_INTEGER* rounds = nullptr;
    PKCS12_get0_mac(nullptr, nullptr, nullptr, &rounds, store);
    if (auto allowed = rounds_.Allow(rounds); !allowed) return allowed;
    if (PKCS12_verify_mac(store, secret_.c_str(), size()) != 1) return Refuse("signer.password");
    const SafesPtr safes(PKCS12_unpack_authsafes(store));
    for (int i = 0; i < sk_PKCS7_num(safes.get()); ++i) {
      if (auto taken = TakeSafe(sk_PKCS7_value(safes.get(), i)); !taken) return taken;
    }
    return Done();
  }

  // The key with its certificate and the rest.
  Result<OpenedPkcs12> Take() {
    OpenedPkcs12 opened{std::move(key_), nullptr, {}};
    for (auto& x509 : certificates_) {
      const bool fits = opened.key != nullptr && opened.certificate == nullptr &&
                        X509_check_private_key(x509.get(), opened.key.get()) == 1;
      if (fits) {
        opened.certificate = std::move(x509);
      } else {
        opened.chain.push_back(std::move(x509));
      }
    }
    ERR_clear_error();
    if (opened.key == nullptr || opened.certificate == nullptr)
      return Refuse("signer.key_malformed");
    return opened;
  }

 private:
  int size() const { return static_cast<int>(secret_.size()); }

  Outcome TakeSafe(PKCS7* safe) {
    BagsPtr bags;
    if (PKCS7_type_is_data(safe)) {
      bags.reset(PKCS12_unpack_p7data(safe));
    } else if (PKCS7_type_is_encrypted(safe) && safe->d.encrypted != nullptr) {
      auto allowed = rounds_.Allow(safe->d.encrypted->enc_data->algorithm);
      if (!allowed) return allowed;
      bags.reset(PKCS12_unpack_p7encdata(safe, secret_.c_str(), size()));
    }
    if (bags == nullptr) return Refuse("signer.key_malformed");
    for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags.get()); ++i) {
      if (auto taken = TakeBag(sk_PKCS12_SAFEBAG_value(bags.get(), i)); !taken) return taken;
    }
    return Done();
  }

  // Bags of other kinds, and a second key, are left alone.
  Outcome TakeBag(PKCS12_SAFEBAG* bag) {
    switch (PKCS12_SAFEBAG_get_nid(bag)) {
      case NID_keyBag:
        return Refuse("signer.key_open");
      case NID_pkcs8ShroudedKeyBag:
        return key_ == nullptr ? TakeKey(bag) : Done();
      case NID_certBag:
        if (PKCS12_SAFEBAG_get_bag_nid(bag) == NID_x509Certificate) {
          certificates_.emplace_back(PKCS12_SAFEBAG_get1_cert(bag));
          if (certificates_.back() == nullptr) return Refuse("signer.key_malformed");
        }
        return Done();
      default:
        return Done();
    }
  }

  Outcome TakeKey(PKCS12_SAFEBAG* bag) {
    const X509_ALGOR* algorithm = nullptr;
    X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(bag), &algorithm, nullptr);
    if (auto allowed = rounds_.Allow(algorithm); !allowed) return allowed;
    const KeyInfoPtr info(PKCS12_decrypt_skey(bag, secret_.c_str(), size()));
    key_.reset(info == nullptr ? nullptr : EVP_PKCS82PKEY(info.get()));
    return key_ == nullptr ? Outcome(Refuse("signer.key_malformed")) : Done();
  }

  std::string secret_;
  Pkcs12Rounds rounds_;
  KeyPtr key_;
  std::vector<X509Ptr> certificates_;
};

}  // namespace

Result<OpenedPkcs12> OpenPkcs12(std::string_view pkcs12, std::string_view password) {
  LoadGost();
  const Pkcs12Ptr store(d2i_PKCS12_bio(ReadBio(pkcs12).get(), nullptr));
  if (store == nullptr) return Refuse("signer.key_malformed");
  Opening opening(password);
  if (auto opened = opening.Open(store.get()); !opened) return opened.refusal();
  return opening.Take();
}

Result<Pkcs12Content> ReadPkcs12(std::string_view pkcs12, std::string_view password) {
  auto opened = OpenPkcs12(pkcs12, password);
  if (!opened) return opened.refusal();
  Pkcs12Content content{{KeyPem(opened->key.get()), X509Pem(opened->certificate.get())}, {}};
  for (const auto& other : opened->chain) content.chain_pem += X509Pem(other.get());
  return content;
}

std::string MakePkcs12(const KeyAndCertificate& pair, std::string_view password, Pkcs12Form form,
                       std::string_view chain_pem) {
  const auto certificate = ReadX509(pair.certificate_pem);
  const auto key = ReadKey(pair.key_pem);
  const auto chain = ReadChain(chain_pem);
  const bool gost = form == Pkcs12Form::kGost;
  const int cipher = gost ? NID_id_Gost28147_89 : NID_aes_256_cbc;
  constexpr int kNoMacYet = -1;
  const std::string secret(password);
  const Pkcs12Ptr store(PKCS12_create(secret.c_str(), "okno", key.get(), certificate.get(),
                                      chain.get(), cipher, cipher, kKeyRounds, kNoMacYet, 0));
  Check(store != nullptr, "PKCS12_create");
  const auto* digest = gost ? GostDigestMethod(GostAlgorithm::kGost2012_512) : EVP_sha256();
  Check(PKCS12_set_mac(store.get(), secret.c_str(), -1, nullptr, 0, kMacRounds, digest) == 1,
        "PKCS12_set_mac");
  const auto bio = WriteBio();
  Check(i2d_PKCS12_bio(bio.get(), store.get()) == 1, "i2d_PKCS12_bio");
  return Contents(bio.get());
}

}  // namespace okno::crypto
