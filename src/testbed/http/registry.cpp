// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "http/control.h"
#include "http/uploaded_schemas.h"
#include "storage/registry_store.h"

namespace okno::testbed {

namespace {

constexpr std::size_t kLongestPem = 10000;

// Names that are also folders of the FTP server.
bool IsPlainName(std::string_view name) {
  constexpr std::size_t kLongest = 50;
  return !name.empty() && name.size() <= kLongest && name[0] != '.' &&
         std::all_of(name.begin(), name.end(), [](unsigned char letter) {
           return std::isalnum(letter) != 0 || letter == '_' || letter == '-' || letter == '.';
         });
}

std::vector<crypto::Certificate> ReadCertificates(json::Reader& in, std::string_view key,
                                                  const std::vector<std::string>& texts) {
  std::vector<crypto::Certificate> certificates;
  for (const auto& text : texts) {
    auto certificate = crypto::Certificate::FromPem(text);
    if (certificate)
      certificates.push_back(std::move(*certificate));
    else
      in.Fail(key, certificate.refusal().code);
  }
  return certificates;
}

// An array of long texts; in.Texts is made for words.
std::vector<std::string> ReadPems(json::Reader& in, std::string_view key) {
  std::vector<std::string> texts;
  const auto* array = in.Array(key);
  if (array == nullptr) return texts;
  for (const auto& item : *array) {
    if (item.is_string() && item.get_ref<const std::string&>().size() <= kLongestPem)
      texts.push_back(item);
    else
      in.Fail(key, "field.invalid");
  }
  return texts;
}

// Whoever has registered that name would be cut off: its certificates are other ones.
bool IsAnothers(const Registry& registry, const std::string& mnemonic,
                const std::vector<crypto::Certificate>& certificates) {
  auto known = registry.CertificatesOf(mnemonic);
  return !known.empty() && !certificates.empty() &&
         std::none_of(certificates.begin(), certificates.end(), [&](const auto& certificate) {
           return std::find(known.begin(), known.end(), certificate.sha256()) != known.end();
         });
}

Result<http::Response> PutParticipant(const ControlServices& control,
                                      const http::Request& request) {
  auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  Participant participant{std::string(request.param("mnemonic")),
                          in.Text("name", {.required = true, .max_length = 500})};
  participant.upload_directory = in.Text("upload_directory");
  participant.ftp_password = in.Text("ftp_password");
  participant.quota_bytes =
      static_cast<std::uint64_t>(std::max(0LL, in.Number("quota_bytes").value_or(0)));
  participant.important = in.Flag("important").value_or(false);
  participant.aggregator = in.Flag("aggregator").value_or(false);
  participant.frgu_codes = in.Texts("frgu_codes");
  participant.push_url = in.Text("push_url");
  auto pems = ReadPems(in, "certificates_pem");
  auto pem = in.Text("certificate_pem", {.max_length = kLongestPem});
  if (!pem.empty()) pems.push_back(pem);
  if (!IsPlainName(participant.mnemonic)) in.Fail("mnemonic", "field.invalid");
  if (!participant.upload_directory.empty() && !IsPlainName(participant.upload_directory))
    in.Fail("upload_directory", "field.invalid");
  auto certificates = ReadCertificates(in, "certificate_pem", pems);
  bool replace = in.Flag("replace").value_or(false);
  if (auto refusal = in.Finish()) return *refusal;
  if (!replace && IsAnothers(*control.services.registry.Get(), participant.mnemonic, certificates))
    return Refusal::Conflict("testbed.participant_taken", participant.mnemonic);
  control.services.db.Transact(db::Scope::System(),
                               [&](db::Tx& tx) { storage::Save(tx, participant, certificates); });
  ReloadRegistry(control.services);
  return http::Response::NoContent();
}

std::vector<Route> ReadRoutes(json::Reader& in) {
  std::vector<Route> routes;
  const auto* array = in.Array("routes");
  if (array == nullptr) return routes;
  for (const auto& item : *array) {
    json::Reader route(item, "/routes");
    routes.push_back({route.Text("code"), route.Text("mnemonic", {.required = true})});
    if (route.Finish()) in.Fail("routes", "field.invalid");
  }
  return routes;
}

MessageType ReadType(json::Reader& in) {
  MessageType type;
  type.namespace_uri = in.Text("namespace", {.required = true});
  type.request_root = in.Text("request_root", {.required = true});
  type.response_root = in.Text("response_root");
  type.title = in.Text("title", {.required = true});
  type.routing_element = in.Text("routing_element");
  type.family = in.Text("family");
  type.senders = in.Texts("senders");
  type.broadcast = in.Flag("broadcast").value_or(false);
  type.subscribers = in.Texts("subscribers");
  type.personal_signature = in.Flag("personal_signature").value_or(false);
  type.persons = in.Texts("persons");
  type.routes = ReadRoutes(in);
  return type;
}

std::optional<Refusal> CheckMembers(const Registry& registry, const MessageType& type) {
  auto members = type.subscribers;
  for (const auto& route : type.routes) members.push_back(route.mnemonic);
  for (const auto& mnemonic : members) {
    if (registry.FindParticipant(mnemonic) == nullptr)
      return Refusal::Conflict("testbed.participant_unknown", mnemonic);
  }
  return std::nullopt;
}

Result<http::Response> PutMessageType(const ControlServices& control,
                                      const http::Request& request) {
  auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  auto type = ReadType(in);
  const auto* schemas = in.Object("schemas");
  if (auto refusal = in.Finish()) return *refusal;
  if (auto refusal = CheckMembers(*control.services.registry.Get(), type)) return *refusal;
  if (schemas != nullptr && !schemas->empty()) {
    auto folder = KeepSchemas(control.schema_folder, type.namespace_uri, *schemas);
    if (!folder) return folder.refusal();
    type.schema_folder = *folder;
    control.services.schemas.Forget(type.schema_folder);
  }
  control.services.db.Transact(db::Scope::System(), [&](db::Tx& tx) { storage::Save(tx, type); });
  ReloadRegistry(control.services);
  return http::Response::NoContent();
}

Result<http::Response> PutAuthorities(const ControlServices& control,
                                      const http::Request& request) {
  auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  auto authorities = ReadCertificates(in, "certificates_pem", ReadPems(in, "certificates_pem"));
  if (auto refusal = in.Finish()) return *refusal;
  control.services.db.Transact(db::Scope::System(),
                               [&](db::Tx& tx) { storage::SaveAuthorities(tx, authorities); });
  ReloadRegistry(control.services);
  return http::Response::NoContent();
}

Result<http::Response> PutRevoked(const ControlServices& control, const http::Request& request) {
  auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  auto serials = in.Texts("serials");
  if (auto refusal = in.Finish()) return *refusal;
  for (auto& serial : serials) {
    for (auto& digit : serial)
      digit = static_cast<char>(std::toupper(static_cast<unsigned char>(digit)));
  }
  control.services.db.Transact(db::Scope::System(),
                               [&](db::Tx& tx) { storage::SaveRevoked(tx, serials); });
  ReloadRegistry(control.services);
  return http::Response::NoContent();
}

}  // namespace

std::vector<http::Route> RegistryRoutes(const ControlServices& control) {
  return {Local(control, "PUT", "participants/{mnemonic}", PutParticipant),
          Local(control, "PUT", "message-types", PutMessageType),
          Local(control, "PUT", "authorities", PutAuthorities),
          Local(control, "PUT", "revoked-certificates", PutRevoked)};
}

}  // namespace okno::testbed
