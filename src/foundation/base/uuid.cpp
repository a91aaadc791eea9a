// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <chrono>

#include "base/id.h"
#include "random.h"

namespace okno {
namespace {

using Ticks = std::chrono::duration<std::int64_t, std::ratio<1, 10'000'000>>;  // 100 ns

// From 15 October 1582, where the time of version 1 begins, to 1970.
constexpr std::uint64_t kGregorianTicks = 0x01B21DD213814000;

template <typename Unit>
std::uint64_t UnixTime() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<Unit>(now).count());
}

// The wanted value, or the one after the last given out when the clock has not moved on (or went
// back).
std::uint64_t NextAfter(std::atomic<std::uint64_t>& last, std::uint64_t wanted) {
  auto previous = last.load(std::memory_order_relaxed);
  std::uint64_t next = 0;
  do {
    next = std::max(wanted, previous + 1);
  } while (!last.compare_exchange_weak(previous, next, std::memory_order_relaxed));
  return next;
}

Uuid FromHalves(std::uint64_t high, std::uint64_t low) {
  Uuid uuid;
  for (int i = 0; i < 8; ++i) {
    uuid.bytes[i] = static_cast<std::uint8_t>(high >> (56 - 8 * i));
    uuid.bytes[8 + i] = static_cast<std::uint8_t>(low >> (56 - 8 * i));
  }
  return uuid;
}

constexpr std::uint64_t kVariant = 0x8000'0000'0000'0000;

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool IsDashPlace(std::size_t position) {
  return position == 8 || position == 13 || position == 18 || position == 23;
}

}  // namespace

std::string Uuid::ToString() const {
  constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (auto byte : bytes) {
    if (IsDashPlace(text.size())) text.push_back('-');
    text.push_back(kHex[byte >> 4]);
    text.push_back(kHex[byte & 15]);
  }
  return text;
}

std::optional<Uuid> Uuid::Parse(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  Uuid uuid;
  std::size_t place = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (IsDashPlace(i)) {
      if (text[i++] != '-') return std::nullopt;
      continue;
    }
    const int high = HexValue(text[i]);
    const int low = HexValue(text[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    uuid.bytes[place++] = static_cast<std::uint8_t>(high << 4 | low);
    i += 2;
  }
  return uuid;
}

Uuid Uuid::NewV7() {
  // Milliseconds and the 12 bits after them are one counter: more than 4096 ids in a millisecond
  // borrow from the next.
  static std::atomic<std::uint64_t> last{0};
  const auto wanted = UnixTime<std::chrono::milliseconds>() << 12;
  const auto count = NextAfter(last, wanted);
  const auto high = (count >> 12 << 16) | 0x7000 | (count & 0xFFF);
  return FromHalves(high, kVariant | RandomBits() >> 2);
}

Uuid Uuid::NewV1() {
  static std::atomic<std::uint64_t> last{0};
  // One clock sequence and node a process; the multicast bit says that the node is no network card
  // (RFC 9562, 6.10).
  static const std::uint64_t low = kVariant | (RandomBits() >> 2) | 0x0000'0100'0000'0000;
  const auto time = NextAfter(last, UnixTime<Ticks>() + kGregorianTicks);
  const auto high = time << 32 | (time >> 32 & 0xFFFF) << 16 | 0x1000 | (time >> 48 & 0x0FFF);
  return FromHalves(high, low);
}

}  // namespace okno
