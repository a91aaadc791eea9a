// SPDX-License-Identifier: Apache-2.0
#include "http/proxies.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "text/strings.h"

namespace okno::http {
namespace {

constexpr int kAddressBits = 128;
constexpr int kBitsBeforeIpv4 = 96;

int ReadBits(std::string_view text) {
  int bits = -1;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), bits);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? bits : -1;
}

}  // namespace

bool TrustedProxies::Read(std::string_view text, Address& address) {
  const std::string spelled(text);
  if (inet_pton(AF_INET6, spelled.c_str(), address.data()) == 1) return true;
  address = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  return inet_pton(AF_INET, spelled.c_str(), address.data() + 12) == 1;
}

TrustedProxies::Range TrustedProxies::ReadRange(const std::string& text) {
  const auto slash = text.find('/');
  const bool is_ipv4 = text.find(':') == std::string::npos;
  const int least = is_ipv4 ? kBitsBeforeIpv4 : 0;
  Range range{{}, kAddressBits};
  if (slash != std::string::npos) {
    const int bits = ReadBits(std::string_view(text).substr(slash + 1));
    range.bits = bits < 0 ? -1 : least + bits;
  }
  if (!Read(text.substr(0, slash), range.first) || range.bits < least ||
      range.bits > kAddressBits) {
    throw std::runtime_error("'" + text + "' is no address and no range such as 10.0.0.0/8");
  }
  return range;
}

TrustedProxies TrustedProxies::Parse(std::string_view list) {
  TrustedProxies proxies;
  std::string spaced(list);
  std::ranges::replace(spaced, ',', ' ');
  for (const auto& word : text::Split(spaced, ' ')) {
    if (!word.empty()) proxies.ranges_.push_back(ReadRange(word));
  }
  return proxies;
}

bool TrustedProxies::Covers(const Address& address) const {
  return std::ranges::any_of(ranges_, [&](const Range& range) {
    const auto whole = static_cast<std::size_t>(range.bits / 8);
    const int rest = range.bits % 8;
    if (!std::equal(address.begin(), address.begin() + whole, range.first.begin())) return false;
    return rest == 0 || (address[whole] ^ range.first[whole]) >> (8 - rest) == 0;
  });
}

std::string TrustedProxies::CallerOf(const std::string& peer,
                                     std::string_view forwarded_for) const {
  std::string caller = peer;
  Address address;
  auto hops = text::Split(forwarded_for, ',');
  while (Read(caller, address) && Covers(address) && !hops.empty()) {
    const auto before = text::Trim(hops.back());
    hops.pop_back();
    if (!Read(before, address)) break;
    caller = before;
  }
  return caller;
}

}  // namespace okno::http
