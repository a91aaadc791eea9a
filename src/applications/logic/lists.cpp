// SPDX-License-Identifier: Apache-2.0
#include "logic/lists.h"

#include <algorithm>
#include <charconv>

#include "applicants/search.h"
#include "text/strings.h"

namespace okno::applications {
namespace {

constexpr int kMostApplicants = 500;

std::optional<int> SerialIn(const std::string& typed) {
  int serial = 0;
  const auto* end = typed.data() + typed.size();
  const auto read = std::from_chars(typed.data(), end, serial);
  if (read.ec != std::errc() || read.ptr != end || typed.size() > 9) return std::nullopt;
  return serial;
}

// A number or its beginning has digits and dashes only; everything else is a name.
std::optional<storage::Matches> MatchesOf(db::Tx& tx, const access::Principal& principal,
                                          const std::string& q) {
  const auto typed = text::Trim(q);
  if (typed.empty()) return std::nullopt;
  if (typed.find_first_not_of("0123456789-") == std::string::npos) {
    return storage::Matches{.serial = SerialIn(typed), .number = typed};
  }
  return storage::Matches{
      .applicants = applicants::SearchIds(tx, principal.organization_id, typed, kMostApplicants)};
}

// "2026-12-31_<id>" or "<id>": where the next page begins.
std::optional<ApplicationId> CursorId(std::string_view cursor) {
  if (cursor.size() < 36) return std::nullopt;
  return ApplicationId::Parse(cursor.substr(cursor.size() - 36));
}
std::optional<storage::OpenAfter> CursorOpen(std::string_view cursor) {
  const auto id = CursorId(cursor);
  const auto date = cursor.size() == 47 ? ParseDate(cursor.substr(0, 10)) : std::nullopt;
  if (!id || !date) return std::nullopt;
  return storage::OpenAfter{*date, *id};
}
std::string CursorAfter(const storage::ApplicationRow& row, bool recent_first) {
  return recent_first ? row.id.ToString() : FormatDate(row.urgent_by) + "_" + row.id.ToString();
}

// One row more than the page holds tells that there is more.
std::vector<storage::ApplicationRow> Rows(db::Tx& tx, const access::Principal& principal,
                                          const rules::ListFilter& filter,
                                          const std::optional<storage::Matches>& matches,
                                          const std::string& cursor, int limit) {
  const auto& organization = principal.organization_id;
  if (filter.recent_first)
    return storage::ListRecent(tx, organization, filter, matches, CursorId(cursor), limit + 1);
  return storage::ListOpen(tx, organization, filter, matches, CursorOpen(cursor), limit + 1);
}

std::map<access::BranchId, std::string> BranchNames(db::Tx& tx,
                                                    const access::Principal& principal) {
  std::map<access::BranchId, std::string> names;
  for (auto& branch : access::ListBranches(tx, principal.organization_id))
    names[branch.id] = std::move(branch.name);
  return names;
}

}  // namespace

Result<Page> ListApplications(const Services& services, const access::Principal& principal,
                              const rules::ListQuery& query, const std::string& cursor, int limit) {
  auto filter = rules::FilterFor(query, principal, LocalDate(services.clock.Now(), kMoscow));
  if (!filter) return filter.refusal();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) {
    Page page;
    if (rules::IsOfOneDesk(query, principal))
      filter->at_work = access::ListAtWork(tx, principal.organization_id, *principal.branch_id);
    const auto matches = MatchesOf(tx, principal, query.typed);
    page.rows = Rows(tx, principal, *filter, matches, cursor, limit);
    if (static_cast<int>(page.rows.size()) > limit) {
      page.rows.pop_back();
      page.next_cursor = CursorAfter(page.rows.back(), filter->recent_first);
    }
    page.branch_names = BranchNames(tx, principal);
    return page;
  });
}

Result<Page> ListOfApplicant(const Services& services, const access::Principal& principal,
                             const applicants::ApplicantId& id) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Page> {
    if (!applicants::Find(tx, id)) return Refusal::NotFound("applicants.not_found");
    Page page;
    page.rows = storage::ListOfApplicant(tx, id, principal);
    page.elsewhere = storage::CountElsewhere(tx, id, principal);
    page.branch_names = BranchNames(tx, principal);
    return page;
  });
}

Json CountLists(const Services& services, const access::Principal& principal) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) {
    return storage::CountLists(tx, principal, LocalDate(services.clock.Now(), kMoscow));
  });
}

}  // namespace okno::applications
