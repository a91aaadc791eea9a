// SPDX-License-Identifier: Apache-2.0
#include "access/testing.h"

#include "storage/directory_store.h"
#include "storage/user_store.h"

namespace okno::access::testing {
namespace {

// Of kPassword, with the least work Argon2id allows: a hash says with how much it was made, and the
// tests sign in a thousand times.
constexpr char kPasswordHash[] =
    "$argon2id$v=19$m=8,t=1,p=1$b2tubyB0ZXN0cycgc2FsdA$AcPen1h/cYMPm99jiBRyI2/"
    "+mYS4szamk9Khq/RJaQU";

Organization MakeOrganization(OrganizationKind kind, std::string code, std::string name) {
  return {.kind = kind, .code = std::move(code), .name = name, .short_name = name};
}

Branch MakeBranch(const Organization& center, std::string code) {
  return {.organization_id = center.id,
          .code = code,
          .name = "Филиал " + code,
          .address = "г. Приреченск, ул. Лесная, д. 1",
          .hours = "пн–пт 8:00–20:00"};
}

Unit MakeUnit(const Organization& agency, const Unit* parent, std::string name) {
  Unit unit{.organization_id = agency.id, .name = std::move(name)};
  if (parent) unit.parent_id = parent->id;
  return unit;
}

struct Person {
  const char* login;
  const char* role;
  const Organization& organization;
  const Branch* branch = nullptr;
  const Unit* unit = nullptr;
};

void AddPerson(db::Tx& tx, const Person& person, Instant now) {
  const storage::User user{
      .id = UserId::New(), .login = person.login, .password_hash = kPasswordHash};
  storage::InsertUser(tx, user, now);
  Employee employee{.user_id = user.id,
                    .organization_id = person.organization.id,
                    .last_name = "Иванова",
                    .first_name = "Анна",
                    .middle_name = "Петровна",
                    .roles = {person.role}};
  if (person.branch) employee.branch_id = person.branch->id;
  if (person.unit) employee.unit_id = person.unit->id;
  storage::InsertEmployee(tx, employee, now);
}

void AddPeople(db::Tx& tx, const House& house, Instant now) {
  for (const Person& person : {
           Person{"operator", "operator", house.center, &house.first},
           Person{"operator.second", "operator", house.center, &house.second},
           Person{"processor", "processor", house.center, &house.first},
           Person{"processor.second", "processor", house.center, &house.second},
           Person{"auditor", "auditor", house.center},
           Person{"agent", "contact_agent", house.center},
           Person{"administrator", "administrator", house.center},
           Person{"stranger", "operator", house.neighbour, &house.foreign},
           Person{"stranger.processor", "processor", house.neighbour, &house.foreign},
           Person{"officer.top", "officer", house.agency, nullptr, &house.top},
           Person{"officer", "officer", house.agency, nullptr, &house.left},
           Person{"officer.desk", "officer", house.agency, nullptr, &house.left_desk},
           Person{"officer.right", "officer", house.agency, nullptr, &house.right},
           Person{"manager", "agency_manager", house.agency},
           Person{"agency.administrator", "administrator", house.agency},
       }) {
    AddPerson(tx, person, now);
  }
}

}  // namespace

House::House(db::Pool& pool, Instant now)
    : center(MakeOrganization(OrganizationKind::kCenter, "center", "МФЦ")),
      neighbour(MakeOrganization(OrganizationKind::kCenter, "neighbour", "МФЦ соседей")),
      agency(MakeOrganization(OrganizationKind::kAgency, "msz", "Минсоцзащиты")),
      first(MakeBranch(center, "0101")),
      second(MakeBranch(center, "0102")),
      foreign(MakeBranch(neighbour, "0901")),
      top(MakeUnit(agency, nullptr, "Управление")),
      left(MakeUnit(agency, &top, "Отдел выплат")),
      left_desk(MakeUnit(agency, &left, "Сектор субсидий")),
      right(MakeUnit(agency, &top, "Отдел удостоверений")),
      db(pool) {
  db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    for (const auto* each : {&center, &neighbour, &agency}) {
      storage::InsertOrganization(tx, *each, now);
    }
    for (const auto* each : {&first, &second, &foreign}) storage::InsertBranch(tx, *each, now);
    for (const auto* each : {&top, &left, &left_desk, &right}) storage::InsertUnit(tx, *each, now);
    AddPeople(tx, *this, now);
  });
}

Json Browser::SignIn(const std::string& login, const std::string& password,
                     const std::string& code) {
  Json body{{"login", login}, {"password", password}};
  if (!code.empty()) body["code"] = code;
  const auto answer = Send("POST", "/api/v1/session", body);
  if (answer.status != 201) throw std::runtime_error("sign-in refused: " + answer.body);
  Json session = Json::parse(answer.body);
  csrf_token = session.at("csrf_token").get<std::string>();
  return session;
}

http::ClientAnswer Browser::Send(const std::string& method, const std::string& path,
                                 const Json& body, std::map<std::string, std::string> headers) {
  if (!cookie.empty()) headers.emplace("Cookie", cookie);
  if (method != "GET" && !csrf_token.empty()) headers.emplace("X-CSRF-Token", csrf_token);
  if (!body.is_null()) headers.emplace("Content-Type", "application/json");
  auto answer = http::Send({.method = method,
                            .url = "http://127.0.0.1:" + std::to_string(port_) + path,
                            .headers = std::move(headers),
                            .body = body.is_null() ? std::string() : json::Dump(body)});
  KeepCookie(answer);
  return answer;
}

void Browser::KeepCookie(const http::ClientAnswer& answer) {
  auto set = answer.headers.find("set-cookie");
  if (set == answer.headers.end()) return;
  cookie = set->second.substr(0, set->second.find(';'));
  if (cookie.ends_with("=")) cookie.clear();
}

}  // namespace okno::access::testing
