// SPDX-License-Identifier: Apache-2.0
#include "http/connection_json.h"

#include "logic/certificates.h"
#include "logic/revocation_files.h"

namespace okno::exchange {

namespace {

std::string_view Word(WatchedCertificate::State state) {
  using State = WatchedCertificate::State;
  return state == State::kGood ? "good" : state == State::kSoon ? "soon" : "expired";
}

Json CertificatesOf(const std::vector<WatchedCertificate>& certificates) {
  Json list = Json::array();
  for (const auto& one : certificates) {
    bool own = one.kind == WatchedCertificate::Kind::kOwn;
    list.push_back({{"kind", own ? "own" : "bus"},
                    {"subject", one.subject},
                    {"until", FormatInstant(one.until)},
                    {"state", Word(one.state)}});
  }
  return list;
}

std::string_view Word(RevocationTrouble::Kind kind) {
  switch (kind) {
    case RevocationTrouble::Kind::kMissing:
      return "missing";
    case RevocationTrouble::Kind::kUnreadable:
      return "unreadable";
    case RevocationTrouble::Kind::kReplaced:
      return "replaced";
    case RevocationTrouble::Kind::kUnread:
      break;
  }
  return "unread";
}

Json RevocationsOf(const Services& services) {
  Json list = Json::array();
  for (const auto& one : FindRevocationTroubles(services.data_folder))
    list.push_back({{"file", one.file}, {"state", Word(one.kind)}});
  return list;
}

}  // namespace

Json ToJson(const Services& services, const storage::ConnectionRow& row) {
  const auto& connection = row.connection;
  Json json{{"id", connection.id.ToString()},
            {"mnemonic", connection.mnemonic},
            {"url", connection.url},
            {"version", connection.version},
            {"state", row.state},
            {"waiting", row.waiting},
            {"undelivered", row.undelivered},
            {"has_files", connection.ftp.configured()}};
  if (!row.last_error.empty()) json["last_error"] = row.last_error;
  if (row.last_success_at) json["last_success_at"] = FormatInstant(*row.last_success_at);
  auto certificates = WatchedCertificates(connection, services.data_folder, services.clock.Now());
  json["certificates"] = CertificatesOf(certificates);
  json["revocation_lists"] = RevocationsOf(services);
  for (const auto& one : certificates) {
    if (one.kind != WatchedCertificate::Kind::kOwn) continue;
    json["certificate"] = one.subject;
    json["certificate_until"] = FormatInstant(one.until);
  }
  return json;
}

Json ToSettings(const Services& services, const storage::ConnectionRow& row) {
  const auto& connection = row.connection;
  const auto& ftp = connection.ftp;
  const auto& limits = connection.limits;
  auto json = ToJson(services, row);
  json["revision"] = row.revision;
  json["node_id"] = connection.node_id;
  json["bus_certificate_pem"] = connection.bus_certificate_pem;
  json["trusted_roots_pem"] = connection.trusted_roots_pem;
  json["ftp"] = {{"host", ftp.host},
                 {"port", ftp.port},
                 {"user", ftp.user},
                 {"directory", ftp.directory},
                 {"has_password", !ftp.password_path.empty()}};
  json["limits"] = {{"max_in_flight", limits.max_in_flight},
                    {"max_attempts", limits.max_attempts},
                    {"delivery_hours", limits.delivery_hours},
                    {"poll_shortest_ms", limits.poll_shortest.count()},
                    {"poll_longest_ms", limits.poll_longest.count()},
                    {"inline_bytes", limits.inline_bytes},
                    {"file_bytes", limits.file_bytes}};
  return json;
}

}  // namespace okno::exchange
