// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <optional>

#include "access/contacts.h"
#include "commands/administration.h"

namespace okno::app {
namespace {

using access::OrganizationKind;

// What may be given; each command takes its part. What `set` is not given stays as it is.
struct OrganizationOptions {
  std::string code, kind = "center", branch_code, parent, hours;
  std::optional<std::string> name, short_name, ogrn, inn, kpp, address, phone, time_zone;
};
using Given = std::shared_ptr<OrganizationOptions>;

void Print(const access::Organization& organization) {
  const auto shown = [](const std::string& number) { return number.empty() ? "-" : number; };
  std::cout << fmt::format("{}  {}  ОГРН {}  ИНН {}  КПП {}  {}\n", organization.code,
                           organization.name, shown(organization.ogrn), shown(organization.inn),
                           shown(organization.kpp), organization.address);
}

void Print(const access::Branch& branch) {
  std::cout << fmt::format("  {}  {}  {}\n", branch.code, branch.name, branch.address);
}

void Print(const access::Unit& unit) {
  std::cout << fmt::format("  «{}»  {}\n", unit.name, unit.id.ToString());
}

int List(const config::Config& config) {
  Office office(config);
  office.db.Transact(db::Scope::System(), [](db::Tx& tx) {
    for (const auto& organization : access::ListOrganizations(tx)) {
      Print(organization);
      for (const auto& branch : access::ListBranches(tx, organization.id)) Print(branch);
      for (const auto& unit : access::ListUnits(tx, organization.id)) Print(unit);
    }
  });
  return 0;
}

void NotePhone(Office& office, const access::OrganizationId& id,
               const std::optional<std::string>& phone) {
  if (!phone) return;
  office.db.Transact(db::Scope::System(),
                     [&](db::Tx& tx) { access::SetContactPhone(tx, id, *phone); });
}

int AddOrganization(const config::Config& config, const OrganizationOptions& options) {
  Office office(config);
  access::Organization draft{
      .kind = options.kind == "agency" ? OrganizationKind::kAgency : OrganizationKind::kCenter,
      .code = options.code,
      .name = *options.name,
      .short_name = options.short_name.value_or(*options.name),
      .ogrn = options.ogrn.value_or(""),
      .inn = options.inn.value_or(""),
      .kpp = options.kpp.value_or(""),
      .address = options.address.value_or("")};
  if (options.time_zone) draft.time_zone = *options.time_zone;
  const auto made = access::CreateOrganization(office.context, office.by, draft);
  if (!made) return SayWithChoices(office, made.refusal(), options.code);
  NotePhone(office, made->id, options.phone);
  Print(*made);
  return 0;
}

int Set(const config::Config& config, const OrganizationOptions& options) {
  Office office(config);
  const auto changed = access::ChangeOrganization(office.context, office.by, options.code,
                                                  {.name = options.name,
                                                   .short_name = options.short_name,
                                                   .ogrn = options.ogrn,
                                                   .inn = options.inn,
                                                   .kpp = options.kpp,
                                                   .address = options.address});
  if (!changed) return SayWithChoices(office, changed.refusal(), options.code);
  NotePhone(office, changed->id, options.phone);
  Print(*changed);
  return 0;
}

Result<access::Branch> DraftBranch(db::Tx& tx, const OrganizationOptions& options) {
  const auto center = access::FindOrganizationByCode(tx, options.code);
  if (!center) return Refusal::NotFound("access.organization_not_found");
  access::Branch draft{.organization_id = center->id,
                       .code = options.branch_code,
                       .name = *options.name,
                       .address = options.address.value_or(""),
                       .hours = options.hours,
                       .time_zone = options.time_zone.value_or(center->time_zone)};
  if (options.parent.empty()) return draft;
  for (const auto& branch : access::ListBranches(tx, center->id))
    if (branch.code == options.parent) draft.parent_id = branch.id;
  if (draft.parent_id) return draft;
  return Refusal::Invalid("input.invalid", {{"/parent_id", "access.branch_not_found", {}}});
}

int AddBranch(const config::Config& config, const OrganizationOptions& options) {
  Office office(config);
  const auto draft =
      office.db.Transact(db::Scope::System(), [&](db::Tx& tx) { return DraftBranch(tx, options); });
  const auto made = draft ? access::CreateBranch(office.context, office.by, *draft) : draft;
  if (!made) return SayWithChoices(office, made.refusal(), options.code);
  if (options.phone) {
    office.db.Transact(db::Scope::System(),
                       [&](db::Tx& tx) { access::SetBranchPhone(tx, made->id, *options.phone); });
  }
  Print(*made);
  return 0;
}

Result<access::Unit> DraftUnit(db::Tx& tx, const OrganizationOptions& options) {
  const auto agency = access::FindOrganizationByCode(tx, options.code);
  if (!agency) return Refusal::NotFound("access.organization_not_found");
  access::Unit draft{.organization_id = agency->id, .parent_id = {}, .name = *options.name};
  if (options.parent.empty()) return draft;
  auto parent = FindUnitByWords(tx, agency->id, options.parent, "/parent_id");
  if (!parent) return parent.refusal();
  draft.parent_id = parent->id;
  return draft;
}

int AddUnit(const config::Config& config, const OrganizationOptions& options) {
  Office office(config);
  const auto draft =
      office.db.Transact(db::Scope::System(), [&](db::Tx& tx) { return DraftUnit(tx, options); });
  const auto made = draft ? access::CreateUnit(office.context, office.by, *draft) : draft;
  if (!made) return SayWithChoices(office, made.refusal(), options.code);
  Print(*made);
  return 0;
}

void TakeParticulars(const Command& command, OrganizationOptions& options) {
  command.Take("--short-name", options.short_name, "Краткое название");
  command.Take("--ogrn", options.ogrn, "ОГРН, 13 цифр");
  command.Take("--inn", options.inn, "ИНН, 10 цифр");
  command.Take("--kpp", options.kpp, "КПП, 9 знаков");
  command.Take("--address", options.address, "Адрес");
  command.Take("--phone", options.phone, "Телефон контакт-центра, для бумаг");
}

void TakeZone(const Command& command, OrganizationOptions& options, const char* help) {
  command.Take("--time-zone", options.time_zone, help);
}

}  // namespace

void AddOrganizationCommands(const Command& app, const Choose& choose) {
  const auto options = std::make_shared<OrganizationOptions>();
  const auto command =
      AddGroup(app, "organization", "МФЦ, его филиалы, ведомства", options, choose);
  command("list", "Все, с номерами, филиалами и подразделениями",
          [](const auto& config, const OrganizationOptions&) { return List(config); });

  const auto add = command("add", "Добавить МФЦ или ведомство", AddOrganization);
  add.Take("code", options->code, "Короткое слово на выбор: center, msz").Required();
  add.Take("--kind", options->kind, "center (МФЦ, по умолчанию) или agency (ведомство)")
      .OneOf({"center", "agency"});
  add.Take("--name", options->name, "Полное название").Required();
  TakeParticulars(add, *options);
  TakeZone(add, *options, "Часовой пояс; без него — Europe/Moscow");

  const auto set = command("set", "Исправить то, что пишут бумаги и сообщения", Set);
  set.Take("code", options->code, "Код, как его показывает `list`").Required();
  set.Take("--name", options->name, "Полное название");
  TakeParticulars(set, *options);

  const auto branch = command("add-branch", "Добавить филиал МФЦ", AddBranch);
  branch.Take("center", options->code, "Код МФЦ").Required();
  branch.Take("code", options->branch_code, "Четыре цифры; с них начинаются номера дел").Required();
  branch.Take("--name", options->name, "Название").Required();
  branch.Take("--address", options->address, "Адрес");
  branch.Take("--hours", options->hours, "Часы работы: «пн–пт 8:00–20:00»");
  branch.Take("--phone", options->phone, "Телефон, для бумаг");
  branch.Take("--parent", options->parent, "Код филиала, которому он подчинён");
  TakeZone(branch, *options, "Часовой пояс; без него — как у МФЦ");

  const auto unit = command("add-unit", "Добавить подразделение ведомства", AddUnit);
  unit.Take("agency", options->code, "Код ведомства").Required();
  unit.Take("name", options->name, "Название").Required();
  unit.Take("--parent", options->parent, "Название вышестоящего подразделения");
}

}  // namespace okno::app
