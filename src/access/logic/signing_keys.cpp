// SPDX-License-Identifier: Apache-2.0
#include "access/signing_keys.h"

#include <algorithm>

#include "crypto/hash.h"
#include "logic/rules/signing_certificate.h"
#include "storage/attempt_store.h"
#include "storage/signing_key_store.h"

namespace okno::access {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::size_t kLargestFile = 64 * 1024;
constexpr storage::Pace kPace{5, seconds(30), minutes(15), minutes(60)};

const Refusal kAbsent = Refusal::Conflict("access.signing_key_absent");

Refusal Wrong(const char* pointer, std::string code) {
  return Refusal::Invalid("input.invalid", {{pointer, std::move(code), {}}});
}

// The refusals of crypto at the fields they are about.
Refusal AtField(const Refusal& refusal) {
  return Wrong(refusal.code == "signer.password" ? "/password" : "/file", refusal.code);
}

SigningKey Describe(const crypto::Certificate& certificate, Instant kept_at, Instant now) {
  return {.owner = certificate.subject_name(),
          .subject = certificate.subject(),
          .issuer = certificate.issuer_name(),
          .serial = certificate.serial(),
          .not_before = certificate.not_before(),
          .not_after = certificate.not_after(),
          .kept_at = kept_at,
          .objection = rules::Objection(certificate, now)};
}

// The certificate of a file that its owner may sign with now.
Result<crypto::Certificate> Judge(const SigningKeyFile& file, Instant now) {
  if (file.pkcs12.size() > kLargestFile) return Wrong("/file", "signer.key_malformed");
  const auto content = crypto::ReadPkcs12(file.pkcs12, file.password);
  if (!content) return AtField(content.refusal());
  auto certificate = crypto::Certificate::FromPem(content->pair.certificate_pem);
  if (!certificate) return Wrong("/file", certificate.refusal().code);
  if (auto objection = rules::Objection(*certificate, now); !objection.empty()) {
    return Wrong("/file", std::move(objection));
  }
  const auto signer = crypto::LoadPkcs12Signer(file.pkcs12, file.password);
  if (!signer) return AtField(signer.refusal());
  return certificate;
}

std::string AttemptKey(const Principal& principal) {
  return crypto::Sha256("signing key " + principal.user_id.ToString());
}

// The key, its password counted as wrong until it has opened it.
Result<storage::KeptKey> CountAndFind(const Context& context, const Principal& principal) {
  const Instant now = context.clock.Now();
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Result<storage::KeptKey> {
    auto key = storage::FindSigningKey(tx, principal.user_id);
    if (!key) return kAbsent;
    const auto blocked = storage::CountAttempt(tx, AttemptKey(principal), kPace, now);
    if (!blocked) return *std::move(key);
    const auto wait = std::max(std::chrono::ceil<seconds>(*blocked - now), seconds(1));
    return Refusal{
        RefusalKind::kTooMany, "access.too_many_attempts", std::to_string(wait.count()), {}};
  });
}

}  // namespace

std::optional<SigningKey> FindSigningKey(const Context& context, const Principal& principal) {
  const auto kept = context.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return storage::FindSigningKey(tx, principal.user_id);
  });
  if (!kept) return std::nullopt;
  crypto::LoadGost();
  const auto certificate = crypto::Certificate::FromDer(kept->certificate_der).value();
  return Describe(certificate, kept->kept_at, context.clock.Now());
}

Result<SigningKey> KeepSigningKey(const Context& context, const Principal& principal,
                                  const SigningKeyFile& file) {
  crypto::LoadGost();
  const Instant now = context.clock.Now();
  const auto certificate = Judge(file, now);
  if (!certificate) return certificate.refusal();
  context.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    storage::KeepSigningKey(tx, principal.user_id, {file.pkcs12, certificate->der(), now});
    storage::ForgetAttempts(tx, AttemptKey(principal));
  });
  return Describe(*certificate, now, now);
}

Outcome RemoveSigningKey(const Context& context, const Principal& principal) {
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Outcome {
    if (!storage::DeleteSigningKey(tx, principal.user_id)) return kAbsent;
    return Done();
  });
}

Result<std::shared_ptr<const crypto::Signer>> OpenSigningKey(const Context& context,
                                                             const Principal& principal,
                                                             const std::string& password) {
  crypto::LoadGost();
  const auto kept = CountAndFind(context, principal);
  if (!kept) return kept.refusal();
  // Outside any transaction: opening the file is made slow by its rounds.
  auto signer = crypto::LoadPkcs12Signer(kept->pkcs12, password);
  if (!signer) return AtField(signer.refusal());
  context.db.Transact(db::Scope::System(),
                      [&](db::Tx& tx) { storage::ForgetAttempts(tx, AttemptKey(principal)); });
  auto objection = rules::Objection((*signer)->certificate(), context.clock.Now());
  if (!objection.empty()) return Refusal::Conflict(std::move(objection));
  return signer;
}

}  // namespace okno::access
