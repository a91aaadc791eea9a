// SPDX-License-Identifier: Apache-2.0
#include "http/known_devices.h"

#include "crypto/hash.h"
#include "logic/rules/credentials.h"
#include "text/strings.h"

namespace okno::access {
namespace {

constexpr std::size_t kMarkBytes = 16;
constexpr auto kMaxAge = std::chrono::seconds(std::chrono::days(90));

std::string OwnerOf(std::string_view login) { return "device " + rules::FoldLogin(login); }

// One cookie a login: people share the computers of a branch. The name does not tell the login.
std::string CookieName(std::string_view login) {
  return "okno_device_" + text::HexEncode(crypto::Sha256(OwnerOf(login))).substr(0, 12);
}

}  // namespace

std::string DeviceOf(const Services& services, const http::Request& request,
                     std::string_view login) {
  const auto cookie = request.cookies.find(CookieName(login));
  std::string sealed;
  if (cookie == request.cookies.end() || !text::Base64Decode(cookie->second, sealed)) return {};
  const auto mark = services.keys.Open(OwnerOf(login), sealed);
  return mark ? text::HexEncode(*mark) : std::string();
}

std::string DeviceCookie(const Services& services, std::string_view login) {
  const auto sealed = services.keys.Seal(OwnerOf(login), crypto::RandomBytes(kMarkBytes));
  std::string cookie = CookieName(login) + "=" + text::Base64Encode(sealed) +
                       "; Path=/api/v1/session; HttpOnly; SameSite=Strict; Max-Age=" +
                       std::to_string(kMaxAge.count());
  if (services.sessions.secure_cookie) cookie += "; Secure";
  return cookie;
}

}  // namespace okno::access
