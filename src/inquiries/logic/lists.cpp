// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "access/directory.h"
#include "applicants/search.h"
#include "inquiries/list.h"
#include "logic/rules/list_filter.h"
#include "storage/list_store.h"
#include "text/strings.h"

namespace okno::inquiries {
namespace {

constexpr int kMostApplicants = 500;

std::optional<int> SerialIn(const std::string& typed) {
  int serial = 0;
  const auto* end = typed.data() + typed.size();
  const auto read = std::from_chars(typed.data(), end, serial);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return serial;
}

// A number or its beginning has no letters but the register's own; everything else is a name.
std::optional<storage::Matches> MatchesOf(db::Tx& tx, const access::Principal& principal,
                                          const std::string& typed) {
  if (typed.empty()) return std::nullopt;
  storage::Matches matches{.number = typed, .serial = SerialIn(typed), .applicants = {}};
  if (typed.find_first_not_of("P0123456789-/") != std::string::npos) {
    matches.applicants =
        applicants::SearchIds(tx, principal.organization_id, typed, kMostApplicants);
  }
  return matches;
}

// What the scope does not show stays in the filter, and finds nothing.
void AddBelow(db::Tx& tx, rules::ListFilter& filter) {
  if (!filter.with_below || filter.branches.empty()) return;
  for (const auto& id : access::BranchScope(tx, filter.branches.front())) {
    filter.branches.push_back(id);
  }
}

}  // namespace

Result<Page> List(const Services& services, const access::Principal& principal,
                  const std::function<std::string(std::string_view)>& value, int limit) {
  const auto parsed = rules::ParseListFilter(value, services.zone, principal.user_id);
  if (!parsed) return parsed.refusal();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) {
    Page page;
    auto filter = *parsed;
    AddBelow(tx, filter);
    const auto matches = MatchesOf(tx, principal, filter.typed);
    // One row more than the page holds tells that there is more.
    page.inquiries =
        storage::List(tx, principal, filter, matches, InquiryId::Parse(value("cursor")), limit + 1);
    if (static_cast<int>(page.inquiries.size()) > limit) {
      page.inquiries.pop_back();
      page.next_cursor = page.inquiries.back().id.ToString();
    }
    return page;
  });
}

Choices ListChoices(const Services& services, const access::Principal& principal) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) {
    return Choices{storage::ListTypes(tx, principal), storage::ListAddressees(tx, principal)};
  });
}

std::map<Uuid, std::string> NumbersOf(db::Tx& tx, const std::vector<Uuid>& ids) {
  return storage::ListNumbers(tx, ids);
}

}  // namespace okno::inquiries
