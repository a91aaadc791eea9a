// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "access/idempotency.h"
#include "inquiries/subject.h"
#include "inquiries/use_cases.h"
#include "logic/beginnings.h"
#include "logic/inquiry_file.h"
#include "logic/rules/about_whom.h"
#include "logic/rules/prefill_map.h"
#include "logic/rules/refill.h"
#include "logic/sources.h"
#include "storage/inquiry_store.h"

namespace okno::inquiries {
namespace {

struct Matter {
  std::optional<applicants::Applicant> applicant;
  std::optional<CaseFacts> facts;
  std::string item;  // of the case's checklist
  Json card;         // of whom it is about: the applicant's or another person's; null: nobody's
};

std::string RequestText(const NewInquiry& input) {
  Json text = {{"type", input.type}, {"item", input.item}};
  if (input.applicant_id) text["applicant"] = input.applicant_id->ToString();
  if (input.about) text["case"] = input.about->id.ToString();
  if (!input.person.empty()) text["person"] = input.person;
  return json::Dump(text);
}

Result<std::optional<applicants::Applicant>> FindApplicant(
    db::Tx& tx, const std::optional<applicants::ApplicantId>& id) {
  if (!id) return std::optional<applicants::Applicant>();
  auto applicant = applicants::Find(tx, *id);
  if (!applicant) return Refusal::NotFound("applicants.not_found");
  return applicant;
}

Result<Loaded> Replayed(db::Tx& tx, const access::Principal& principal, const Json& answer) {
  const auto id = InquiryId::Parse(answer.at("id").get<std::string>());
  auto inquiry = Load(tx, principal, id.value(), Lock::kNo);
  if (!inquiry) return inquiry.refusal();
  return LoadParts(tx, std::move(*inquiry));
}

bool Brings(const message_types::MessageType& type, const std::string& item) {
  return std::ranges::find(type.description().documents, item) !=
         type.description().documents.end();
}

// What the case lacks and the type brings.
std::vector<std::string> ItemsFor(const message_types::MessageType& type,
                                  const std::optional<CaseFacts>& facts) {
  std::vector<std::string> items;
  if (!facts) return items;
  for (const auto& code : facts->checklist) {
    if (Brings(type, code)) items.push_back(code);
  }
  return items;
}

// The document the inquiry is made for: the one asked for, else the only one there can be; "" when
// there is none or a choice. An answer must not stand for a document that it is not.
Result<std::string> ItemOf(const message_types::MessageType& type, const NewInquiry& input,
                           const std::optional<CaseFacts>& facts) {
  const auto items = ItemsFor(type, facts);
  if (input.item.empty()) return items.size() == 1 ? items.front() : std::string();
  if (std::ranges::find(items, input.item) == items.end()) {
    return Refusal::Invalid("input.invalid", {{"/item", "inquiries.item_unknown", {}}});
  }
  return input.item;
}

// Whom the inquiry is about, where the document tells that: the card of the one chosen, or of the
// only one; null while there is a choice. Empty where the document tells nobody, or somebody's card
// was named expressly: the applicant.
Result<std::optional<Json>> PersonOf(const NewInquiry& input, const std::string& item,
                                     const std::optional<CaseFacts>& facts) {
  const auto unknown =
      Refusal::Invalid("input.invalid", {{"/person", "inquiries.person_unknown", {}}});
  const auto told = facts ? facts->persons.find(item) : decltype(facts->persons.end())();
  if (!facts || told == facts->persons.end()) {
    if (!input.person.empty()) return unknown;
    return std::optional<Json>();
  }
  if (input.applicant_id && input.person.empty()) return std::optional<Json>();
  const auto& persons = told->second;
  if (input.person.empty()) return std::optional(persons.size() == 1 ? persons.front() : Json());
  for (const auto& card : persons) {
    if (PersonKey(card) == input.person) return std::optional(card);
  }
  return unknown;
}

// The card the inquiry is bound to: none when it is about another person of the case.
std::optional<applicants::ApplicantId> ApplicantOf(const NewInquiry& input,
                                                   const std::optional<CaseFacts>& facts,
                                                   const std::optional<Json>& person) {
  if (person) return person->contains("id") ? facts->applicant_id : std::nullopt;
  return input.applicant_id || !facts ? input.applicant_id : facts->applicant_id;
}

// Whom the form asks about, and under which name lists, the case and its agency show that: not who
// came to the desk. Nobody's name stays as it was.
void NameSubject(const message_types::MessageType& type,
                 const std::optional<applicants::Applicant>& card, Inquiry& inquiry) {
  const auto members = rules::CardMembers(type.request_form());
  inquiry.asked = rules::AskedIn(inquiry.form, members);
  const auto typed = rules::TypedName(inquiry.form, members);
  if (card) {
    const auto other = rules::OtherPerson(inquiry.form, members, card->ToJson());
    inquiry.subject_name = other.empty() ? card->ShortName() : other;
  } else if (!typed.empty()) {
    inquiry.subject_name = typed;
  }
}
void NameSubject(db::Tx& tx, const message_types::MessageTypePointer& type, Inquiry& inquiry) {
  if (!type) return;
  const auto& id = inquiry.applicant_id;
  NameSubject(*type, id ? applicants::Find(tx, *id) : std::nullopt, inquiry);
}

// A new inquiry of the type about the person and the case.
Inquiry Begin(db::Tx& tx, const access::Principal& principal,
              const message_types::MessageType& type, const NewInquiry& input, const Matter& matter,
              Instant now) {
  auto inquiry = NewOf(type, principal, now);
  if (matter.applicant) inquiry.applicant_id = matter.applicant->id;
  inquiry.about = input.about;
  inquiry.case_item = matter.item;
  if (matter.facts) inquiry.case_number = matter.facts->number;
  inquiry.form = type.Prefill(SourcesOf(tx, principal, matter.card, {matter.facts, matter.item}, now));
  NameSubject(type, matter.applicant, inquiry);
  storage::Insert(tx, inquiry);
  NoteBeginning(tx, inquiry, access::Actor::Of(principal),
                {.code = "inquiries.history.begun", .detail = {}, .reason = {}});
  return inquiry;
}

// What fills the form of an inquiry besides the applicant's card.
struct Filling {
  message_types::MessageTypePointer type;  // null when the installation has lost it
  std::optional<CaseFacts> facts;
};
Result<Filling> FillingOf(const Services& services, const access::Principal& principal,
                          const InquiryId& id) {
  const auto inquiry = services.db.Transact(
      principal.scope(), [&](db::Tx& tx) { return Load(tx, principal, id, Lock::kNo); });
  if (!inquiry) return inquiry.refusal();
  Filling filling{services.types.Find(inquiry->type_name, inquiry->type_version), {}};
  // A case that is gone or may not be seen any more fills nothing.
  if (const auto facts = LookUpCase(services, principal, inquiry->about)) filling.facts = *facts;
  return filling;
}

// Who filled the form so far: the applicant bound, or the person of the case that it asks about.
Json FilledBy(db::Tx& tx, const Filling& filling, const Inquiry& inquiry) {
  if (inquiry.applicant_id) {
    const auto card = applicants::Find(tx, *inquiry.applicant_id);
    return card ? card->ToJson() : Json();
  }
  if (!filling.facts || !filling.facts->persons.contains(inquiry.case_item)) return {};
  for (const auto& card : filling.facts->persons.at(inquiry.case_item)) {
    if (AsksAbout(inquiry.asked, card)) return card;
  }
  return {};
}

void Refill(db::Tx& tx, const access::Principal& principal, const Filling& filling,
            const applicants::Applicant& applicant, Inquiry& inquiry, Instant now) {
  if (!filling.type) return;
  const auto prefill = [&](const Json& card) {
    return filling.type->Prefill(
        SourcesOf(tx, principal, card, {filling.facts, inquiry.case_item}, now));
  };
  inquiry.form = rules::Refilled(inquiry.form, prefill(FilledBy(tx, filling, inquiry)),
                                 prefill(applicant.ToJson()));
}

// One row says so for a quarter of an hour of typing by one person.
bool IsWorthNoting(const std::vector<HistoryEntry>& history, const access::Principal& principal,
                   Instant now) {
  if (history.empty()) return true;
  const auto& last = history.back();
  return last.kind != "edited" || last.user_id != principal.user_id ||
         now - last.at > std::chrono::minutes(15);
}

}  // namespace

Result<View> Create(const Services& services, const access::Principal& principal,
                    const NewInquiry& input, const std::string& idempotency_key) {
  const auto type = services.types.Find(input.type);
  if (!type || type->description().kind != "inquiry") {
    return Refusal::Invalid("input.invalid", {{"/type", "inquiries.type_unknown", {}}});
  }
  const auto facts = LookUpCase(services, principal, input.about);
  if (!facts) return facts.refusal();
  const auto item = ItemOf(*type, input, *facts);
  if (!item) return item.refusal();
  const auto person = PersonOf(input, *item, *facts);
  if (!person) return person.refusal();
  const auto key =
      access::MakeCreateKey(principal, idempotency_key, "inquiries.create", RequestText(input));
  const auto now = services.clock.Now();
  return Show(services, services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Loaded> {
    const auto replay = access::Replay(tx, key);
    if (!replay) return replay.refusal();
    if (*replay) return Replayed(tx, principal, **replay);
    const auto applicant = FindApplicant(tx, ApplicantOf(input, *facts, *person));
    if (!applicant) return applicant.refusal();
    const Json card = *applicant ? (*applicant)->ToJson() : person->value_or(Json());
    auto inquiry = Begin(tx, principal, *type, input, {*applicant, *facts, *item, card}, now);
    access::Remember(tx, key, {{"id", inquiry.id.ToString()}}, now);
    return LoadParts(tx, std::move(inquiry));
  }));
}

Result<View> Save(const Services& services, const access::Principal& principal, const InquiryId& id,
                  long long version, const Draft& draft) {
  const auto now = services.clock.Now();
  return Show(services, services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Loaded> {
    auto inquiry = LoadFor(tx, principal, id, version, rules::Action::kEdit);
    if (!inquiry) return inquiry.refusal();
    inquiry->form = draft.form;
    NameSubject(tx, services.types.Find(inquiry->type_name, inquiry->type_version), *inquiry);
    if (draft.consumer_number) inquiry->consumer_number = *draft.consumer_number;
    GiveNumber(tx, services, *inquiry, now);
    if (IsWorthNoting(storage::ListHistory(tx, id), principal, now)) {
      NoteChange(tx, *inquiry, "edited", access::Actor::Of(principal),
                 {.code = "inquiries.history.edited"}, now);
    } else {
      inquiry->version += 1;
      inquiry->updated_at = now;
      storage::Save(tx, *inquiry);
    }
    return LoadParts(tx, std::move(*inquiry));
  }));
}

Result<View> Bind(const Services& services, const access::Principal& principal, const InquiryId& id,
                  long long version, const applicants::ApplicantId& applicant_id) {
  const auto now = services.clock.Now();
  const auto filling = FillingOf(services, principal, id);
  if (!filling) return filling.refusal();
  return Show(services, services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Loaded> {
    auto inquiry = Load(tx, principal, id, Lock::kYes);
    if (!inquiry) return inquiry.refusal();
    if (inquiry->version != version) return Refusal{RefusalKind::kStale, "request.stale", {}, {}};
    const bool editable = rules::Judge(rules::Action::kEdit, *inquiry).ok();
    if (inquiry->applicant_id && !editable) return Refusal::Conflict("inquiries.has_applicant");
    const auto applicant = FindApplicant(tx, applicant_id);
    if (!applicant) return applicant.refusal();
    if (editable) Refill(tx, principal, *filling, **applicant, *inquiry, now);
    inquiry->applicant_id = applicant_id;
    inquiry->subject_name = (*applicant)->ShortName();
    NameSubject(tx, filling->type, *inquiry);
    NoteChange(tx, *inquiry, "note", access::Actor::Of(principal),
               {.code = "inquiries.history.bound", .detail = inquiry->subject_name, .reason = {}},
               now);
    return LoadParts(tx, std::move(*inquiry));
  }));
}

Outcome Delete(const Services& services, const access::Principal& principal, const InquiryId& id,
               long long version) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Outcome {
    const auto inquiry = LoadFor(tx, principal, id, version, rules::Action::kDelete);
    if (!inquiry) return inquiry.refusal();
    storage::Delete(tx, id);
    return Done();
  });
}

Result<View> Cancel(const Services& services, const access::Principal& principal,
                    const InquiryId& id, long long version, const std::string& reason) {
  const auto now = services.clock.Now();
  return Show(services, services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Loaded> {
    auto inquiry = LoadFor(tx, principal, id, version, rules::Action::kCancel);
    if (!inquiry) return inquiry.refusal();
    GiveNumber(tx, services, *inquiry, now);
    const bool withdrawn = inquiry->message_id && exchange::Withdraw(tx, *inquiry->message_id, now);
    const char* text = withdrawn ? "inquiries.history.withdrawn" : "inquiries.history.cancelled";
    ChangeState(tx, *inquiry, State::kCancelled, access::Actor::Of(principal),
                {.code = text, .detail = {}, .reason = reason}, now);
    return LoadParts(tx, std::move(*inquiry));
  }));
}

Result<View> Repeat(const Services& services, const access::Principal& principal,
                    const InquiryId& id, const std::string& idempotency_key) {
  const auto old = services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Inquiry> {
    auto inquiry = Load(tx, principal, id, Lock::kNo);
    if (!inquiry) return inquiry;
    if (const auto due = rules::Judge(rules::Action::kRepeat, *inquiry); !due) return due.refusal();
    return inquiry;
  });
  if (!old) return old.refusal();
  // By the version offered now: the agency may have moved on.
  const auto type = services.types.Find(old->type_name);
  if (!type) return Refusal::Conflict("inquiries.type_withdrawn");
  const auto key =
      access::MakeCreateKey(principal, idempotency_key, "inquiries.repeat", id.ToString());
  const auto now = services.clock.Now();
  return Show(services, services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Loaded> {
    const auto replay = access::Replay(tx, key);
    if (!replay) return replay.refusal();
    if (*replay) return Replayed(tx, principal, **replay);
    auto inquiry = CopyOf(*old, *type, principal, now);
    if (!Brings(*type, inquiry.case_item)) inquiry.case_item.clear();
    storage::Insert(tx, inquiry);
    NoteBeginning(tx, inquiry, access::Actor::Of(principal),
                  {.code = "inquiries.history.repeated", .detail = old->number, .reason = {}});
    access::Remember(tx, key, {{"id", inquiry.id.ToString()}}, now);
    return LoadParts(tx, std::move(inquiry));
  }));
}

Result<View> Get(const Services& services, const access::Principal& principal,
                 const InquiryId& id) {
  return Show(services, services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Loaded> {
    auto inquiry = Load(tx, principal, id, Lock::kNo);
    if (!inquiry) return inquiry.refusal();
    return LoadParts(tx, std::move(*inquiry));
  }));
}

}  // namespace okno::inquiries
