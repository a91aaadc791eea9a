// SPDX-License-Identifier: Apache-2.0
#include "access/idempotency.h"
#include "crypto/hash.h"
#include "http/connection_input.h"
#include "http/connection_json.h"
#include "http/handlers.h"
#include "logic/connection_check.h"
#include "logic/secrets.h"
#include "logic/sentences.h"

namespace okno::exchange {

namespace {

using Row = storage::ConnectionRow;

Result<ConnectionId> IdOf(const http::Request& request) {
  return request.IdParam<ConnectionId>("id", "exchange.connection_not_found");
}

// The connection that the request names.
Result<Row> Get(const Services& services, const http::Request& request) {
  auto id = IdOf(request);
  if (!id) return id.refusal();
  auto row = services.db.Transact(access::Of(request).scope(),
                                  [&](db::Tx& tx) { return storage::Find(tx, *id); });
  if (!row) return Refusal::NotFound("exchange.connection_not_found");
  return *std::move(row);
}

http::Response Answer(const Services& services, const Row& row) {
  return http::Response::Of(ToSettings(services, row)).WithETag(row.revision);
}

// Creating is safe to repeat: the same key names the same connection.
ConnectionId IdFor(const access::Principal& principal, std::string_view idempotency_key) {
  auto digest =
      crypto::Sha256(principal.organization_id.ToString() + "\n" + std::string(idempotency_key));
  ConnectionId id = ConnectionId::New();
  std::copy_n(digest.begin(), 10, id.uuid.bytes.begin() + 6);
  id.uuid.bytes[6] = static_cast<std::uint8_t>((id.uuid.bytes[6] & 0x0f) | 0x80);
  id.uuid.bytes[8] = static_cast<std::uint8_t>((id.uuid.bytes[8] & 0x3f) | 0x80);
  std::copy_n(digest.begin() + 10, 6, id.uuid.bytes.begin());
  return id;
}

// The key must fit its certificate; both are kept in files before a row names them.
Outcome TakeSecrets(const Services& services, const ConnectionInput& input,
                    Connection& connection) {
  if (!input.key_pem.empty()) {
    crypto::LoadGost();
    auto signer = crypto::LoadPemSigner(input.key_pem, input.certificate_pem);
    if (!signer) {
      return Refusal::Invalid("input.invalid",
                              {{"/key_pem", signer.refusal().code, signer.refusal().detail}});
    }
    connection.key_path = KeepSecret(services.data_folder, "key", input.key_pem);
    connection.certificate_path = KeepSecret(services.data_folder, "pem", input.certificate_pem);
  }
  if (!input.ftp_password.empty()) {
    connection.ftp.password_path = KeepSecret(services.data_folder, "password", input.ftp_password);
  }
  return Done();
}

bool IsSamePlace(const Connection::Ftp& one, const Connection::Ftp& other) {
  return one.host == other.host && one.port == other.port && one.user == other.user;
}

// New settings over the old: what is secret stays unless it was sent anew. A password is not
// carried to another server or account: whoever may change settings could read it there.
Result<Connection> Merge(const Connection& before, const ConnectionInput& input) {
  auto after = input.settings;
  after.id = before.id;
  after.organization_id = before.organization_id;
  after.key_path = before.key_path;
  after.certificate_path = before.certificate_path;
  if (IsSamePlace(before.ftp, after.ftp)) {
    after.ftp.password_path = before.ftp.password_path;
  } else if (after.ftp.configured() && !before.ftp.password_path.empty() &&
             input.ftp_password.empty()) {
    return Refusal::Invalid("input.invalid", {{"/ftp/password", "exchange.password_missing", {}}});
  }
  return after;
}

Result<ConnectionInput> InputOf(const http::Request& request) {
  auto body = request.Object();
  if (!body) return body.refusal();
  return ReadConnectionInput(*body);
}

Json ToJson(const Check& check, text::Language language) {
  // Not the detail: words of a foreign server would make the check a probe of the network.
  return {{"good", check.good}, {"code", check.code}, {"text", TextOf(check.code, language)}};
}

}  // namespace

Result<http::Response> ListSmevConnections(const Services& services, const http::Request& request) {
  auto rows = services.db.Transact(access::Of(request).scope(),
                                   [](db::Tx& tx) { return storage::List(tx); });
  Json items = Json::array();
  for (const auto& row : rows) items.push_back(ToJson(services, row));
  return http::Response::Of({{"items", std::move(items)}});
}

Result<http::Response> GetSmevConnection(const Services& services, const http::Request& request) {
  auto row = Get(services, request);
  if (!row) return row.refusal();
  return Answer(services, *row);
}

Result<http::Response> CreateSmevConnection(const Services& services,
                                            const http::Request& request) {
  const auto& principal = access::Of(request);
  auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  auto input = InputOf(request);
  if (!input) return input.refusal();
  if (input->key_pem.empty()) {
    return Refusal::Invalid("input.invalid", {{"/key_pem", "exchange.key_missing", {}}});
  }
  auto connection = input->settings;
  connection.id = IdFor(principal, *key);
  connection.organization_id = principal.organization_id;
  if (auto taken = TakeSecrets(services, *input, connection); !taken) return taken.refusal();
  bool is_repeat = false;
  auto created = services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Row> {
    auto known = storage::FindOfOrganization(tx, principal.organization_id);
    if (known && known->connection.id != connection.id)
      return Refusal::Conflict("exchange.connection_exists");
    is_repeat = known.has_value();
    if (!known) SaveConnection(tx, connection);
    return storage::Find(tx, connection.id).value();
  });
  if (!created) return created.refusal();
  auto response = http::Response::Created(ToSettings(services, *created),
                                          "/api/v1/smev-connections/" + connection.id.ToString());
  if (is_repeat) response.audit_reason = access::kRepeat;
  return response.WithETag(created->revision);
}

Result<http::Response> ChangeSmevConnection(const Services& services,
                                            const http::Request& request) {
  auto id = IdOf(request);
  if (!id) return id.refusal();
  auto version = http::IfMatch(request);
  if (!version) return version.refusal();
  auto input = InputOf(request);
  if (!input) return input.refusal();
  auto changed = services.db.Transact(access::Of(request).scope(), [&](db::Tx& tx) -> Result<Row> {
    auto before = storage::Lock(tx, *id);
    if (!before) return Refusal::NotFound("exchange.connection_not_found");
    if (before->revision != *version) return Refusal{RefusalKind::kStale, "request.stale", {}, {}};
    auto after = Merge(before->connection, *input);
    if (!after) return after.refusal();
    if (auto taken = TakeSecrets(services, *input, *after); !taken) return taken.refusal();
    SaveConnection(tx, *after);
    return storage::Find(tx, *id).value();
  });
  if (!changed) return changed.refusal();
  return Answer(services, *changed);
}

Result<http::Response> DeleteSmevConnection(const Services& services,
                                            const http::Request& request) {
  auto id = IdOf(request);
  if (!id) return id.refusal();
  auto version = http::IfMatch(request);
  if (!version) return version.refusal();
  auto deleted = services.db.Transact(access::Of(request).scope(), [&](db::Tx& tx) -> Outcome {
    auto row = storage::Lock(tx, *id);
    if (!row) return Refusal::NotFound("exchange.connection_not_found");
    if (row->revision != *version) return Refusal{RefusalKind::kStale, "request.stale", {}, {}};
    if (!storage::Delete(tx, *id)) return Refusal::Conflict("exchange.connection_in_use");
    return Done();
  });
  if (!deleted) return deleted.refusal();
  return http::Response::NoContent();
}

Result<http::Response> CheckSmevConnection(const Services& services, const http::Request& request) {
  auto row = Get(services, request);
  if (!row) return row.refusal();
  auto runtime = LoadRuntime(*row, services.data_folder);
  auto bus = runtime ? CheckBus(**runtime)
                     : Check{false, runtime.refusal().code, runtime.refusal().detail};
  Json json{{"bus", ToJson(bus, request.language)}};
  if (runtime && row->connection.ftp.configured())
    json["files"] = ToJson(CheckFiles(**runtime), request.language);
  return http::Response::Of(json);
}

Result<http::Response> GetSmevQueues(const Services& services, const http::Request& request) {
  auto row = Get(services, request);
  if (!row) return row.refusal();
  auto runtime = LoadRuntime(*row, services.data_folder);
  auto asked = runtime ? AskQueues(**runtime)
                       : QueueAnswer{{false, runtime.refusal().code, runtime.refusal().detail}, {}};
  auto json = ToJson(asked.check, request.language);
  json["items"] = Json::array();
  for (const auto& queue : asked.queues)
    json["items"].push_back({{"name", queue.queue}, {"waiting", queue.waiting}});
  return http::Response::Of(json);
}

}  // namespace okno::exchange
