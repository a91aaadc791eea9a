// SPDX-License-Identifier: Apache-2.0
#include "storage/registration_store.h"

#include <fmt/format.h>

#include <stdexcept>

#include "agency/queries.h"
#include "text/strings.h"

namespace okno::agency {
namespace {

std::vector<std::string> UnitsOf(const access::Principal& officer) {
  std::vector<std::string> units;
  for (const auto& unit : officer.unit_scope) units.push_back(unit.ToString());
  return units;
}

Status StatusFrom(std::string_view text) {
  for (const auto status : {Status::kRegistered, Status::kInWork, Status::kDecided}) {
    if (ToText(status) == text) return status;
  }
  throw std::runtime_error("agency: unknown status in a row");
}

Registration ReadListRow(const db::Row& row) {
  Registration card;
  card.id = row["id"].As<RegistrationId>();
  card.number = row["number"].Text();
  card.center_number = row["center_number"].Text();
  card.center_name = row["center_name"].Text();
  card.status = StatusFrom(row["status"].raw());
  card.applicant_name = row["applicant_name"].Text();
  card.service_code = row["service_code"].Text();
  card.service_name = row["service_name"].Text();
  card.unit_name = row["unit_name"].Text();
  card.executor_name = row["executor_name"].Text();
  card.received_at = row["received_at"].As<Instant>();
  card.planned_date = row["planned_date"].As<Date>();
  card.version = row["version"].As<long long>();
  return card;
}

Registration ReadCard(const db::Row& row) {
  Registration card = ReadListRow(row);
  card.organization_id = row["organization_id"].As<access::OrganizationId>();
  card.request_id = row["request_id"].As<exchange::MessageId>();
  card.answer_id = row["answer_id"].Maybe<exchange::MessageId>();
  card.answer_state = row["answer_state"].Text();
  card.unit_id = row["unit_id"].As<access::UnitId>();
  card.executor_id = row["executor_id"].Maybe<access::UserId>();
  card.applicant = row["applicant"].As<Json>();
  card.form = row["form"].As<Json>();
  card.documents = row["documents"].As<Json>();
  card.signature = row["signature"].Text();
  card.outcome = row["outcome"].Text();
  card.decision_text = row["decision_text"].Text();
  card.decided_at = row["decided_at"].Maybe<Instant>();
  card.decided_by = row["decided_by"].Text();
  return card;
}

std::optional<Registration> Only(const db::Rows& rows) {
  return rows.empty() ? std::nullopt : std::optional(ReadCard(rows.front()));
}

// A LIKE pattern over the folded search text; what the person typed is never a pattern itself.
std::optional<std::string> Pattern(std::string_view typed) {
  const auto folded = text::FoldForSearch(typed);
  if (folded.empty()) return std::nullopt;
  std::string pattern = "%";
  for (const char c : folded) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

std::string SearchText(const Registration& card) {
  return text::FoldForSearch(card.number + " " + card.center_number + " " + card.applicant_name);
}

struct Cursor {
  std::optional<Date> planned_date;
  std::optional<Uuid> id;
};

Cursor ReadCursor(const std::string& cursor) {
  const auto parts = text::Split(cursor, '_');
  if (parts.size() != 2) return {};
  return {ParseDate(parts[0]), Uuid::Parse(parts[1])};
}

}  // namespace

std::string_view ToText(Status status) {
  switch (status) {
    case Status::kRegistered:
      return "registered";
    case Status::kInWork:
      return "in_work";
    case Status::kDecided:
      return "decided";
  }
  return "";
}

std::string NextNumber(db::Tx& tx, const access::OrganizationId& organization_id, Date today) {
  const int year = static_cast<int>(today.year());
  const auto serial =
      tx.Run(queries::kNextNumber, organization_id, year).front()["last"].As<long long>();
  return fmt::format("{:02}-{:06}", year % 100, serial);
}

access::UnitId FindUnitFor(db::Tx& tx, const access::OrganizationId& organization_id,
                           const std::string& service_code) {
  const auto unit = tx.Run(queries::kFindRoute, organization_id, service_code)
                        .front()["unit_id"]
                        .Maybe<access::UnitId>();
  if (!unit) throw std::runtime_error("agency: the organization has no units");
  return *unit;
}

std::optional<std::string> FindUnitName(db::Tx& tx, const access::UnitId& unit_id) {
  const auto rows = tx.Run(queries::kFindUnitName, unit_id);
  return rows.empty() ? std::nullopt : std::optional(rows.front()["name"].Text());
}

void SetRoute(db::Tx& tx, const access::OrganizationId& organization_id,
              const std::string& service_code, const access::UnitId& unit_id) {
  tx.Run(queries::kSaveRoute, organization_id, service_code, unit_id);
}

void Insert(db::Tx& tx, const Registration& card) {
  tx.Queue(queries::kInsertRegistration, card.id, card.organization_id, card.number,
           card.request_id, card.unit_id, card.center_number, card.center_name, card.service_code,
           card.service_name, card.applicant_name, card.applicant, card.form, card.documents,
           card.signature, SearchText(card), card.received_at, card.planned_date);
}

std::vector<Registration> LockCenterNumber(db::Tx& tx,
                                           const access::OrganizationId& organization_id,
                                           const std::string& center_number) {
  tx.Run(queries::kLockCenterNumber, organization_id, center_number);
  std::vector<Registration> cards;
  const auto rows = tx.Run(queries::kFindByCenterNumber, organization_id, center_number);
  for (const auto& row : rows) cards.push_back(ReadCard(row));
  return cards;
}

std::optional<Registration> Find(db::Tx& tx, const access::Principal& officer,
                                 const RegistrationId& id) {
  return Only(tx.Run(queries::kFindRegistration, id, officer.whole_organization, UnitsOf(officer)));
}

std::optional<Registration> FindCard(db::Tx& tx, const RegistrationId& id) {
  return Only(tx.Run(queries::kFindRegistration, id, true, std::vector<std::string>()));
}

std::optional<Registration> Lock(db::Tx& tx, const access::Principal& officer,
                                 const RegistrationId& id) {
  return Only(tx.Run(queries::kLockRegistration, id, officer.whole_organization, UnitsOf(officer)));
}

std::optional<Registration> LockCard(db::Tx& tx, const RegistrationId& id) {
  return Only(tx.Run(queries::kLockRegistration, id, true, std::vector<std::string>()));
}

void SaveContent(db::Tx& tx, const Registration& card) {
  tx.Queue(queries::kSaveContent, card.id, card.applicant_name, card.applicant, card.form,
           card.documents, card.signature, SearchText(card));
}

void Save(db::Tx& tx, const Registration& card) {
  tx.Queue(queries::kSaveRegistration, card.id, ToText(card.status), card.unit_id, card.executor_id,
           card.executor_name, card.outcome, card.decision_text, card.decided_at, card.decided_by,
           card.answer_id, card.answer_state);
}

bool ExistsForRequest(db::Tx& tx, const exchange::MessageId& request_id) {
  return !tx.Run(queries::kFindByRequest, request_id).empty();
}

std::optional<RegistrationId> FindByAnswer(db::Tx& tx, const exchange::MessageId& answer_id) {
  const auto rows = tx.Run(queries::kFindByAnswer, answer_id);
  return rows.empty() ? std::nullopt : std::optional(rows.front()["id"].As<RegistrationId>());
}

void SaveAnswerState(db::Tx& tx, const exchange::MessageId& answer_id, std::string_view state) {
  tx.Run(queries::kSaveAnswerState, answer_id, state);
}

void AddHistory(db::Tx& tx, const Registration& card, const HistoryEntry& entry) {
  tx.Queue(queries::kInsertHistory, Uuid::NewV7(), card.organization_id, card.id, entry.at,
           entry.actor.user_id, entry.actor.name, entry.kind, entry.from, entry.to, entry.text,
           entry.reason);
}

Json ListHistory(db::Tx& tx, const RegistrationId& id) {
  Json history = Json::array();
  for (const auto& row : tx.Run(queries::kListHistory, id)) {
    Json entry = {{"at", FormatInstant(row["at"].As<Instant>())},
                  {"actor", row["actor"].Text()},
                  {"kind", row["kind"].Text()},
                  {"text", row["text"].Text()}};
    if (!row["to_status"].raw().empty()) {
      entry["from"] = row["from_status"].Text();
      entry["to"] = row["to_status"].Text();
    }
    if (!row["reason"].raw().empty()) entry["reason"] = row["reason"].Text();
    history.push_back(std::move(entry));
  }
  return history;
}

ListPage List(db::Tx& tx, const access::Principal& officer, const ListFilter& filter) {
  const bool open = filter.list == "open" || filter.list == "new" || filter.list == "in_work" ||
                    filter.list == "mine";
  std::optional<std::string> status;
  if (filter.list == "new") status = "registered";
  if (filter.list == "in_work" || filter.list == "mine") status = "in_work";
  if (filter.list == "decided") status = "decided";
  const auto executor = filter.list == "mine" ? std::optional(officer.user_id) : std::nullopt;
  const Cursor cursor = ReadCursor(filter.cursor);
  const auto rows =
      tx.Run(open ? queries::kListOpen : queries::kListNewest, officer.whole_organization,
             UnitsOf(officer), status, executor, Pattern(filter.search), filter.service_code,
             filter.unit_id, filter.due_before, cursor.planned_date, cursor.id, filter.limit + 1);
  ListPage page;
  for (const auto& row : rows) {
    if (static_cast<int>(page.rows.size()) == filter.limit) {
      const auto& last = page.rows.back();
      page.next_cursor = FormatDate(last.planned_date) + "_" + last.id.ToString();
      break;
    }
    page.rows.push_back(ReadListRow(row));
  }
  return page;
}

Json Counts(db::Tx& tx, const access::Principal& officer) {
  const auto rows =
      tx.Run(queries::kCountLists, officer.whole_organization, UnitsOf(officer), officer.user_id);
  const auto row = rows.front();
  return {{"new", row["new_count"].As<long long>()},
          {"in_work", row["in_work_count"].As<long long>()},
          {"mine", row["mine_count"].As<long long>()}};
}

}  // namespace okno::agency
