// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace okno {

// 128 bits. Text form is always lower-case 8-4-4-4-12.
struct Uuid {
  std::array<std::uint8_t, 16> bytes{};
  auto operator<=>(const Uuid&) const = default;

  std::string ToString() const;
  static std::optional<Uuid> Parse(std::string_view text);  // any case; braces are refused
  // RFC 9562 version 7: milliseconds, then a counter that keeps ids of one process in order, then random bits.
  static Uuid NewV7();
  // RFC 9562 version 1 with a random node, as СМЭВ 3 wants for message ids (the broker judges age by its time).
  static Uuid NewV1();
  int version() const { return bytes[6] >> 4; }
};

// An identifier that can not be mixed up with another kind's: Id<struct ApplicationTag>.
template <typename Tag>
struct Id {
  Uuid uuid;
  auto operator<=>(const Id&) const = default;
  std::string ToString() const { return uuid.ToString(); }
  static Id New() { return Id{Uuid::NewV7()}; }
  static std::optional<Id> Parse(std::string_view text) {
    auto uuid = Uuid::Parse(text);
    return uuid ? std::optional<Id>(Id{*uuid}) : std::nullopt;
  }
};

}  // namespace okno

template <>
struct std::hash<okno::Uuid> {
  std::size_t operator()(const okno::Uuid& uuid) const noexcept {
    std::size_t value = 0;
    for (auto byte : uuid.bytes) value = value * 131 + byte;
    return value;
  }
};
template <typename Tag>
struct std::hash<okno::Id<Tag>> {
  std::size_t operator()(const okno::Id<Tag>& id) const noexcept { return std::hash<okno::Uuid>()(id.uuid); }
};
