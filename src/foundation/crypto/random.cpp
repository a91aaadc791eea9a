// SPDX-License-Identifier: Apache-2.0
#include <sys/random.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "crypto/hash.h"
#include "text/strings.h"

namespace okno::crypto {

std::string RandomBytes(std::size_t count) {
  std::string bytes(count, '\0');
  for (std::size_t done = 0; done < count;) {
    const auto got = getrandom(bytes.data() + done, count - done, 0);
    if (got < 0 && errno != EINTR)
      throw std::system_error(errno, std::generic_category(), "getrandom");
    if (got > 0) done += static_cast<std::size_t>(got);
  }
  return bytes;
}

std::string RandomToken() {
  auto token = text::Base64Encode(RandomBytes(32));
  token.pop_back();  // 32 bytes end with exactly one "="
  std::ranges::replace(token, '+', '-');
  std::ranges::replace(token, '/', '_');
  return token;
}

}  // namespace okno::crypto
