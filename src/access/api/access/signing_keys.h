// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "access/directory.h"
#include "crypto/gost.h"

// The key with which a person signs content by their own hand (ЭП-СП, 63-ФЗ): a PKCS#12 of theirs,
// one a person, kept as it was uploaded, encrypted by its own password. The password is asked at
// every signing and kept nowhere; guessing it is slowed down as at sign-in. Why it lies on the
// server: docs/decisions/0009.
namespace okno::access {

struct SigningKey {
  std::string owner, subject, issuer, serial;  // of the certificate
  Instant not_before, not_after;
  Instant kept_at;
  // "" while it may sign; else why not: "certificate.expired", "certificate.not_yet_valid".
  std::string objection;
};

std::optional<SigningKey> FindSigningKey(const Context& context, const Principal& principal);

// A key that ends soon or has ended already, for who has to see that people can go on signing.
struct EndingKey {
  UserId user_id;
  std::string owner;  // the employee: "Иванова А. П."
  Instant not_after;
};
// Of the active employees of the principal's organization, within `warning`; the first to end
// first.
std::vector<EndingKey> ListEndingKeys(const Context& context, const Principal& principal,
                                      std::chrono::days warning);

// All keys of the installation, to be watched.
struct KeyOutlook {
  int ended = 0, ending = 0;           // past their term; within `warning` of it
  std::optional<Instant> nearest_end;  // of those that may still sign
};
KeyOutlook OutlookOfKeys(const Context& context, std::chrono::days warning);

// Keys kept before their term was noted get it. Once at the start.
void NoteTermsOfKeys(db::Pool& db);

// The password of the person's account, asked again where an open session is not enough, and the
// request that brought it, for the access journal.
struct OwnPassword {
  std::string password, remote_address, request_id;
};
struct SigningKeyFile {
  std::string pkcs12;  // at most 64 KB
  std::string password;
};
// Takes the place of the one kept before. Refused "input.invalid": at /password when it does not
// open the file ("signer.password"), at /file when it is no PKCS#12 or not whole
// ("signer.key_malformed", "signer.key_mismatch"), not GOST ("access.signing_key_not_gost"), not
// for signing documents ("access.signing_key_usage"), of somebody else (the certificate lacks the
// employee's last or first name: "access.signing_key_foreign"), "certificate.expired",
// "certificate.not_yet_valid"; and when the file would not keep the key from who steals the
// database: "signer.key_open", "signer.key_rounds" (crypto), "access.signing_key_password_short".
// After many attempts "access.too_many_attempts". A wrong password of the account is refused at
// /account_password ("access.password_wrong"), before anything else is judged.
Result<SigningKey> KeepSigningKey(const Context& context, const Principal& principal,
                                  const SigningKeyFile& file, const OwnPassword& own);
// Refused "access.signing_key_absent", and for the account's password as KeepSigningKey.
Outcome RemoveSigningKey(const Context& context, const Principal& principal,
                         const OwnPassword& own);

// The signer, for one signature. Refused "access.signing_key_absent", "access.too_many_attempts"
// (detail: seconds to wait), "input.invalid" at /password when it is wrong, and
// "certificate.expired" or "certificate.not_yet_valid" as a conflict.
Result<std::shared_ptr<const crypto::Signer>> OpenSigningKey(const Context& context,
                                                             const Principal& principal,
                                                             const std::string& password);

}  // namespace okno::access
