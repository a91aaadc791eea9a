// SPDX-License-Identifier: Apache-2.0
#include "access/signing_keys.h"

#include <algorithm>

#include "crypto/hash.h"
#include "logic/proof.h"
#include "logic/rules/signing_certificate.h"
#include "storage/attempt_store.h"
#include "storage/signing_key_store.h"
#include "text/strings.h"

namespace okno::access {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::size_t kLargestFile = 64 * 1024;
constexpr int kShortestPassword = 8;
constexpr storage::Pace kUploadPace{20, seconds(30), minutes(15), minutes(60)};
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
Result<crypto::Certificate> Judge(const SigningKeyFile& file, const Employee& owner, Instant now) {
  if (file.pkcs12.size() > kLargestFile) return Wrong("/file", "signer.key_malformed");
  const auto content = crypto::ReadPkcs12(file.pkcs12, file.password);
  if (!content) return AtField(content.refusal());
  if (text::Length(file.password) < kShortestPassword) {
    return Wrong("/password", "access.signing_key_password_short");
  }
  auto certificate = crypto::Certificate::FromPem(content->pair.certificate_pem);
  if (!certificate) return Wrong("/file", certificate.refusal().code);
  if (auto objection = rules::Objection(*certificate, now); !objection.empty()) {
    return Wrong("/file", std::move(objection));
  }
  if (!rules::IsOf(*certificate, owner)) return Wrong("/file", "access.signing_key_foreign");
  const auto signer = crypto::LoadPemSigner(content->pair.key_pem, content->pair.certificate_pem);
  if (!signer) return AtField(signer.refusal());
  return certificate;
}

std::string AttemptKey(const Principal& principal) {
  return crypto::Sha256("signing key " + principal.user_id.ToString());
}

std::string UploadKey(const Principal& principal) {
  return crypto::Sha256("signing key upload " + principal.user_id.ToString());
}

Outcome Prove(const Context& context, const Principal& principal, const OwnPassword& own) {
  return ProveOwn(context, {principal, own, "signing_key_change", "/account_password"});
}

// Who uploads: opening a file takes time of the processor, so nobody tries without end.
Result<Employee> CountUpload(const Context& context, const Principal& principal) {
  const Instant now = context.clock.Now();
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Result<Employee> {
    auto counted = CountGuess(tx, UploadKey(principal), kUploadPace, now);
    if (!counted) return counted.refusal();
    return FindEmployee(tx, principal.user_id).value();
  });
}

// The key, its password counted as wrong until it has opened it.
Result<storage::KeptKey> CountAndFind(const Context& context, const Principal& principal) {
  const Instant now = context.clock.Now();
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Result<storage::KeptKey> {
    auto key = storage::FindSigningKey(tx, principal.user_id);
    if (!key) return kAbsent;
    auto counted = CountGuess(tx, AttemptKey(principal), kPace, now);
    if (!counted) return counted.refusal();
    return *std::move(key);
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
                                  const SigningKeyFile& file, const OwnPassword& own) {
  crypto::LoadGost();
  if (auto proven = Prove(context, principal, own); !proven) return proven.refusal();
  const Instant now = context.clock.Now();
  const auto owner = CountUpload(context, principal);
  if (!owner) return owner.refusal();
  const auto certificate = Judge(file, *owner, now);
  if (!certificate) return certificate.refusal();
  context.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    storage::KeepSigningKey(tx, principal.user_id,
                            {file.pkcs12, certificate->der(), now, certificate->not_after()});
    storage::ForgetAttempts(tx, AttemptKey(principal));
    storage::ForgetAttempts(tx, UploadKey(principal));
  });
  return Describe(*certificate, now, now);
}

Outcome RemoveSigningKey(const Context& context, const Principal& principal,
                         const OwnPassword& own) {
  if (auto proven = Prove(context, principal, own); !proven) return proven;
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Outcome {
    if (!storage::DeleteSigningKey(tx, principal.user_id)) return kAbsent;
    return Done();
  });
}

std::vector<EndingKey> ListEndingKeys(const Context& context, const Principal& principal,
                                      std::chrono::days warning) {
  const Instant before = context.clock.Now() + warning;
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return storage::ListEndingKeys(tx, principal.organization_id, before);
  });
}

KeyOutlook OutlookOfKeys(const Context& context, std::chrono::days warning) {
  const Instant now = context.clock.Now();
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return storage::OutlookOfKeys(tx, now, now + warning);
  });
}

void NoteTermsOfKeys(db::Pool& db) {
  crypto::LoadGost();
  db.Transact(db::Scope::System(), [](db::Tx& tx) {
    for (const auto& [id, der] : storage::ListUndatedKeys(tx)) {
      storage::SetKeyTerm(tx, id, crypto::Certificate::FromDer(der).value().not_after());
    }
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
  if (!signer) {
    NoteRefusedProof(context, principal, {}, "signing_key");
    return AtField(signer.refusal());
  }
  context.db.Transact(db::Scope::System(),
                      [&](db::Tx& tx) { storage::ForgetAttempts(tx, AttemptKey(principal)); });
  auto objection = rules::Objection((*signer)->certificate(), context.clock.Now());
  if (!objection.empty()) return Refusal::Conflict(std::move(objection));
  return signer;
}

}  // namespace okno::access
