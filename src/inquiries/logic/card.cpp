// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "applicants/overdue.h"
#include "applicants/update_from.h"
#include "inquiries/use_cases.h"
#include "logic/inquiry_file.h"
#include "logic/rules/about_whom.h"
#include "logic/rules/card_values.h"
#include "logic/rules/prefill_map.h"
#include "storage/inquiry_store.h"

namespace okno::inquiries {
namespace {

struct Answered {
  Inquiry inquiry;
  std::optional<applicants::Applicant> applicant;
};
// By the form itself: inquiries of old do not tell whom they have asked about. Not inside a
// transaction, for the types have a connection of their own.
bool IsAbout(const Services& services, const Inquiry& inquiry,
             const applicants::Applicant& applicant) {
  const auto type = services.types.Find(inquiry.type_name, inquiry.type_version);
  return type && rules::IsAboutOwner(inquiry.form, rules::CardMembers(type->request_form()),
                                     applicant.ToJson());
}

Result<Answered> FindAnswered(const Services& services, const access::Principal& principal,
                              const InquiryId& id) {
  auto found = services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Answered> {
    auto inquiry = Load(tx, principal, id, Lock::kNo);
    if (!inquiry) return inquiry.refusal();
    if (!inquiry->answer || !inquiry->answer->has_data)
      return Refusal::Conflict("inquiries.no_answer");
    Answered answered{std::move(*inquiry), std::nullopt};
    if (const auto& applicant_id = answered.inquiry.applicant_id)
      answered.applicant = applicants::Find(tx, *applicant_id);
    return answered;
  });
  // What an agency says of a child is nothing for the card of the mother.
  if (found && found->applicant && !IsAbout(services, found->inquiry, *found->applicant))
    found->applicant.reset();
  return found;
}

Comparison Compare(const Services& services, const Answered& answered) {
  const auto& inquiry = answered.inquiry;
  Comparison comparison{.applicant = answered.applicant, .values = {}};
  const auto type = services.types.Find(inquiry.type_name, inquiry.type_version);
  if (!type) return comparison;
  const Json card = answered.applicant ? answered.applicant->ToJson() : Json::object();
  comparison.values = rules::Tidy(type->CardValues(inquiry.answer->content, card));
  return comparison;
}

Outcome CheckPaths(const Comparison& comparison, const std::vector<std::string>& paths) {
  std::vector<FieldError> errors;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const bool offered = std::ranges::any_of(
        comparison.values, [&](const auto& value) { return value.card_path == paths[i]; });
    if (!offered) errors.push_back({"/paths/" + std::to_string(i), "field.enum", {}});
  }
  if (paths.empty()) errors.push_back({"/paths", "field.required", {}});
  if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
  return Done();
}

// The card as the API takes it: what the server adds of its own is left out.
Json InputOf(Json card) {
  for (const auto* own : {"id", "display_name", "version", "created_at", "updated_at"}) {
    card.erase(own);
  }
  return card;
}

struct Chosen {
  applicants::ApplicantId applicant_id;
  Json card;
  std::string source;  // «Социальный фонд России, P/26/9451»
};
Result<Chosen> Choose(const Comparison& comparison, const Inquiry& inquiry,
                      const std::vector<std::string>& paths) {
  if (!comparison.applicant) return Refusal::Conflict("inquiries.no_applicant");
  if (auto checked = CheckPaths(comparison, paths); !checked) return checked.refusal();
  return Chosen{comparison.applicant->id,
                rules::Merge(InputOf(comparison.applicant->ToJson()), comparison.values, paths),
                inquiry.addressee + ", " + inquiry.number};
}

}  // namespace

std::vector<message_types::Difference> FindDifferences(const Services& services,
                                                       const access::Principal& principal,
                                                       const Inquiry& inquiry) {
  if (!inquiry.answer || !inquiry.answer->has_data || !inquiry.applicant_id) return {};
  const auto type = services.types.Find(inquiry.type_name, inquiry.type_version);
  if (!type) return {};
  const auto applicant = services.db.Transact(
      principal.scope(), [&](db::Tx& tx) { return applicants::Find(tx, *inquiry.applicant_id); });
  if (!applicant || !IsAbout(services, inquiry, *applicant)) return {};
  return type->Differences(inquiry.answer->content, applicant->ToJson());
}

Result<Comparison> CompareWithCard(const Services& services, const access::Principal& principal,
                                   const InquiryId& id) {
  const auto answered = FindAnswered(services, principal, id);
  if (!answered) return answered.refusal();
  return Compare(services, *answered);
}

Result<applicants::Applicant> TakeToCard(const Services& services,
                                         const access::Principal& principal, const InquiryId& id,
                                         long long card_version,
                                         const std::vector<std::string>& paths) {
  const auto answered = FindAnswered(services, principal, id);
  if (!answered) return answered.refusal();
  const auto chosen = Choose(Compare(services, *answered), answered->inquiry, paths);
  if (!chosen) return chosen.refusal();
  const auto now = services.clock.Now();
  const auto draft =
      applicants::ParseApplicantWithOverdue(chosen->card, LocalDate(now, services.zone));
  if (!draft) return draft.refusal();
  const auto note = [&](db::Tx& tx) {
    auto inquiry = storage::FindForUpdate(tx, id);
    NoteChange(tx, inquiry.value(), "note", access::Actor::Of(principal),
               {.code = "inquiries.history.taken_to_card",
                .detail = std::to_string(paths.size()),
                .reason = {}},
               now);
  };
  return applicants::UpdateFrom({services.db, services.clock, services.zone}, principal,
                                chosen->applicant_id, card_version, *draft, chosen->source, note);
}

}  // namespace okno::inquiries
