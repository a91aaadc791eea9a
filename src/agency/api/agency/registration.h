// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "base/id.h"
#include "base/result.h"
#include "catalog/calendar.h"
#include "catalog/service.h"
#include "db/pool.h"
#include "exchange/exchange.h"
#include "files/store.h"
#include "jobs/jobs.h"
#include "json/json.h"
#include "time/time.h"
#include "xml/schema.h"

// The agency's side of the road: what came from a centre through СМЭВ becomes a registration card,
// is accepted by an officer and decided; the answer goes back through СМЭВ.
namespace okno::agency {

using RegistrationId = Id<struct RegistrationTag>;
enum class Status { kRegistered, kInWork, kDecided };
std::string_view ToText(Status status);

struct LabelledValue {
  std::string label, value;
  bool operator==(const LabelledValue&) const = default;
};

struct Registration {
  RegistrationId id;
  access::OrganizationId organization_id;
  std::string number;              // the agency's own, without gaps per year
  exchange::MessageId request_id;  // the message it came with
  std::optional<exchange::MessageId> answer_id;
  std::string answer_state;  // "", "queued", "delivered", "failed"
  access::UnitId unit_id;
  std::string unit_name;
  std::optional<access::UserId> executor_id;
  std::string executor_name;
  Status status = Status::kRegistered;
  std::string center_number, center_name, service_code, service_name, applicant_name;
  Json applicant, form, documents;  // as in openapi.yaml
  std::string signature;            // the verdict in a sentence
  Instant received_at;
  Date planned_date;
  std::string outcome, decision_text, decided_by;
  std::optional<Instant> decided_at;
  long long version = 1;
};

// What the use cases need; everything must outlive the caller.
struct Context {
  db::Pool& db;
  const Clock& clock;
  files::Store& files;
  const catalog::WorkingCalendar& calendar;
  const xml::SchemaSet& message_type;  // content/message-types/center-application
  const catalog::Catalog& catalog;     // terms and grounds of the services the agency provides
};

// Empty when the card is outside the officer's territory. In the caller's transaction and scope.
std::optional<Registration> Find(db::Tx& tx, const access::Principal& officer,
                                 const RegistrationId& id);

// Use cases by an officer. Refused "agency.not_found" (also when it is another unit's),
// "request.stale", "agency.wrong_status".
Result<Registration> Accept(const Context& context, const access::Principal& officer,
                            const RegistrationId& id, long long version);
struct RouteInput {
  access::UnitId unit_id;
  std::string comment;
};
// Refused also "agency.unit_not_found".
Result<Registration> Route(const Context& context, const access::Principal& officer,
                           const RegistrationId& id, long long version, const RouteInput& input);
struct AnswerFile {
  std::string name;
  files::StoredFile file;
  std::string path = {};   // where the bytes lie until they are kept; "" when they are in the store
  std::string title = {};  // kind, number and date of the document, as the receipt will name it
};
struct DecisionInput {
  bool positive = true;
  std::string text;                  // may be empty when there are grounds
  std::vector<std::string> grounds;  // of a refusal, each as the rules of the service have it
  std::vector<AnswerFile> files;     // the answer documents, at most 5
  std::string idempotency_key;
};
// Queues the final answer for СМЭВ in the same transaction. Refused also
// "exchange.attachments_too_large", "input.invalid" for a ground the rules do not have.
Result<Registration> Decide(const Context& context, const access::Principal& officer,
                            const RegistrationId& id, long long version,
                            const DecisionInput& input);

// Cards of the officer's territory that are not decided, urgent first, at most 1,000 (list columns
// only).
std::vector<Registration> ListOpen(const Context& context, const access::Principal& officer);

// Which unit takes a service; set by the administrator (and the demo).
void SetRoute(db::Tx& tx, const access::OrganizationId& organization_id,
              const std::string& service_code, const access::UnitId& unit_id);

// Subscribes to exchange.request_received, request_cancelled, response_sent and delivery_failed.
void RegisterJobs(jobs::Runner& runner, const Context& context);

}  // namespace okno::agency
