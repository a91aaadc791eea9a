// SPDX-License-Identifier: Apache-2.0
#include "logic/certificates.h"

#include "log/log.h"
#include "logic/revocation_files.h"

namespace okno::exchange {

namespace {

constexpr std::chrono::days kWarning{30};

void Add(std::vector<WatchedCertificate>& found, WatchedCertificate::Kind kind,
         std::string_view pem, Instant now) {
  using State = WatchedCertificate::State;
  auto certificate = crypto::Certificate::FromPem(pem);
  if (!certificate) return;
  auto until = certificate->not_after();
  auto state = until <= now              ? State::kExpired
               : until - now <= kWarning ? State::kSoon
                                         : State::kGood;
  found.push_back({kind, certificate->subject_name(), until, state});
}

}  // namespace

std::vector<WatchedCertificate> WatchedCertificates(const Connection& connection,
                                                    const std::string& data_folder, Instant now) {
  crypto::LoadGost();
  std::vector<WatchedCertificate> found;
  if (auto own = ReadKeyFile(data_folder, connection.certificate_path))
    Add(found, WatchedCertificate::Kind::kOwn, *own, now);
  Add(found, WatchedCertificate::Kind::kBus, connection.bus_certificate_pem, now);
  return found;
}

namespace {

// An outdated list still names the revoked of its day, but nobody since.
void WarnOfRevocations(const Context& context, Instant now) {
  crypto::TrustStore ignored;
  const auto files = RevocationFolder(context.options.data_folder).Get();
  for (const auto& list : AddRevocations(*files, ignored)) {
    if (list.next_at && *list.next_at < now)
      log::Warning("crl_outdated",
                   {{"issuer", list.issuer}, {"next", FormatInstant(*list.next_at)}});
  }
}

}  // namespace

void WarnOfCertificates(const Context& context) {
  auto connections =
      context.db.Transact(db::Scope::System(), [](db::Tx& tx) { return ListConnections(tx); });
  auto now = context.clock.Now();
  WarnOfRevocations(context, now);
  for (const auto& connection : connections) {
    for (const auto& one : WatchedCertificates(connection, context.options.data_folder, now)) {
      if (one.state == WatchedCertificate::State::kGood) continue;
      bool own = one.kind == WatchedCertificate::Kind::kOwn;
      log::Warning("smev_certificate_ends", {{"participant", connection.mnemonic},
                                             {"certificate", own ? "own" : "bus"},
                                             {"until", FormatInstant(one.until)}});
    }
  }
}

}  // namespace okno::exchange
