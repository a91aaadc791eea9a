// SPDX-License-Identifier: Apache-2.0
#include "logic/runtime.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "text/strings.h"

namespace okno::exchange {

namespace {

constexpr std::string_view kPemEnd = "-----END CERTIFICATE-----";

Outcome AddRoots(std::string_view pems, crypto::TrustStore& trust) {
  for (auto end = pems.find(kPemEnd); end != std::string_view::npos; end = pems.find(kPemEnd)) {
    auto root = crypto::Certificate::FromPem(pems.substr(0, end + kPemEnd.size()));
    if (!root) return root.refusal();
    trust.AddRoot(*root);
    pems.remove_prefix(end + kPemEnd.size());
  }
  return Done();
}

}  // namespace

std::optional<std::string> ReadKeyFile(const std::string& folder, const std::string& path) {
  std::ifstream file(std::filesystem::path(folder) / path,
                     std::ios::binary);  // an absolute path wins
  if (!file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

bool AreRoots(std::string_view pems) {
  crypto::TrustStore ignored;
  bool any = pems.find_first_not_of(" \t\r\n") != std::string_view::npos;
  return AddRoots(pems, ignored).ok() && (!any || pems.find(kPemEnd) != std::string_view::npos);
}

Result<std::shared_ptr<const Runtime>> Runtimes::Get(const storage::ConnectionRow& row) {
  auto revocations = revocations_.Get();
  std::lock_guard lock(mutex_);
  auto& runtime = loaded_[row.connection.id];
  if (runtime && runtime->row.revision == row.revision && runtime->revocations == revocations)
    return runtime;
  auto loaded = LoadRuntime(row, data_folder_);
  if (!loaded) return loaded.refusal();
  if (lists_ != revocations) trust_.clear();
  lists_ = revocations;
  (*loaded)->trust = TrustIn(row.connection.trusted_roots_pem, *revocations);
  (*loaded)->revocations = std::move(revocations);
  (*loaded)->answer_timeout = answer_timeout_;
  runtime = *loaded;
  return runtime;
}

Outcome MayJudge(const Runtime& runtime) {
  const bool all_read = !runtime.revocations || runtime.revocations->unread.empty();
  return all_read ? Done() : Outcome(Refusal::Conflict("exchange.crl_unreadable"));
}

// The lists may be tens of megabytes: they are parsed once, not for each connection.
Runtimes::Trust Runtimes::TrustIn(const std::string& roots_pem,
                                  const RevocationFiles& revocations) {
  auto& known = trust_[roots_pem];
  if (known) return known;
  auto trust = std::make_shared<crypto::TrustStore>();
  [[maybe_unused]] const auto added = AddRoots(roots_pem, *trust);  // LoadRuntime has judged them
  AddRevocations(revocations, *trust);
  return known = std::move(trust);
}

Result<std::shared_ptr<Runtime>> LoadRuntime(const storage::ConnectionRow& row,
                                             const std::string& data_folder) {
  const auto& connection = row.connection;
  const auto* dialect = smev3::FindDialect(connection.version);
  if (dialect == nullptr)
    return Refusal::Conflict("exchange.version_unsupported", connection.version);
  auto key = ReadKeyFile(data_folder, connection.key_path);
  auto certificate = ReadKeyFile(data_folder, connection.certificate_path);
  if (!key || !certificate) return Refusal::Conflict("exchange.key_unreadable");
  crypto::LoadGost();
  auto signer = crypto::LoadPemSigner(*key, *certificate);
  if (!signer) return signer.refusal();
  auto bus = crypto::Certificate::FromPem(connection.bus_certificate_pem);
  if (!bus) return bus.refusal();
  auto runtime = std::make_shared<Runtime>(*bus);
  runtime->row = row;
  runtime->dialect = dialect;
  runtime->signer = *signer;
  runtime->signed_with =
      connection.version + ":" + text::HexEncode((*signer)->certificate().sha256());
  if (connection.ftp.configured() && !connection.ftp.password_path.empty()) {
    auto password = ReadKeyFile(data_folder, connection.ftp.password_path);
    if (!password) return Refusal::Conflict("exchange.key_unreadable");
    while (!password->empty() && password->back() == '\n') password->pop_back();
    runtime->ftp_password = std::move(*password);
  }
  auto trust = std::make_shared<crypto::TrustStore>();
  if (auto added = AddRoots(connection.trusted_roots_pem, *trust); !added) return added.refusal();
  runtime->trust = std::move(trust);
  return runtime;
}

}  // namespace okno::exchange
