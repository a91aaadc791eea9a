// SPDX-License-Identifier: Apache-2.0
#include "access/signing_keys.h"
#include "http/resources.h"
#include "json/json.h"
#include "text/strings.h"

namespace okno::access {
namespace {

constexpr std::chrono::days kWarning{30};  // as soon as a person is told of their own key

Context ContextOf(const Services& services) { return {services.db, services.clock}; }

Json KeyJson(const Services& services, const SigningKey& key, const http::Request& request) {
  Json json = {{"owner", key.owner},
               {"subject", key.subject},
               {"issuer", key.issuer},
               {"serial", key.serial},
               {"not_before", FormatInstant(key.not_before)},
               {"not_after", FormatInstant(key.not_after)},
               {"kept_at", FormatInstant(key.kept_at)}};
  if (!key.objection.empty()) {
    json["objection"] = services.texts.Text(key.objection, request.language);
  }
  return json;
}

struct Upload {
  SigningKeyFile file;
  OwnPassword own;
};

OwnPassword ReadOwnPassword(json::Reader& in, const http::Request& request) {
  return {in.Text("account_password", {.required = true, .max_length = 200}),
          request.remote_address, request.id};
}

Result<Upload> ReadUpload(const http::Request& request) {
  const auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  const auto own = ReadOwnPassword(in, request);
  const auto base64 = in.Text("file", {.required = true, .max_length = 100'000});
  SigningKeyFile file{.pkcs12 = {},
                      .password = in.Text("password", {.required = true, .max_length = 200})};
  if (!text::Base64Decode(base64, file.pkcs12)) in.Fail("file", "signer.key_malformed");
  if (auto refusal = in.Finish()) return *refusal;
  return Upload{std::move(file), own};
}

}  // namespace

Result<http::Response> GetSigningKey(const Services& services, const http::Request& request) {
  const auto key = FindSigningKey(ContextOf(services), Of(request));
  Json json = Json::object();
  if (key) json["key"] = KeyJson(services, *key, request);
  return http::Response::Of(json);
}

Result<http::Response> PutSigningKey(const Services& services, const http::Request& request) {
  const auto upload = ReadUpload(request);
  if (!upload) return upload.refusal();
  const auto key = KeepSigningKey(ContextOf(services), Of(request), upload->file, upload->own);
  if (!key) return Answer(services, key.refusal(), request);
  return http::Response::Of({{"key", KeyJson(services, *key, request)}});
}

Result<http::Response> DeleteSigningKey(const Services& services, const http::Request& request) {
  const auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  const auto own = ReadOwnPassword(in, request);
  if (auto refusal = in.Finish()) return *refusal;
  const auto removed = RemoveSigningKey(ContextOf(services), Of(request), own);
  if (!removed) return Answer(services, removed.refusal(), request);
  return http::Response::NoContent();
}

Result<http::Response> GetEndingSigningKeys(const Services& services,
                                            const http::Request& request) {
  Json items = Json::array();
  for (const auto& key : ListEndingKeys(ContextOf(services), Of(request), kWarning)) {
    items.push_back({{"user_id", key.user_id.ToString()},
                     {"owner", key.owner},
                     {"not_after", FormatInstant(key.not_after)}});
  }
  return http::Response::Of({{"items", std::move(items)}});
}

}  // namespace okno::access
