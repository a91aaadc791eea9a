// SPDX-License-Identifier: Apache-2.0
#include "inquiries/filling.h"

#include <algorithm>

#include "access/idempotency.h"
#include "applicants/card_members.h"
#include "logic/beginnings.h"
#include "logic/inquiry_file.h"
#include "logic/rules/prefill_map.h"
#include "logic/sending.h"
#include "logic/sources.h"
#include "storage/inquiry_store.h"

namespace okno::inquiries {
namespace {

using message_types::MessageTypePointer;

std::set<std::string> CardPathsOf(const message_types::MessageType& type) {
  message_types::Answer sample;
  sample.data = type.SampleResponse();
  std::set<std::string> paths;
  for (const auto& value : type.CardValues(sample, Json::object())) paths.insert(value.card_path);
  return paths;
}

// What an empty card lacks for the request; empty optional when a card alone can not fill it.
std::optional<std::vector<std::string>> NeedsOf(const message_types::MessageType& type,
                                                Instant now) {
  message_types::Context nothing;
  nothing.now = now;
  const auto built = type.BuildRequest(type.Prefill(nothing), nothing);
  std::vector<std::string> needs;
  if (built) return needs;
  const auto& fields = built.refusal().fields;
  const auto errors = rules::AsCardErrors(fields, rules::CardMembers(type.request_form()));
  if (errors.empty() && !fields.empty()) return std::nullopt;
  for (const auto& error : errors) needs.push_back(error.pointer.substr(1));
  return needs;
}

// Whose cards can be asked about so: those that have a place for all it gives and needs.
std::set<std::string> KindsOf(const CardFiller& filler) {
  using applicants::ApplicantKind;
  std::set<std::string> kinds;
  for (const auto& [word, kind] : {std::pair("person", ApplicantKind::kPerson),
                                   std::pair("entrepreneur", ApplicantKind::kEntrepreneur),
                                   std::pair("legal_entity", ApplicantKind::kLegalEntity)}) {
    const auto has = [&](const std::string& member) { return HasMember(kind, member); };
    const auto gives = [&](const std::string& path) {
      return has(path.substr(path.find('.') + 1));
    };
    if (std::ranges::all_of(filler.needs, has) && std::ranges::all_of(filler.gives, gives)) {
      kinds.insert(word);
    }
  }
  return kinds;
}

std::string KindOf(const Json& person) {
  const auto kind = person.find("kind");
  return kind != person.end() && kind->is_string() ? kind->get<std::string>() : "person";
}

// The СНИЛС is what everything else is found by later; then whoever says most.
std::pair<bool, std::size_t> Weight(const CardFiller& filler) {
  return {filler.gives.contains("applicant.snils"), filler.gives.size()};
}

// A filler's request with what is known of the person.
struct Attempt {
  MessageTypePointer type;
  Json form;
  std::vector<FieldError> missing;  // members of the card; empty = it can be asked
};
// Empty when this person's request wants what no card can say: another filler is asked then.
std::optional<Attempt> Try(const MessageTypePointer& type, const message_types::Context& context) {
  Attempt attempt{.type = type, .form = type->Prefill(context), .missing = {}};
  const auto built = type->BuildRequest(attempt.form, context);
  if (built) return attempt;
  attempt.missing =
      rules::AsCardErrors(built.refusal().fields, rules::CardMembers(type->request_form()));
  if (attempt.missing.empty()) return std::nullopt;
  for (auto& error : attempt.missing) error.pointer.insert(0, "/person");
  return attempt;
}

// The first filler that can be asked, else the one that wants least.
Result<Attempt> ChooseFiller(const Services& services, const PersonInquiry& input,
                             const message_types::Context& context) {
  const auto kind = KindOf(input.person);
  std::optional<Attempt> best;
  for (const auto& filler : ListCardFillers(services)) {
    const bool wanted =
        input.type.empty() ? filler.kinds.contains(kind) : filler.type.name == input.type;
    if (!wanted) continue;
    const auto type = services.types.Find(filler.type.name, filler.type.version);
    if (!type) continue;
    auto attempt = Try(type, context);
    if (!attempt) continue;
    if (attempt->missing.empty()) return *std::move(attempt);
    if (!best || attempt->missing.size() < best->missing.size()) best = std::move(attempt);
  }
  if (!best) return Refusal::Conflict("inquiries.no_filler");
  return Refusal::Invalid("input.invalid", best->missing);
}

// «Иванова Анна», as far as it is known.
std::string NameOf(const Json& person) {
  std::string name;
  for (const auto* part : {"last_name", "first_name", "middle_name"}) {
    const auto found = person.find(part);
    if (found == person.end() || !found->is_string()) continue;
    const auto word = found->get<std::string>();
    if (word.empty()) continue;
    if (!name.empty()) name += ' ';
    name += word;
  }
  return name;
}

Inquiry BeginFilling(const Attempt& attempt, const access::Principal& principal,
                     const PersonInquiry& input, Instant now) {
  auto inquiry = NewOf(*attempt.type, principal, now);
  inquiry.purpose = "fill_applicant";
  inquiry.applicant_id = input.applicant_id;
  inquiry.subject_name = NameOf(input.person);
  inquiry.form = attempt.form;
  return inquiry;
}

std::string RequestText(const PersonInquiry& input) {
  return (input.applicant_id ? input.applicant_id->ToString() : std::string()) + "\n" + input.type +
         "\n" + json::Dump(input.person);
}

// What the request may be filled from. Refused "applicants.not_found".
Result<message_types::Context> SourcesFor(const Services& services,
                                          const access::Principal& principal,
                                          const PersonInquiry& input, Instant now) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<message_types::Context> {
    if (input.applicant_id && !applicants::Find(tx, *input.applicant_id)) {
      return Refusal::NotFound("applicants.not_found");
    }
    return SourcesOf(tx, principal, input.person, {std::nullopt, {}}, now);
  });
}

Result<Inquiry> AskIn(db::Tx& tx, const Services& services, const access::Principal& principal,
                      const PersonInquiry& input, const Attempt& attempt, Instant now) {
  auto inquiry = BeginFilling(attempt, principal, input, now);
  storage::Insert(tx, inquiry);
  NoteBeginning(tx, inquiry, access::Actor::Of(principal),
                {.code = "inquiries.history.begun", .detail = {}, .reason = {}});
  if (auto sent = SendNow(tx, {services, principal, *attempt.type}, inquiry, now); !sent) {
    return sent.refusal();
  }
  return inquiry;
}

}  // namespace

std::vector<CardFiller> ListCardFillers(const Services& services) {
  std::vector<CardFiller> fillers;
  for (const auto& description : services.types.Published({.kind = "inquiry"})) {
    if (description.personal_signature) continue;  // a question asked in passing is not signed
    const auto type = services.types.Find(description.name, description.version);
    if (!type) continue;
    auto gives = CardPathsOf(*type);
    if (gives.empty()) continue;
    auto needs = NeedsOf(*type, services.clock.Now());
    if (!needs) continue;
    CardFiller filler{description, std::move(gives), std::move(*needs), {}};
    filler.kinds = KindsOf(filler);
    fillers.push_back(std::move(filler));
  }
  std::ranges::stable_sort(fillers, std::ranges::greater(), Weight);
  return fillers;
}

Result<View> AskAboutPerson(const Services& services, const access::Principal& principal,
                            const PersonInquiry& input, const std::string& idempotency_key) {
  const auto now = services.clock.Now();
  const auto sources = SourcesFor(services, principal, input, now);
  if (!sources) return sources.refusal();
  const auto attempt = ChooseFiller(services, input, *sources);
  if (!attempt) return attempt.refusal();
  const auto key = access::MakeCreateKey(principal, idempotency_key, "inquiries.ask_about_person",
                                         RequestText(input));
  return Show(services, services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Loaded> {
    const auto replay = access::Replay(tx, key);
    if (!replay) return replay.refusal();
    auto inquiry =
        *replay ? Load(tx, principal,
                       InquiryId::Parse((**replay).at("id").get<std::string>()).value(), Lock::kNo)
                : AskIn(tx, services, principal, input, *attempt, now);
    if (!inquiry) return inquiry.refusal();
    if (!*replay) access::Remember(tx, key, {{"id", inquiry->id.ToString()}}, now);
    return LoadParts(tx, std::move(*inquiry));
  }));
}

}  // namespace okno::inquiries
