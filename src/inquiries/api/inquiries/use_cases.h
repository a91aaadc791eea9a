// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "applicants/applicant.h"
#include "db/pool.h"
#include "documents/documents.h"
#include "files/store.h"
#include "inquiries/inquiry.h"
#include "message_types/message_types.h"
#include "text/messages.h"
#include "time/time.h"

// What people do with outgoing inquiries; each is one transaction. All refuse "inquiries.not_found"
// when the principal may not see the inquiry, "request.stale" when `version` is not the current
// one, and a code of its own when the state does not allow it. Used by http, the demo generator and
// tests.
namespace okno::inquiries {

// What a case says about itself to an inquiry made for it.
struct CaseFacts {
  std::string number;  // "" before it is filed
  std::optional<applicants::ApplicantId> applicant_id;
  Json application =
      Json::object();  // {"number", "service_code", "service_name", "form"}: for prefill
  std::vector<std::string> checklist = {};  // codes of its documents that an inquiry may bring
  // By code of those that tell whom to ask about: the cards of these people, as far as they are
  // known; the applicant's own has its id.
  std::map<std::string, std::vector<Json>> persons = {};
  // By code of those that need an answer with a record of some kind: the kinds, one is enough.
  std::map<std::string, std::vector<std::string>> records = {};
};

struct Services {
  db::Pool& db;
  files::Store& files;
  const Clock& clock;
  const text::Catalog& texts;
  const message_types::Registry& types;
  std::string data_folder;             // relative key paths of connections are taken below it
  std::string zone = "Europe/Moscow";  // whose calendar day "today" is
  // The case, if the principal may see it. Cases live above this room: `app` wires it. Unset: there
  // are no cases.
  std::function<std::optional<CaseFacts>(const access::Principal&, const CaseReference&)> find_case;
};

// An inquiry with all that is shown of it.
struct View {
  Inquiry inquiry;
  message_types::MessageTypePointer type;  // null when the installation has lost it
  std::vector<FieldError> errors;  // of the form, while it may be changed; pointers into the form
  message_types::Answer sent;      // what was sent, to read; without a table before it is sent
  exchange::SignatureNote signature;           // the personal one over what was sent, if any
  std::vector<documents::Document> documents;  // files of the answer
  std::vector<HistoryEntry> history;           // oldest first
};

struct NewInquiry {
  std::string type;
  std::optional<applicants::ApplicantId>
      applicant_id;  // with `about`: the case's applicant if empty
  std::optional<CaseReference> about;
  // The checklist item it is to bring, one of CaseFacts::checklist that the type brings; empty: the
  // only such one of the case, if there is just one.
  std::string item;
  // PersonKey of the one to ask about, among CaseFacts::persons of the item; empty: the only one
  // there, and with several nobody yet. Of an item that tells nobody: the applicant is meant.
  std::string person = {};
};
// Begins one; its form is prefilled from the card of whom it is about, and the case. Refused
// "inquiries.type_unknown", "inquiries.item_unknown" (/item), "inquiries.person_unknown" (/person),
// "applicants.not_found", "inquiries.case_not_found".
Result<View> Create(const Services& services, const access::Principal& principal,
                    const NewInquiry& input, const std::string& idempotency_key);
// Where the answer says otherwise than the card of whom it is about; empty while there is none, and
// of an answer about somebody else.
std::vector<message_types::Difference> FindDifferences(const Services& services,
                                                       const access::Principal& principal,
                                                       const Inquiry& inquiry);
struct Draft {
  Json form = Json::object();
  std::optional<std::string> consumer_number = {};  // absent: stays
};
// Keeps what is typed, right or not; the first time gives the number. Limits of shape only.
Result<View> Save(const Services& services, const access::Principal& principal, const InquiryId& id,
                  long long version, const Draft& draft);
// Whom it is about. While it may be changed: chosen or changed, and what of the form came from the
// card before, or stands empty, is filled from this one; what was typed stays. Later, one about
// nobody's card (asked while the card was still being written) gets its card, so that the answer
// can be taken over. Refused "inquiries.has_applicant", "applicants.not_found".
Result<View> Bind(const Services& services, const access::Principal& principal, const InquiryId& id,
                  long long version, const applicants::ApplicantId& applicant_id);
// Only one that was never saved.
Outcome Delete(const Services& services, const access::Principal& principal, const InquiryId& id,
               long long version);
// Given up. What has not gone out yet goes nowhere; the bus takes nothing back, so an answer to
// what it has is still taken.
Result<View> Cancel(const Services& services, const access::Principal& principal,
                    const InquiryId& id, long long version, const std::string& reason);
// A new one with the same content, to be looked at and sent.
Result<View> Repeat(const Services& services, const access::Principal& principal,
                    const InquiryId& id, const std::string& idempotency_key);

// The signature of an official over the content (ЭП-СП) in a message that is shown.
enum class PersonalSigning {
  kSigned,      // it is there, really made
  kDemanded,    // not there; what is sent will have it, the type demands it
  kPossible,    // not there; what is sent will have it if the sender signs
  kImpossible,  // the schema has no room for one
};
struct Soap {
  exchange::Preview message;
  bool sent = false;  // this very message has gone out
  PersonalSigning personal = PersonalSigning::kImpossible;
};
// What went out, byte for byte; of an inquiry that may still be changed, or waits for its turn, the
// message as it would be sent: needs no bus, and no connection (then it is not signed). Refused
// "input.invalid" with every wrong field (/form/…). With the password of the principal's signing
// key what is not sent yet is signed in person; then also refused as Send is.
Result<Soap> ShowSoap(const Services& services, const access::Principal& principal,
                      const InquiryId& id, const std::optional<std::string>& password = {});
struct Sending {
  long long version = 0;
  std::string idempotency_key;
  // Of the principal's own signing key: then the content is signed in person (ЭП-СП).
  std::optional<std::string> password = {};
};
// Queued for delivery in this transaction. Refused "input.invalid" as above and at /password,
// "exchange.no_connection", "inquiries.signature_demanded" (the type is not sent without a personal
// signature), "inquiries.no_signature_place" (its schema has no room for one), and what
// access::OpenSigningKey refuses.
Result<View> Send(const Services& services, const access::Principal& principal, const InquiryId& id,
                  const Sending& sending);

Result<View> Get(const Services& services, const access::Principal& principal, const InquiryId& id);

// What the answer has to say about the applicant's card; without a card every value is new.
struct Comparison {
  std::optional<applicants::Applicant> applicant;
  std::vector<message_types::CardValue> values;  // in the order of the form
};
// Refused "inquiries.no_answer".
Result<Comparison> CompareWithCard(const Services& services, const access::Principal& principal,
                                   const InquiryId& id);
// The chosen values (card paths) go to the card of that version; its history names the answer as
// the source. Refused "inquiries.no_applicant", "input.invalid" and what applicants::Update
// refuses.
Result<applicants::Applicant> TakeToCard(const Services& services,
                                         const access::Principal& principal, const InquiryId& id,
                                         long long card_version,
                                         const std::vector<std::string>& paths);

}  // namespace okno::inquiries
