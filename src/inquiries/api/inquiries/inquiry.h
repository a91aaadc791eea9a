// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "applicants/applicant.h"
#include "base/id.h"
#include "exchange/exchange.h"
#include "json/json.h"
#include "message_types/message_types.h"
#include "time/time.h"

namespace okno::inquiries {

using InquiryId = Id<struct InquiryTag>;

// States of an outgoing inquiry («СОЗ»).
enum class State {
  kFormed,       // being filled; right or not
  kReady,        // signed and queued: goes out as soon as the bus takes it
  kSent,         // the bus has it
  kAccepted,     // the agency has said that it has it
  kAnswered,     // the answer is here, be it that there are no such data
  kNotSent,      // could not be delivered
  kError,        // the bus found an error in it, or the answer can not be trusted or read
  kNotAccepted,  // the agency refused to answer
  kCancelled,    // given up; an answer that comes after all is still taken
};
std::string_view Word(State state);  // "not_sent"
std::optional<State> StateFromWord(std::string_view word);
bool IsWaiting(State state);  // ready, sent, accepted: an answer is on its way

// What the inquiry is made for in the room above: ("application", id).
struct CaseReference {
  std::string kind;
  Uuid id;
  bool operator==(const CaseReference&) const = default;
};

// What came back.
struct Answer {
  bool has_data = false;  // false: the agency says there is nothing (RequestRejected, NO_DATA)
  std::string text;       // the agency's words then
  message_types::Answer content;               // as read by the type the inquiry was made with
  std::string signature_verdict, signer_name;  // of the message, as exchange::Message has them
  std::string personal_verdict, person_name;   // of the official over the content; "" without one
  Instant at;
};

// An inquiry to an agency about one matter.
struct Inquiry {
  InquiryId id;
  access::OrganizationId organization_id;
  std::optional<access::BranchId> branch_id;
  std::string number;  // "P/26/9451"; "" until it is saved
  std::string type_name;
  int type_version = 1;
  std::string type_title, addressee;  // as they were when it was begun
  std::optional<applicants::ApplicantId> applicant_id;
  std::string subject_name;  // "Иванова А. П.": whom it is about; may be empty
  // Whom its form asks about, by the names of the applicant's card: what is typed there of
  // last_name, first_name, middle_name, birth_date, snils. An object, empty when nobody is named.
  Json asked = Json::object();
  std::optional<CaseReference> about;
  std::string case_number, case_item;  // the case's number when last saved; its checklist item
  std::string consumer_number;  // «номер в ИС потребителя», typed by hand; may be empty
  std::string purpose;  // "" or "fill_applicant"
  State state = State::kFormed;
  std::string state_text;  // the agency's or the bus's words about the state
  Json form = Json::object();
  std::optional<exchange::MessageId> message_id;  // the request that carries it now
  std::optional<Answer> answer;
  access::UserId executor_id;
  std::string executor_name;
  int version = 1;
  Instant created_at, updated_at;
  std::optional<Instant> sent_at, answered_at;
};

struct HistoryEntry {
  Instant at;
  std::optional<access::UserId> user_id;
  std::string actor;
  std::string kind;  // "state", "edited", "note"
  std::optional<State> from, to;
  std::string code, detail;  // the text: a code of Messages() and its detail
  std::string reason;
  bool operator==(const HistoryEntry&) const = default;
};

}  // namespace okno::inquiries
