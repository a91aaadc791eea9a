// SPDX-License-Identifier: Apache-2.0
#include "http/known_devices.h"
#include "http/resources.h"
#include "json/json.h"
#include "logic/own_secrets.h"
#include "logic/session_view.h"
#include "logic/sessions.h"
#include "logic/sign_in.h"

namespace okno::access {
namespace {

std::string TokenOf(const http::Request& request) {
  auto cookie = request.cookies.find(kSessionCookie);
  return cookie == request.cookies.end() ? std::string() : cookie->second;
}

std::string Cookie(const Services& services, const std::string& token) {
  std::string cookie =
      std::string(kSessionCookie) + "=" + token + "; Path=/; HttpOnly; SameSite=Strict";
  if (services.sessions.secure_cookie) cookie += "; Secure";
  if (token.empty()) cookie += "; Max-Age=0";
  return cookie;
}

Result<SignInInput> ReadSignIn(const Services& services, const http::Request& request) {
  auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  SignInInput input{.login = in.Text("login", {.required = true, .max_length = 200}),
                    .password = in.Text("password", {.required = true, .max_length = 200}),
                    .code = in.Text("code", {.max_length = 20}),
                    .remote_address = request.remote_address,
                    .request_id = request.id,
                    .old_token = TokenOf(request)};
  if (auto refusal = in.Finish()) return *refusal;
  input.device = DeviceOf(services, request, input.login);
  return input;
}

}  // namespace

Result<http::Response> PostSession(const Services& services, const http::Request& request) {
  auto input = ReadSignIn(services, request);
  if (!input) return input.refusal();
  auto token = SignIn(services, *input);
  if (!token) return Answer(services, token.refusal(), request);
  auto principal = Authenticate(services, *token);
  if (!principal) return principal.refusal();
  auto response =
      http::Response::Created(SessionView(services, **principal, *token), "/api/v1/session");
  response.With("Set-Cookie", Cookie(services, *token));
  if (input->device.empty()) response.With("Set-Cookie", DeviceCookie(services, (*principal)->login));
  return response;
}

Result<http::Response> GetSession(const Services& services, const http::Request& request) {
  return http::Response::Of(SessionView(services, Of(request), TokenOf(request)));
}

Result<http::Response> DeleteSession(const Services& services, const http::Request& request) {
  SignOut(services, Of(request));
  return http::Response::NoContent().With("Set-Cookie", Cookie(services, {}));
}

Result<http::Response> PutPassword(const Services& services, const http::Request& request) {
  auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  PasswordChange change{.current = {in.Text("current", {.required = true, .max_length = 200}),
                                    request.remote_address, request.id},
                        .fresh = in.Text("new", {.required = true, .max_length = 200})};
  if (auto refusal = in.Finish()) return *refusal;
  auto changed = ChangePassword(services, Of(request), change);
  if (!changed) return Answer(services, changed.refusal(), request);
  return http::Response::NoContent();
}

http::Response Answer(const Services& services, const Refusal& refusal,
                      const http::Request& request) {
  auto response = http::Problem(refusal, request, services.texts);
  if (refusal.kind == RefusalKind::kTooMany) response.With("Retry-After", refusal.detail);
  return response;
}

}  // namespace okno::access
