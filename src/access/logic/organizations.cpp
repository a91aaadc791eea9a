// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "access/staff.h"
#include "logic/journal.h"
#include "storage/directory_store.h"
#include "text/checks.h"

namespace okno::access {
namespace {

using Errors = std::vector<FieldError>;

void Require(const std::string& value, const char* pointer, Errors& errors) {
  if (value.empty()) errors.push_back({pointer, "field.required", {}});
}

// 7701AB001: a code of the tax office, the reason, a serial (приказ ФНС ММВ-7-6/435@).
bool IsKpp(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (text.size() != 9) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool reason = i == 4 || i == 5;
    if (!digit(text[i]) && !(reason && capital(text[i]))) return false;
  }
  return true;
}

void JudgeZone(const std::string& zone, Errors& errors) {
  try {
    LocalDate(Instant{}, zone);
  } catch (const std::exception&) {
    errors.push_back({"/time_zone", "access.time_zone_unknown", zone});
  }
}

Errors JudgeOrganization(const Organization& draft) {
  Errors errors;
  Require(draft.code, "/code", errors);
  Require(draft.name, "/name", errors);
  Require(draft.short_name, "/short_name", errors);
  if (!draft.ogrn.empty()) {
    auto ogrn = text::Ogrn::Parse(draft.ogrn);
    if (!ogrn) errors.push_back({"/ogrn", ogrn.refusal().code, {}});
  }
  if (!draft.inn.empty()) {
    auto inn = text::Inn::Parse(draft.inn);
    if (!inn) errors.push_back({"/inn", inn.refusal().code, {}});
    if (inn && inn->of_person()) errors.push_back({"/inn", "inn.format", {}});
  }
  JudgeZone(draft.time_zone, errors);
  if (!draft.kpp.empty() && !IsKpp(draft.kpp)) errors.push_back({"/kpp", "kpp.format", {}});
  return errors;
}

void Apply(const OrganizationChange& change, Organization& organization) {
  const auto set = [](const std::optional<std::string>& given, std::string& value) {
    if (given) value = *given;
  };
  set(change.name, organization.name);
  set(change.short_name, organization.short_name);
  set(change.ogrn, organization.ogrn);
  set(change.inn, organization.inn);
  set(change.kpp, organization.kpp);
  set(change.address, organization.address);
}

Errors JudgeBranch(const Branch& draft, const std::optional<Organization>& organization,
                   const std::optional<Branch>& parent) {
  Errors errors;
  const bool digits = std::all_of(draft.code.begin(), draft.code.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  if (draft.code.size() != 4 || !digits) errors.push_back({"/code", "access.branch_code", {}});
  Require(draft.name, "/name", errors);
  JudgeZone(draft.time_zone, errors);
  if (!organization || organization->kind != OrganizationKind::kCenter) {
    errors.push_back({"/organization_id", "access.not_a_center", {}});
  }
  if (draft.parent_id && (!parent || parent->organization_id != draft.organization_id)) {
    errors.push_back({"/parent_id", "access.branch_not_found", {}});
  }
  return errors;
}

Errors JudgeUnit(const Unit& draft, const std::optional<Organization>& organization,
                 const std::optional<Unit>& parent) {
  Errors errors;
  Require(draft.name, "/name", errors);
  if (!organization || organization->kind != OrganizationKind::kAgency) {
    errors.push_back({"/organization_id", "access.not_an_agency", {}});
  }
  if (draft.parent_id && (!parent || parent->organization_id != draft.organization_id)) {
    errors.push_back({"/parent_id", "access.unit_not_found", {}});
  }
  return errors;
}

// Runs `create` in system scope; a code that is already there is refused.
template <typename F>
auto CreateWithCode(const Context& context, F create) -> std::invoke_result_t<F, db::Tx&> {
  try {
    return context.db.Transact(db::Scope::System(), create);
  } catch (const db::Error& error) {
    if (error.constraint() != "organizations_code" && error.constraint() != "branches_code") throw;
    return Refusal::Conflict("access.code_taken");
  }
}

Result<Organization> Create(const Context& context, const By& by, const Organization& draft) {
  auto errors = JudgeOrganization(draft);
  if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
  return CreateWithCode(context, [&](db::Tx& tx) -> Result<Organization> {
    const auto now = context.clock.Now();
    storage::InsertOrganization(tx, draft, now);
    Note(tx, by, {"organization.created", draft.id, draft.id.ToString()}, now);
    return draft;
  });
}

Result<Organization> Change(const Context& context, const By& by, std::string_view code,
                            const OrganizationChange& change) {
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Result<Organization> {
    auto organization = FindOrganizationByCode(tx, code);
    if (!organization) return Refusal::NotFound("access.organization_not_found");
    Apply(change, *organization);
    auto errors = JudgeOrganization(*organization);
    if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
    storage::SaveOrganization(tx, *organization);
    Note(tx, by, {"organization.changed", organization->id, organization->id.ToString()},
         context.clock.Now());
    return *organization;
  });
}

Result<Branch> Create(const Context& context, const By& by, const Branch& draft) {
  return CreateWithCode(context, [&](db::Tx& tx) -> Result<Branch> {
    const auto parent =
        draft.parent_id ? FindBranch(tx, *draft.parent_id) : std::optional<Branch>();
    auto errors = JudgeBranch(draft, FindOrganization(tx, draft.organization_id), parent);
    if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
    const auto now = context.clock.Now();
    storage::InsertBranch(tx, draft, now);
    Note(tx, by, {"branch.created", draft.organization_id, draft.id.ToString()}, now);
    return draft;
  });
}

Result<Unit> Create(const Context& context, const By& by, const Unit& draft) {
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Result<Unit> {
    auto parent = draft.parent_id ? storage::FindUnit(tx, *draft.parent_id) : std::optional<Unit>();
    auto errors = JudgeUnit(draft, FindOrganization(tx, draft.organization_id), parent);
    if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
    const auto now = context.clock.Now();
    storage::InsertUnit(tx, draft, now);
    Note(tx, by, {"unit.created", draft.organization_id, draft.id.ToString()}, now);
    return draft;
  });
}

}  // namespace

Result<Organization> CreateOrganization(const Context& context, const Organization& draft) {
  return Create(context, {}, draft);
}
Result<Organization> CreateOrganization(const Context& context, const Actor& by,
                                        const Organization& draft) {
  return Create(context, by, draft);
}

Result<Organization> ChangeOrganization(const Context& context, std::string_view code,
                                        const OrganizationChange& change) {
  return Change(context, {}, code, change);
}
Result<Organization> ChangeOrganization(const Context& context, const Actor& by,
                                        std::string_view code, const OrganizationChange& change) {
  return Change(context, by, code, change);
}

Result<Branch> CreateBranch(const Context& context, const Branch& draft) {
  return Create(context, {}, draft);
}
Result<Branch> CreateBranch(const Context& context, const Actor& by, const Branch& draft) {
  return Create(context, by, draft);
}

Result<Unit> CreateUnit(const Context& context, const Unit& draft) {
  return Create(context, {}, draft);
}
Result<Unit> CreateUnit(const Context& context, const Actor& by, const Unit& draft) {
  return Create(context, by, draft);
}

}  // namespace okno::access
