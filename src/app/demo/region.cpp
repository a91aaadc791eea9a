// SPDX-License-Identifier: Apache-2.0
#include "demo/region.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "access/contacts.h"
#include "access/directory.h"
#include "agency/registration.h"
#include "crypto/gost.h"
#include "demo/must.h"
#include "exchange/exchange.h"
#include "message_types/content.h"
#include "role_titles.h"
#include "testbed/control.h"
#include "text/strings.h"

namespace okno::app::demo {
namespace {

struct OrganizationPlan {
  access::OrganizationKind kind;
  std::string code, name, short_name, ogrn, inn, mnemonic;
};
const std::vector<OrganizationPlan> kOrganizations = {
    {access::OrganizationKind::kCenter, "center", "Многофункциональный центр Приреченской области",
     "МФЦ Приреченской области", "1157700000017", "7701000019", "MFC7701"},
    {access::OrganizationKind::kAgency, "msz",
     "Министерство социальной защиты населения Приреченской области", "Минсоцзащиты",
     "1157700000028", "7701000026", "MSZ7701"},
    {access::OrganizationKind::kAgency, "rosreestr",
     "Управление Росреестра по Приреченской области", "Росреестр", "1157700000039", "7701000033",
     "RRTR7701"},
};
constexpr char kKpp[] = "770101001";  // of the one tax office of the region
struct BranchPlan {
  std::string code, name, address, hours, phone;
  std::string parent = {};  // code of the branch it belongs to
};
const std::vector<BranchPlan> kBranchPlans = {
    {"0101", "Центральный филиал", "г. Приреченск, ул. Мира, д. 5",
     "пн–пт 8:00–20:00, сб 9:00–15:00", "8 (800) 000-01-01"},
    {"0102", "Заречный филиал", "г. Приреченск, ул. Садовая, д. 41",
     "пн–пт 9:00–19:00, сб 10:00–14:00", "8 (800) 000-01-02"},
    {"0103", "Заозёрский филиал", "г. Заозёрск, ул. Ленина, д. 12", "пн–пт 9:00–18:00",
     "8 (800) 000-01-03", "0102"},
};
// The first unit of an agency is its top, the others lie below it.
const std::map<std::string, std::vector<std::string>> kUnits = {
    {"msz",
     {"Министерство", "Отдел социальных выплат", "Отдел мер поддержки семей",
      "Отдел жилищных субсидий"}},
    {"rosreestr", {"Управление", "Отдел регистрации прав", "Отдел предоставления сведений"}},
};
struct UserPlan {
  std::string login, last, first, middle, role, organization,
      place;  // place: branch code or unit name
};
const std::vector<UserPlan> kUsers = {
    {"ivanova", "Иванова", "Анна", "Петровна", "operator", "center", "0101"},
    {"petrov", "Петров", "Сергей", "Ильич", "operator", "center", "0102"},
    {"sidorova", "Сидорова", "Мария", "Ивановна", "operator", "center", "0103"},
    {"kuznetsova", "Кузнецова", "Ольга", "Викторовна", "processor", "center", "0101"},
    {"smirnov", "Смирнов", "Павел", "Андреевич", "processor", "center", "0102"},
    {"popova", "Попова", "Елена", "Сергеевна", "processor", "center", "0103"},
    {"orlova", "Орлова", "Ирина", "Николаевна", "auditor", "center", ""},
    {"vasilieva", "Васильева", "Татьяна", "Юрьевна", "contact_agent", "center", ""},
    {"admin", "Алексеев", "Роман", "Павлович", "administrator", "center", ""},
    {"sokolova", "Соколова", "Наталья", "Дмитриевна", "officer", "msz", "Министерство"},
    {"mikhailov", "Михайлов", "Виктор", "Олегович", "agency_manager", "msz", "Министерство"},
    {"fedorova", "Фёдорова", "Юлия", "Алексеевна", "officer", "rosreestr", "Управление"},
};
const std::map<std::string, std::string> kUnitOfService = {
    {"veteran-monthly-payment", "Отдел социальных выплат"},
    {"veteran-of-labour-title", "Отдел социальных выплат"},
    {"large-family-certificate", "Отдел мер поддержки семей"},
    {"housing-subsidy", "Отдел жилищных субсидий"},
    {"real-estate-registration", "Отдел регистрации прав"},
    {"egrn-extract", "Отдел предоставления сведений"}};

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

void WriteSecret(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path);
  std::filesystem::permissions(
      path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  file << text;
  if (!file.flush()) throw std::runtime_error("demo: can not write " + path.string());
}

struct Keys {
  std::string key_file, certificate_file;  // below the data folder
  std::string certificate_pem, root_pem;
};

// One root of the stand signs all participants; what was made at an earlier start is used again.
Keys KeysOf(const std::string& data_folder, const OrganizationPlan& plan) {
  const std::filesystem::path folder = std::filesystem::path(data_folder) / "keys";
  std::filesystem::create_directories(folder);
  const Instant now = SystemClock().Now();
  crypto::KeyRequest request{.common_name = "Удостоверяющий центр стенда",
                             .organization = "Стенд",
                             .ogrn = "",
                             .not_before = now - std::chrono::hours(1),
                             .not_after = now + std::chrono::days(3650)};
  if (!std::filesystem::exists(folder / "root.pem")) {
    const auto root = crypto::MakeRoot(request);
    WriteSecret(folder / "root.key.pem", root.key_pem);
    WriteSecret(folder / "root.pem", root.certificate_pem);
  }
  const crypto::KeyAndCertificate root{ReadFile(folder / "root.key.pem"),
                                       ReadFile(folder / "root.pem")};
  const auto key = folder / (plan.code + ".key.pem"), certificate = folder / (plan.code + ".pem");
  if (!std::filesystem::exists(certificate)) {
    request.common_name = plan.short_name;
    request.organization = plan.name;
    request.ogrn = plan.ogrn;
    const auto pair = crypto::MakeCertificate(request, root);
    WriteSecret(key, pair.key_pem);
    WriteSecret(certificate, pair.certificate_pem);
  }
  return {"keys/" + plan.code + ".key.pem", "keys/" + plan.code + ".pem", ReadFile(certificate),
          root.certificate_pem};
}

// Keys with which people of the center sign content in person, to be uploaded in the account:
// beside the organizations' keys, opened by the password of the demo.
void MakePersonalKeys(const std::string& data_folder) {
  const auto folder = std::filesystem::path(data_folder) / "keys";
  const crypto::KeyAndCertificate root{ReadFile(folder / "root.key.pem"),
                                       ReadFile(folder / "root.pem")};
  const Instant now = SystemClock().Now();
  for (const auto& user : kUsers) {
    const auto file = folder / (user.login + ".p12");
    const bool asks = user.role == "operator" || user.role == "processor";
    if (!asks || std::filesystem::exists(file)) continue;
    const auto pair =
        crypto::MakeCertificate({.common_name = user.last + " " + user.first + " " + user.middle,
                                 .organization = kOrganizations.front().name,
                                 .ogrn = kOrganizations.front().ogrn,
                                 .not_before = now - std::chrono::hours(1),
                                 .not_after = now + std::chrono::days(450)},
                                root);
    WriteSecret(file, crypto::MakePkcs12(pair, kPassword));
  }
}

std::optional<access::BranchId> ParentOf(const BranchPlan& branch,
                                         const std::map<std::string, access::BranchId>& made) {
  if (branch.parent.empty()) return std::nullopt;
  return made.at(branch.parent);
}

const std::map<std::string, std::string> kPositions = {{"operator", "специалист МФЦ"},
                                                       {"processor", "ведущий специалист МФЦ"}};

// Numbers nobody has.
void NotePhones(House& house, const access::OrganizationId& center, const access::BranchId& branch,
                const std::string& phone) {
  house.db.Transact(db::Scope::Organization(center), [&](db::Tx& tx) {
    access::SetContactPhone(tx, center, "8 (800) 000-01-00");
    access::SetBranchPhone(tx, branch, phone);
  });
}

void MakeUser(const access::Context& context, const UserPlan& plan,
              const access::OrganizationId& organization_id,
              const std::optional<access::BranchId>& branch_id,
              const std::optional<access::UnitId>& unit_id) {
  const auto user_id =
      Must(access::CreateUser(context, {.login = plan.login, .password = kPassword}), "user");
  Must(access::CreateEmployee(context, {.user_id = user_id,
                                        .organization_id = organization_id,
                                        .branch_id = branch_id,
                                        .unit_id = unit_id,
                                        .last_name = plan.last,
                                        .first_name = plan.first,
                                        .middle_name = plan.middle,
                                        .roles = {plan.role}}),
       "employee");
  const auto position = kPositions.find(plan.role);
  if (position == kPositions.end()) return;
  context.db.Transact(db::Scope::Organization(organization_id),
                      [&](db::Tx& tx) { access::SetPosition(tx, user_id, position->second); });
}

}  // namespace

const std::vector<SignIn>& SignIns() {
  static const std::vector<SignIn> sign_ins = [] {
    std::vector<SignIn> made;
    for (const auto& user : kUsers) {
      std::string place = user.place;
      for (const auto& branch : kBranchPlans)
        if (branch.code == user.place) place = branch.name;
      for (const auto& organization : kOrganizations) {
        if (organization.code == user.organization &&
            (place.empty() || user.organization != "center"))
          place = place.empty() ? organization.short_name : organization.short_name + ", " + place;
      }
      made.push_back({user.login, user.last + " " + user.first + " " + user.middle,
                      RoleTitle(user.role), place});
    }
    return made;
  }();
  return sign_ins;
}

std::set<std::string> Mnemonics() {
  std::set<std::string> mnemonics;
  for (const auto& plan : kOrganizations) mnemonics.insert(plan.mnemonic);
  return mnemonics;
}

bool RegionExists(db::Pool& db) {
  return db.Transact(db::Scope::System(), [](db::Tx& tx) {
    return access::FindOrganizationByCode(tx, "center").has_value();
  });
}

void MakeRegion(House& house) {
  const access::Context context{house.db, house.clock};
  for (const auto& plan : kOrganizations) {
    const auto organization =
        Must(access::CreateOrganization(context, {.kind = plan.kind,
                                                  .code = plan.code,
                                                  .name = plan.name,
                                                  .short_name = plan.short_name,
                                                  .ogrn = plan.ogrn,
                                                  .inn = plan.inn,
                                                  .kpp = kKpp,
                                                  .address = "Приреченская обл., г. Приреченск"}),
             "organization");
    std::map<std::string, access::BranchId> branches;
    std::map<std::string, access::UnitId> units;
    if (plan.kind == access::OrganizationKind::kCenter) {
      for (const auto& branch : kBranchPlans) {
        branches[branch.code] =
            Must(access::CreateBranch(context, {.organization_id = organization.id,
                                                .parent_id = ParentOf(branch, branches),
                                                .code = branch.code,
                                                .name = branch.name,
                                                .address = branch.address,
                                                .hours = branch.hours}),
                 "branch")
                .id;
        NotePhones(house, organization.id, branches[branch.code], branch.phone);
      }
    } else {
      std::optional<access::UnitId> top;
      for (const auto& name : kUnits.at(plan.code)) {
        const auto unit =
            Must(access::CreateUnit(
                     context, {.organization_id = organization.id, .parent_id = top, .name = name}),
                 "unit");
        units[name] = unit.id;
        if (!top) top = unit.id;
      }
      house.db.Transact(db::Scope::Organization(organization.id), [&](db::Tx& tx) {
        for (const auto& [service, unit] : kUnitOfService) {
          if (units.contains(unit)) agency::SetRoute(tx, organization.id, service, units.at(unit));
        }
      });
    }
    for (const auto& user : kUsers) {
      if (user.organization != plan.code) continue;
      const auto branch = branches.find(user.place);
      const auto unit = units.find(user.place);
      MakeUser(context, user, organization.id,
               branch == branches.end() ? std::nullopt : std::optional(branch->second),
               unit == units.end() ? std::nullopt : std::optional(unit->second));
    }
  }
}

void CheckTestbed(const House& house, const std::string& testbed) {
  crypto::LoadGost();
  const auto registered = testbed::control::FetchState(testbed).at("participants");
  for (const auto& plan : kOrganizations) {
    const auto keys = KeysOf(house.folders.data, plan);
    const auto certificate = crypto::Certificate::FromPem(keys.certificate_pem).value();
    const auto own = text::HexEncode(certificate.sha256());
    for (const auto& participant : registered) {
      const auto& known = participant.at("certificates_sha256");
      if (participant.at("mnemonic") != plan.mnemonic || known.empty()) continue;
      if (std::find(known.begin(), known.end(), own) != known.end()) continue;
      throw std::runtime_error("испытательный стенд по адресу " + testbed +
                               " принадлежит другой установке: " + plan.mnemonic +
                               " известна ему по другому сертификату. Назовите в testbed.port "
                               "(OKNO_TESTBED_PORT) свободный порт и запустите там свой стенд.");
    }
  }
}

void JoinExchange(House& house, const std::string& testbed) {
  crypto::LoadGost();
  const auto bus_certificate = testbed::control::FetchBusCertificate(testbed);
  // The neighbour systems of the test bed have an authority of their own; "" = there are none.
  const auto neighbours_root =
      testbed::control::FetchNeighbours(testbed).at("authority_pem").get<std::string>();
  for (const auto& plan : kOrganizations) {
    const auto keys = KeysOf(house.folders.data, plan);
    testbed::control::RegisterParticipant(testbed, plan.mnemonic, plan.name, keys.certificate_pem);
    house.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      const auto organization = access::FindOrganizationByCode(tx, plan.code);
      exchange::Connection connection{.id = exchange::ConnectionId::New(),
                                      .organization_id = organization.value().id,
                                      .mnemonic = plan.mnemonic,
                                      .url = testbed + "/smev/v1.2/ws",
                                      .version = "1.2",
                                      .key_path = keys.key_file,
                                      .certificate_path = keys.certificate_file,
                                      .bus_certificate_pem = bus_certificate,
                                      .trusted_roots_pem = keys.root_pem + neighbours_root};
      // The bus is ours: it may be asked more often than the live one.
      connection.limits.poll_shortest = std::chrono::seconds(1);
      connection.limits.poll_longest = std::chrono::seconds(3);
      for (const auto& known : exchange::ListConnections(tx)) {
        if (known.organization_id == connection.organization_id) connection.id = known.id;
      }
      exchange::SaveConnection(tx, connection);
    });
  }
  MakePersonalKeys(house.folders.data);
  RouteToAgencies(house, testbed, {});
}

void RouteToAgencies(House& house, const std::string& testbed, const std::set<std::string>& lost) {
  std::vector<testbed::control::Route> routes;
  for (const auto& plan : kOrganizations) {
    if (plan.kind == access::OrganizationKind::kAgency && !lost.contains(plan.code))
      routes.push_back({plan.code, plan.mnemonic});
  }
  // The others are routed by type alone: their agencies are the neighbour systems of the test bed.
  for (const auto& type : message_types::LoadMessageTypes(house.folders.content)) {
    if (!type.routing_element.empty()) testbed::control::RegisterMessageType(testbed, type, routes);
  }
}

}  // namespace okno::app::demo
