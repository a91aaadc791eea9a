// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agency/registration.h"
#include "db/pool.h"

namespace okno::agency {

// Rows <-> values. Everything runs in the caller's transaction and scope.
std::string NextNumber(db::Tx& tx, const access::OrganizationId& organization_id, Date today);
access::UnitId FindUnitFor(db::Tx& tx, const access::OrganizationId& organization_id,
                           const std::string& service_code);
std::optional<std::string> FindUnitName(db::Tx& tx, const access::UnitId& unit_id);

void Insert(db::Tx& tx, const Registration& card);
// As Find of api/agency/registration.h, FOR UPDATE.
std::optional<Registration> Lock(db::Tx& tx, const access::Principal& officer,
                                 const RegistrationId& id);
// Whoever's territory it is in: for what comes by itself.
std::optional<Registration> FindCard(db::Tx& tx, const RegistrationId& id);
std::optional<Registration> LockCard(db::Tx& tx, const RegistrationId& id);  // FOR UPDATE
void Save(db::Tx& tx, const Registration& card);                             // raises the version
void SaveContent(db::Tx& tx, const Registration& card);  // what came of the center; as well
// Cards with that number of an application, of whatever center, oldest first. Until the commit
// nobody else registers such a number.
std::vector<Registration> LockCenterNumber(db::Tx& tx,
                                           const access::OrganizationId& organization_id,
                                           const std::string& center_number);
bool ExistsForRequest(db::Tx& tx, const exchange::MessageId& request_id);
std::optional<RegistrationId> FindByAnswer(db::Tx& tx, const exchange::MessageId& answer_id);
void SaveAnswerState(db::Tx& tx, const exchange::MessageId& answer_id, std::string_view state);

struct HistoryEntry {
  Instant at;
  access::Actor actor;
  std::string kind;  // "status", "note", "document"
  std::string from, to, text, reason;
};
void AddHistory(db::Tx& tx, const Registration& card, const HistoryEntry& entry);
Json ListHistory(db::Tx& tx, const RegistrationId& id);

struct ListFilter {
  std::string list = "all";
  std::string search;  // as typed
  std::optional<std::string> service_code;
  std::optional<access::UnitId> unit_id;
  std::optional<Date> due_before;
  std::string cursor;
  int limit = 50;
};
struct ListPage {
  std::vector<Registration> rows;  // list columns only
  std::string next_cursor;
};
ListPage List(db::Tx& tx, const access::Principal& officer, const ListFilter& filter);
Json Counts(db::Tx& tx, const access::Principal& officer);

}  // namespace okno::agency
