// SPDX-License-Identifier: Apache-2.0
#include "logic/people.h"

#include "access/staff.h"
#include "crypto/hash.h"
#include "logic/rules/credentials.h"
#include "logic/rules/employment.h"
#include "storage/directory_store.h"
#include "storage/session_store.h"
#include "storage/user_store.h"
#include "text/strings.h"

namespace okno::access {
namespace {

// Branch and unit must be the organization's own.
void JudgePlace(db::Tx& tx, const Employee& draft, std::vector<FieldError>& errors) {
  if (draft.branch_id) {
    auto branch = FindBranch(tx, *draft.branch_id);
    if (!branch || branch->organization_id != draft.organization_id) {
      errors.push_back({"/branch_id", "access.branch_not_found", {}});
    }
  }
  if (draft.unit_id) {
    auto unit = storage::FindUnit(tx, *draft.unit_id);
    if (!unit || unit->organization_id != draft.organization_id) {
      errors.push_back({"/unit_id", "access.unit_not_found", {}});
    }
  }
}

Outcome SetLocked(const Context& context, const By& by, const UserId& id,
                  std::optional<Instant> at) {
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Outcome {
    if (!storage::LockUserRow(tx, id)) return Refusal::NotFound("access.user_not_found");
    storage::SetLockedAt(tx, id, at);
    if (at) storage::DeleteSessionsOfUser(tx, id);
    NoteOfUser(tx, by, at ? "user.locked" : "user.unlocked", id, context.clock.Now());
    return Done();
  });
}

}  // namespace

void NoteOfUser(db::Tx& tx, const By& by, const char* event, const UserId& id, Instant now,
                const std::string& reason) {
  if (const auto employee = FindEmployee(tx, id))
    Note(tx, by, {event, employee->organization_id, id.ToString(), reason}, now);
}

std::vector<FieldError> JudgeUser(const NewUser& draft) {
  std::vector<FieldError> errors;
  const std::string login = rules::FoldLogin(draft.login);
  if (!rules::IsLogin(login)) errors.push_back({"/login", "access.login_format", {}});
  if (auto error = rules::JudgePassword("/password", text::Trim(draft.password), login)) {
    errors.push_back(*error);
  }
  return errors;
}

storage::User MakeUser(const NewUser& draft) {
  return {.id = draft.id,
          .login = rules::FoldLogin(draft.login),
          .password_hash = crypto::HashPassword(text::Trim(draft.password))};
}

Result<UserId> InsertingUser(const std::function<Result<UserId>()>& insert) {
  try {
    return insert();
  } catch (const db::Error& error) {
    if (error.constraint() != "users_login") throw;
    return Refusal::Conflict("access.login_taken");
  }
}

Result<std::vector<FieldError>> JudgeEmployment(db::Tx& tx, const Employee& draft) {
  const auto organization = FindOrganization(tx, draft.organization_id);
  if (!organization) return Refusal::NotFound("access.organization_not_found");
  auto errors = rules::JudgeEmployee(draft, organization->kind);
  JudgePlace(tx, draft, errors);
  return errors;
}

Result<UserId> CreateUser(const Context& context, const NewUser& draft) {
  auto errors = JudgeUser(draft);
  if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
  const auto user = MakeUser(draft);
  return InsertingUser([&] {
    return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Result<UserId> {
      storage::InsertUser(tx, user, context.clock.Now());
      return user.id;
    });
  });
}

Result<Employee> CreateEmployee(const Context& context, const Employee& draft) {
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Result<Employee> {
    auto errors = JudgeEmployment(tx, draft);
    if (!errors) return errors.refusal();
    if (!storage::LockUserRow(tx, draft.user_id)) {
      return Refusal::NotFound("access.user_not_found");
    }
    if (FindEmployee(tx, draft.user_id)) return Refusal::Conflict("access.already_employed");
    if (!errors->empty()) return Refusal::Invalid("input.invalid", std::move(*errors));
    storage::InsertEmployee(tx, draft, context.clock.Now());
    return draft;
  });
}

Outcome LockUser(const Context& context, const UserId& id) {
  return SetLocked(context, {}, id, context.clock.Now());
}
Outcome LockUser(const Context& context, const Actor& by, const UserId& id) {
  return SetLocked(context, by, id, context.clock.Now());
}

Outcome UnlockUser(const Context& context, const UserId& id) {
  return SetLocked(context, {}, id, std::nullopt);
}
Outcome UnlockUser(const Context& context, const Actor& by, const UserId& id) {
  return SetLocked(context, by, id, std::nullopt);
}

}  // namespace okno::access
