// SPDX-License-Identifier: Apache-2.0
#include "http/control.h"

#include "crypto/hash.h"
#include "http/uploaded_schemas.h"
#include "storage/registry_store.h"
#include "testbed/queries.h"

namespace okno::testbed {

namespace {

bool IsLocal(const http::Request& request) {
  return request.remote_address.starts_with("127.") || request.remote_address == "::1" ||
         request.remote_address.starts_with("::ffff:127.");
}

Result<http::Response> PutParticipant(const ControlServices& services,
                                      const http::Request& request) {
  auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  storage::Participant participant{std::string(request.param("mnemonic")),
                                   in.Text("name", {.required = true})};
  auto certificate = crypto::Certificate::FromPem(
      in.Text("certificate_pem", {.required = true, .max_length = 10000}));
  if (!certificate) in.Fail("certificate_pem", certificate.refusal().code);
  if (auto refusal = in.Finish()) return *refusal;
  services.db.Transact(db::Scope::System(),
                       [&](db::Tx& tx) { storage::Save(tx, participant, *certificate); });
  return http::Response::NoContent();
}

std::vector<storage::Route> ReadRoutes(json::Reader& in) {
  std::vector<storage::Route> routes;
  const auto* array = in.Array("routes", true);
  if (array == nullptr) return routes;
  for (const auto& item : *array) {
    json::Reader route(item, "/routes");
    routes.push_back({route.Text("code"), route.Text("mnemonic", {.required = true})});
    if (route.Finish()) in.Fail("routes", "field.invalid");
  }
  return routes;
}

Result<http::Response> PutMessageType(const ControlServices& services,
                                      const http::Request& request) {
  auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  storage::MessageType type;
  type.namespace_uri = in.Text("namespace", {.required = true});
  type.request_root = in.Text("request_root", {.required = true});
  type.response_root = in.Text("response_root", {.required = true});
  type.title = in.Text("title", {.required = true});
  type.routing_element = in.Text("routing_element");
  type.senders = in.Texts("senders");
  type.routes = ReadRoutes(in);
  const auto* schemas = in.Object("schemas");
  if (auto refusal = in.Finish()) return *refusal;
  if (schemas != nullptr && !schemas->empty()) {
    auto folder = KeepSchemas(services.schema_folder, type.namespace_uri, *schemas);
    if (!folder) return folder.refusal();
    type.schema_folder = *folder;
    services.schemas.Forget(type.schema_folder);
  }
  return services.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Result<http::Response> {
    for (const auto& route : type.routes) {
      if (!storage::Exists(tx, route.mnemonic))
        return Refusal::Conflict("testbed.participant_unknown", route.mnemonic);
    }
    storage::Save(tx, type);
    return http::Response::NoContent();
  });
}

Result<http::Response> PostFailure(const ControlServices& services, const http::Request& request) {
  auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  auto mode = in.Text("mode", {.required = true});
  auto times = in.Number("times");
  if (!Failures::IsKnown(mode)) in.Fail("mode", "field.invalid");
  if (auto refusal = in.Finish()) return *refusal;
  services.failures.Set(mode, static_cast<int>(times.value_or(-1)));
  return http::Response::NoContent();
}

Result<http::Response> GetCertificate(const ControlServices& services, const http::Request&) {
  return http::Response::Bytes(services.signer.certificate().pem(), "application/x-pem-file");
}

Result<http::Response> GetState(const ControlServices& services, const http::Request&) {
  return http::Response::Of(StateOf(services));
}

}  // namespace

std::vector<http::Route> ControlRoutes(const ControlServices& services) {
  using enum http::Access;
  // The interface knows no users, so only this machine may use it.
  const auto local = [services](auto handler) {
    return [services, handler](const http::Request& request) -> Result<http::Response> {
      if (!IsLocal(request)) return Refusal::Forbidden("testbed.not_local");
      return handler(services, request);
    };
  };
  constexpr auto kJson = http::Body::kJson;
  return {
      {.method = "PUT",
       .pattern = "/control/participants/{mnemonic}",
       .access = kAnonymous,
       .body = kJson,
       .handler = local(PutParticipant)},
      {.method = "PUT",
       .pattern = "/control/message-types",
       .access = kAnonymous,
       .body = kJson,
       .body_limit = 4 * 1024 * 1024,
       .handler = local(PutMessageType)},
      {.method = "POST",
       .pattern = "/control/failures",
       .access = kAnonymous,
       .body = kJson,
       .handler = local(PostFailure)},
      {.method = "GET",
       .pattern = "/control/certificate",
       .access = kAnonymous,
       .handler = local(GetCertificate)},
      {.method = "GET",
       .pattern = "/control/state",
       .access = kAnonymous,
       .handler = local(GetState)},
  };
}

}  // namespace okno::testbed
