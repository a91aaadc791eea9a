// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace okno::http {

// The proxies in front of us, whose X-Forwarded-For is believed.
class TrustedProxies {
 public:
  // Addresses and ranges between commas or blanks: "127.0.0.1, 10.0.0.0/8, ::1"; "" trusts none.
  // Throws std::runtime_error with a text for a person that names what is no address.
  static TrustedProxies Parse(std::string_view list);

  // Whose request it is. Each proxy adds the address it was called from at the end, so the list is
  // read from there: the first that is no trusted proxy is the caller, and everything before it his
  // own words. What is no address ends the reading.
  std::string CallerOf(const std::string& peer, std::string_view forwarded_for) const;

 private:
  using Address = std::array<std::uint8_t, 16>;  // IPv4 as ::ffff:a.b.c.d
  struct Range {
    Address first;
    int bits;
  };
  static bool Read(std::string_view text, Address& address);
  static Range ReadRange(const std::string& text);
  bool Covers(const Address& address) const;

  std::vector<Range> ranges_;
};

}  // namespace okno::http
