// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "base/id.h"
#include "base/result.h"
#include "db/pool.h"
#include "json/json.h"
#include "text/checks.h"
#include "time/time.h"

namespace okno::applicants {

using ApplicantId = Id<struct ApplicantTag>;
enum class ApplicantKind { kPerson, kEntrepreneur, kLegalEntity };

struct IdentityDocument {
  std::string kind;  // "passport_rf", … as in openapi.yaml
  std::string series, number, issued_by, issuer_code, country;
  std::optional<Date> issue_date, valid_until;
  bool operator==(const IdentityDocument&) const = default;
};

// The card of an applicant, all fields parsed and checked (IN-1). Empty text = not given.
struct Applicant {
  ApplicantId id;
  access::OrganizationId organization_id;
  ApplicantKind kind = ApplicantKind::kPerson;
  std::string last_name, first_name, middle_name;
  std::optional<Date> birth_date;
  std::string birth_place, sex, citizenship;
  std::string snils, inn, ogrn, kpp;                   // digits only
  std::string full_name, short_name, head_name, head_position;
  std::optional<IdentityDocument> identity_document;
  std::vector<IdentityDocument> other_documents;
  std::string registration_address, residence_address;
  std::string phone, email;                            // phone as +7XXXXXXXXXX
  int version = 1;
  Instant created_at, updated_at;
  bool operator==(const Applicant&) const = default;

  std::string DisplayName() const;    // full name
  std::string ShortName() const;      // "Иванова А. П." or the entity's short name
  std::string MaskedDocument() const; // "паспорт •• •• •••567"
  Json ToJson() const;                // as in openapi.yaml
};

// Parses and checks the input of a card; the refusal names every wrong field. `today` judges dates (passport replaced
// at 20 and 45, issued not before 14, nobody born in the future).
Result<Applicant> ParseApplicant(const Json& input, Date today);

// Use cases. Reading and writing is inside the principal's organization only.
struct Context {
  db::Pool& db;
  const Clock& clock;
  std::string zone = "Europe/Moscow";  // whose calendar day "today" is
};
// Refused "applicants.snils_taken", "applicants.inn_taken", "applicants.ogrn_taken" with the id of the card that holds
// the number as detail. Update also: "applicants.not_found", "request.stale".
Result<Applicant> Create(const Context& context, const access::Principal& principal, const Applicant& draft,
                         const std::string& idempotency_key);
Result<Applicant> Update(const Context& context, const access::Principal& principal, const ApplicantId& id,
                         long long version, const Applicant& draft);
// For rooms above, inside their transaction (scope already set); empty when not of this organization.
std::optional<Applicant> Find(db::Tx& tx, const ApplicantId& id);

}  // namespace okno::applicants
