// SPDX-License-Identifier: Apache-2.0
#include "access/secret_keys.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "crypto/hash.h"
#include "log/log.h"
#include "logic/sealing.h"
#include "storage/user_store.h"
#include "text/strings.h"

namespace okno::access {
namespace {

namespace fs = std::filesystem;

// version 1 | number of the key, big endian | what Encrypt gives
constexpr char kVersion = 1;
constexpr std::size_t kHead = 5;
// All secrets from before there were keys have this length, and nothing sealed is that short.
constexpr std::size_t kPlainLength = 20;

bool IsSealed(std::string_view bytes) {
  return bytes.size() > kPlainLength && bytes.front() == kVersion;
}

unsigned NumberOf(std::string_view sealed) {
  unsigned number = 0;
  for (std::size_t i = 1; i < kHead; ++i)
    number = number << 8 | static_cast<unsigned char>(sealed[i]);
  return number;
}

std::string Head(unsigned number) {
  std::string head(1, kVersion);
  for (int shift = 24; shift >= 0; shift -= 8) head += static_cast<char>(number >> shift & 0xFF);
  return head;
}

std::optional<std::string> FromHex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    unsigned byte = 0;
    const auto* end = digits.data() + std::min(i + 2, digits.size());
    const auto read = std::from_chars(digits.data() + i, end, byte, 16);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

// The name appears with the whole content and never over another process's file.
void Make(const std::string& path) {
  const std::string draft = path + "." + text::HexEncode(crypto::RandomBytes(8));
  const int file = open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) throw std::runtime_error(path + ": the key file can not be made");
  const std::string line = "1 " + text::HexEncode(crypto::RandomBytes(kKeyBytes)) + "\n";
  const bool written =
      write(file, line.data(), line.size()) == std::ssize(line) && fsync(file) == 0;
  close(file);
  if (written) static_cast<void>(link(draft.c_str(), path.c_str()));  // refused: another was faster
  unlink(draft.c_str());
  if (!fs::exists(path)) throw std::runtime_error(path + ": the key file can not be written");
}

void CheckIsPrivate(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) throw std::runtime_error(path + ": can not be read");
  if ((status.st_mode & 077) != 0)
    throw std::runtime_error(path + ": others may read the keys; run: chmod 600 " + path);
}

std::pair<unsigned, std::string> ReadLine(const std::string& path, const std::string& line) {
  unsigned number = 0;
  const auto* end = line.data() + line.size();
  const auto read = std::from_chars(line.data(), end, number);
  const auto key = FromHex(text::Trim(std::string_view(read.ptr, end)));
  if (read.ec != std::errc() || number == 0 || !key || key->size() != kKeyBytes)
    throw std::runtime_error(path + ": a line is not \"<number> <64 hexadecimal digits>\"");
  return {number, *key};
}

}  // namespace

SecretKeys SecretKeys::Load(const std::string& path) {
  if (!fs::exists(path)) Make(path);
  CheckIsPrivate(path);
  SecretKeys keys;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!text::Trim(line).empty()) keys.keys_.insert(ReadLine(path, line));
  }
  if (keys.keys_.empty()) throw std::runtime_error(path + ": there is no key in it");
  return keys;
}

std::string SecretKeys::Seal(std::string_view owner, std::string_view secret) const {
  if (keys_.empty()) throw std::logic_error("access: no key to seal a secret with");
  const auto& [number, key] = *keys_.rbegin();
  return Head(number) + Encrypt(key, owner, secret);
}

std::optional<std::string> SecretKeys::Open(std::string_view owner, std::string_view sealed) const {
  if (!IsSealed(sealed)) return std::nullopt;
  const auto key = keys_.find(NumberOf(sealed));
  if (key == keys_.end()) return std::nullopt;
  return Decrypt(key->second, owner, sealed.substr(kHead));
}

bool SecretKeys::IsCurrent(std::string_view sealed) const {
  return IsSealed(sealed) && !keys_.empty() && NumberOf(sealed) == keys_.rbegin()->first;
}

int ResealSecrets(db::Pool& db, const SecretKeys& keys) {
  return db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    int sealed = 0;
    for (auto& [id, totp] : storage::LockSecrets(tx)) {
      const int before = sealed;
      for (auto* secret : {&totp.secret, &totp.pending_secret}) {
        if (secret->empty() || keys.IsCurrent(*secret)) continue;
        const auto open =
            IsSealed(*secret) ? keys.Open(id.ToString(), *secret) : std::optional(*secret);
        if (!open) {
          log::Error("second_factor_key_missing", {{"user_id", id.ToString()}});
          continue;
        }
        *secret = keys.Seal(id.ToString(), *open);
        ++sealed;
      }
      if (sealed > before) storage::SetTotp(tx, id, totp);
    }
    return sealed;
  });
}

}  // namespace okno::access
