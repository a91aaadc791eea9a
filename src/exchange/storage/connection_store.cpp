// SPDX-License-Identifier: Apache-2.0
#include "storage/connection_store.h"

#include "exchange/queries.h"

namespace okno::exchange {

namespace storage {

namespace {

std::map<std::string, QueuePolls> ReadPolls(const Json& json) {
  std::map<std::string, QueuePolls> polls;
  for (const auto& [queue, value] : json.items()) {
    auto next = ParseInstant(value.value("next", ""));
    if (next) polls[queue] = {value.value("empty", 0), *next};
  }
  return polls;
}

ConnectionRow ReadConnection(const db::Row& row) {
  ConnectionRow found;
  auto& connection = found.connection;
  connection.id = row["id"].As<ConnectionId>();
  connection.organization_id = row["organization_id"].As<access::OrganizationId>();
  connection.mnemonic = row["mnemonic"].Text();
  connection.url = row["url"].Text();
  connection.version = row["version"].Text();
  connection.key_path = row["key_path"].Text();
  connection.certificate_path = row["certificate_path"].Text();
  connection.bus_certificate_pem = row["bus_certificate_pem"].Text();
  connection.trusted_roots_pem = row["trusted_roots_pem"].Text();
  connection.node_id = row["node_id"].Text();
  connection.ftp = {row["ftp_host"].Text(), row["ftp_port"].As<int>(), row["ftp_user"].Text(),
                    row["ftp_password_path"].Text(), row["ftp_directory"].Text()};
  connection.limits = {row["max_in_flight"].As<int>(),
                       row["max_attempts"].As<int>(),
                       row["delivery_hours"].As<int>(),
                       std::chrono::milliseconds(row["poll_shortest_ms"].As<int>()),
                       std::chrono::milliseconds(row["poll_longest_ms"].As<int>()),
                       static_cast<std::uint64_t>(row["inline_bytes"].As<long long>()),
                       static_cast<std::uint64_t>(row["file_bytes"].As<long long>())};
  found.revision = row["revision"].As<long long>();
  found.state = row["state"].Text();
  found.failures = row["failures"].As<int>();
  found.retry_at = row["retry_at"].Maybe<Instant>();
  found.last_error = row["last_error"].Text();
  found.last_success_at = row["last_success_at"].Maybe<Instant>();
  found.polls = ReadPolls(row["polls"].As<Json>());
  found.former_node_ids = row["former_node_ids"].As<std::vector<std::string>>();
  found.waiting = row["waiting"].As<long long>();
  found.undelivered = row["undelivered"].As<long long>();
  return found;
}

std::optional<ConnectionRow> ReadOne(const db::Rows& rows) {
  return rows.empty() ? std::nullopt : std::optional(ReadConnection(rows.front()));
}

}  // namespace

std::vector<ConnectionRow> List(db::Tx& tx) {
  std::vector<ConnectionRow> found;
  auto rows = tx.Run(queries::kListConnections);
  for (const auto& row : rows) found.push_back(ReadConnection(row));
  return found;
}

std::optional<ConnectionRow> Find(db::Tx& tx, const ConnectionId& id) {
  return ReadOne(tx.Run(queries::kFindConnection, id));
}

std::optional<ConnectionRow> Lock(db::Tx& tx, const ConnectionId& id) {
  return ReadOne(tx.Run(queries::kLockConnection, id));
}

bool Delete(db::Tx& tx, const ConnectionId& id) {
  return tx.Run(queries::kDeleteConnection, id).affected() == 1;
}

std::optional<ConnectionRow> FindOfOrganization(db::Tx& tx, const access::OrganizationId& id) {
  return ReadOne(tx.Run(queries::kFindConnectionOfOrganization, id));
}

bool MarkUp(db::Tx& tx, const ConnectionId& id, Instant now) {
  auto rows = tx.Run(queries::kMarkConnectionUp, id, now);
  return !rows.empty() && rows.front()["state_before"].raw() != "up";
}

void MarkDown(db::Tx& tx, const ConnectionId& id, Instant now, std::string_view error) {
  tx.Run(queries::kMarkConnectionDown, id, now, error);
}

void NoteError(db::Tx& tx, const ConnectionId& id, std::string_view error) {
  tx.Run(queries::kNoteConnectionError, id, error);
}

bool TakeProbe(db::Tx& tx, const ConnectionId& id, Instant now, Instant until) {
  return tx.Run(queries::kTakeProbe, id, now, until).affected() == 1;
}

bool TakePollLease(db::Tx& tx, const ConnectionId& id, Instant now, Instant until) {
  return tx.Run(queries::kTakePollLease, id, now, until).affected() == 1;
}

void KeepPollLease(db::Tx& tx, const ConnectionId& id, Instant until) {
  tx.Run(queries::kKeepPollLease, id, until);
}

void NotePolls(db::Tx& tx, const ConnectionId& id, const std::map<std::string, QueuePolls>& polls) {
  Json json = Json::object();
  std::optional<Instant> first;
  for (const auto& [queue, value] : polls) {
    json[queue] = {{"empty", value.empty}, {"next", FormatInstant(value.next)}};
    if (!first || value.next < *first) first = value.next;
  }
  tx.Run(queries::kNotePoll, id, json, first);
}

void PutOffPolls(db::Tx& tx, const ConnectionId& id, Instant next, std::string_view error) {
  tx.Run(queries::kPutOffPolls, id, next, error);
}

std::vector<ConnectionId> ListToPoll(db::Tx& tx, Instant now) {
  std::vector<ConnectionId> ids;
  auto rows = tx.Run(queries::kListConnectionsToPoll, now);
  for (const auto& row : rows) ids.push_back(row["id"].As<ConnectionId>());
  return ids;
}

void DropPollLease(db::Tx& tx, const ConnectionId& id) { tx.Run(queries::kDropPollLease, id); }

}  // namespace storage

void SaveConnection(db::Tx& tx, const Connection& connection) {
  const auto& ftp = connection.ftp;
  const auto& limits = connection.limits;
  tx.Run(queries::kSaveConnection, connection.id, connection.organization_id, connection.mnemonic,
         connection.url, connection.version, connection.key_path, connection.certificate_path,
         connection.bus_certificate_pem, connection.trusted_roots_pem, connection.node_id, ftp.host,
         ftp.port, ftp.user, ftp.password_path, ftp.directory, limits.max_in_flight,
         limits.max_attempts, limits.delivery_hours,
         static_cast<long long>(limits.poll_shortest.count()),
         static_cast<long long>(limits.poll_longest.count()), limits.inline_bytes,
         limits.file_bytes);
}

std::vector<Connection> ListConnections(db::Tx& tx) {
  std::vector<Connection> connections;
  for (auto& row : storage::List(tx)) connections.push_back(std::move(row.connection));
  return connections;
}

}  // namespace okno::exchange
