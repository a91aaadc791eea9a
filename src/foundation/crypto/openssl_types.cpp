// SPDX-License-Identifier: Apache-2.0
#include "openssl_types.h"

#include <openssl/err.h>

#include <array>
#include <stdexcept>

namespace okno::crypto {

void ThrowOpenSsl(const char* what) {
  std::array<char, 256> words{};
  ERR_error_string_n(ERR_peek_last_error(), words.data(), words.size());
  ERR_clear_error();
  throw std::runtime_error(std::string(what) + ": " + words.data());
}

void Check(bool fine, const char* what) {
  if (!fine) ThrowOpenSsl(what);
}

BioPtr ReadBio(std::string_view bytes) {
  const auto* start =
      bytes.empty() ? "" : bytes.data();  // a null start is refused even for no bytes
  BioPtr bio(BIO_new_mem_buf(start, static_cast<int>(bytes.size())));
  Check(bio != nullptr, "BIO_new_mem_buf");
  return bio;
}

BioPtr WriteBio() {
  BioPtr bio(BIO_new(BIO_s_mem()));
  Check(bio != nullptr, "BIO_new");
  return bio;
}

std::string Contents(BIO* bio) {
  char* data = nullptr;
  const auto size = BIO_get_mem_data(bio, &data);
  return {data, static_cast<std::size_t>(size)};
}

}  // namespace okno::crypto
