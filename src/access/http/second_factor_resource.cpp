// SPDX-License-Identifier: Apache-2.0
#include "http/resources.h"
#include "json/json.h"
#include "logic/own_secrets.h"

namespace okno::access {
namespace {

Result<std::string> OneText(const http::Request& request, const char* key) {
  auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  std::string text = in.Text(key, {.required = true, .max_length = 200});
  if (auto refusal = in.Finish()) return *refusal;
  return text;
}

}  // namespace

Result<http::Response> PostSecondFactor(const Services& services, const http::Request& request) {
  auto password = OneText(request, "password");
  if (!password) return password.refusal();
  auto secret =
      BeginSecondFactor(services, Of(request), {*password, request.remote_address, request.id});
  if (!secret) return Answer(services, secret.refusal(), request);
  return http::Response::Of({{"secret", secret->base32}, {"otpauth_uri", secret->otpauth_uri}}, 201)
      .With("Cache-Control", "no-store");
}

Result<http::Response> PutSecondFactor(const Services& services, const http::Request& request) {
  auto code = OneText(request, "code");
  if (!code) return code.refusal();
  auto confirmed =
      ConfirmSecondFactor(services, Of(request), {*code, request.remote_address, request.id});
  if (!confirmed) return Answer(services, confirmed.refusal(), request);
  return http::Response::NoContent();
}

Result<http::Response> DeleteSecondFactor(const Services& services, const http::Request& request) {
  auto password = OneText(request, "password");
  if (!password) return password.refusal();
  auto removed = RemoveSecondFactor({services.db, services.clock}, Of(request),
                                    {*password, request.remote_address, request.id});
  if (!removed) return Answer(services, removed.refusal(), request);
  return http::Response::NoContent();
}

}  // namespace okno::access
