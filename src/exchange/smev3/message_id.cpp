// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/message_id.h"

namespace okno::exchange::smev3 {

std::optional<Instant> TimeOf(const Uuid& id) {
  const auto& b = id.bytes;
  if (id.version() != 1 || (b[8] & 0xc0) != 0x80) return std::nullopt;
  auto part = [&](int from, int count) {
    std::uint64_t value = 0;
    for (int i = 0; i < count; ++i) value = value << 8 | b[static_cast<std::size_t>(from + i)];
    return value;
  };
  auto ticks =
      (part(6, 2) & 0x0fff) << 48 | part(4, 2) << 32 | part(0, 4);  // of 100 ns since 1582-10-15
  constexpr std::int64_t kUnixEpoch = 0x01b21dd213814000;
  return Instant(std::chrono::microseconds((static_cast<std::int64_t>(ticks) - kUnixEpoch) / 10));
}

}  // namespace okno::exchange::smev3
