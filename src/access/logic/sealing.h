// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

// AES-256-GCM with a random nonce of 12 bytes: nonce | ciphertext | tag of 16 bytes. `owner` is
// authenticated and not stored.
namespace okno::access {

inline constexpr std::size_t kKeyBytes = 32;

std::string Encrypt(std::string_view key, std::string_view owner, std::string_view plain);
// Empty when key, owner or a single bit is another.
std::optional<std::string> Decrypt(std::string_view key, std::string_view owner,
                                   std::string_view sealed);

}  // namespace okno::access
