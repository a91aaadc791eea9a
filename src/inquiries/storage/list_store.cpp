// SPDX-License-Identifier: Apache-2.0
#include "storage/list_store.h"

#include "db/texts_by_id.h"
#include "inquiries/queries.h"
#include "storage/inquiry_row.h"

namespace okno::inquiries::storage {
namespace {

db::Parameter OrNull(const std::string& text) {
  return text.empty() ? std::nullopt : db::ToParameter(text);
}

db::Parameter OrNull(const std::vector<State>& states) {
  if (states.empty()) return std::nullopt;
  std::vector<std::string> words;
  for (const auto state : states) words.emplace_back(Word(state));
  return db::ToParameter(words);
}

// Whoever has no branch sees no branch's inquiries: the nil id is nobody's.
std::optional<access::BranchId> Territory(const access::Principal& principal) {
  if (principal.whole_organization) return std::nullopt;
  return principal.branch_id.value_or(access::BranchId{});
}

}  // namespace

std::vector<Inquiry> List(db::Tx& tx, const access::Principal& principal,
                          const rules::ListFilter& filter, const std::optional<Matches>& matches,
                          const std::optional<InquiryId>& before, int limit) {
  using db::ToParameter;
  std::vector<db::Parameter> parameters = {
      ToParameter(principal.organization_id),
      ToParameter(Territory(principal)),
      ToParameter(principal.user_id),
      OrNull(filter.type),
      OrNull(filter.addressee),
      OrNull(filter.states),
      ToParameter(filter.applicant_id),
      ToParameter(filter.case_id),
      ToParameter(filter.executor_id),
      matches ? ToParameter(matches->number) : std::nullopt,
      matches ? ToParameter(matches->serial) : std::nullopt,
      matches ? ToParameter(matches->applicants) : std::nullopt,
      ToParameter(filter.from),
      ToParameter(filter.moment),
      ToParameter(filter.until),
      ToParameter(before),
      ToParameter(limit),
      filter.branches.empty() ? std::nullopt : ToParameter(filter.branches)};
  tx.Queue(queries::kPlanEachTime);
  std::vector<Inquiry> inquiries;
  for (const auto& row : tx.RunParameters(queries::kListInquiries, std::move(parameters))) {
    inquiries.push_back(ReadInquiry(row));
  }
  return inquiries;
}

std::map<Uuid, std::string> ListNumbers(db::Tx& tx, const std::vector<Uuid>& ids) {
  return db::TextsById(tx, queries::kListNumbers, ids);
}

std::vector<std::pair<std::string, std::string>> ListTypes(db::Tx& tx,
                                                           const access::Principal& principal) {
  std::vector<std::pair<std::string, std::string>> types;
  for (const auto& row : tx.Run(queries::kListTypes, principal.organization_id)) {
    types.emplace_back(row["name"].Text(), row["title"].Text());
  }
  return types;
}

std::vector<std::string> ListAddressees(db::Tx& tx, const access::Principal& principal) {
  std::vector<std::string> addressees;
  for (const auto& row : tx.Run(queries::kListAddressees, principal.organization_id)) {
    addressees.push_back(row["name"].Text());
  }
  return addressees;
}

}  // namespace okno::inquiries::storage
