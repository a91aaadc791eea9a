// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <sstream>

#include "crypto/gost.h"
#include "http/handlers.h"
#include "storage/connection_store.h"

namespace okno::exchange {

namespace {

std::optional<crypto::Certificate> ReadCertificate(const Services& services,
                                                   const Connection& connection) {
  std::ifstream file(std::filesystem::path(services.data_folder) / connection.certificate_path,
                     std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  crypto::LoadGost();
  auto certificate = crypto::Certificate::FromPem(text.str());
  return certificate ? std::optional(*certificate) : std::nullopt;
}

Json ToJson(const Services& services, const storage::ConnectionRow& row) {
  const auto& connection = row.connection;
  Json json{{"id", connection.id.ToString()},
            {"mnemonic", connection.mnemonic},
            {"url", connection.url},
            {"version", connection.version},
            {"state", row.state},
            {"waiting", row.waiting}};
  if (!row.last_error.empty()) json["last_error"] = row.last_error;
  if (row.last_success_at) json["last_success_at"] = FormatInstant(*row.last_success_at);
  if (auto certificate = ReadCertificate(services, connection)) {
    json["certificate"] = certificate->subject_name();
    json["certificate_until"] = FormatInstant(certificate->not_after());
  }
  return json;
}

}  // namespace

Result<http::Response> ListSmevConnections(const Services& services, const http::Request& request) {
  auto rows = services.db.Transact(access::Of(request).scope(),
                                   [](db::Tx& tx) { return storage::List(tx); });
  Json items = Json::array();
  for (const auto& row : rows) items.push_back(ToJson(services, row));
  return http::Response::Of({{"items", std::move(items)}});
}

}  // namespace okno::exchange
