// SPDX-License-Identifier: Apache-2.0
#include "access/staff.h"

#include "access/contacts.h"
#include "crypto/hash.h"
#include "logic/people.h"
#include "logic/proof.h"
#include "logic/rules/credentials.h"
#include "storage/directory_store.h"
#include "storage/session_store.h"
#include "text/strings.h"

namespace okno::access {
namespace {

// Changes the account of this id, ends its sessions and notes the event.
Outcome Reset(const Context& context, const Actor& by, const UserId& id, const char* event,
              const std::function<Outcome(db::Tx&, const storage::User&)>& change,
              const std::string& told = {}) {
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Outcome {
    const auto user = storage::LockUserRow(tx, id);
    if (!user) return Refusal::NotFound("access.user_not_found");
    if (auto changed = change(tx, *user); !changed) return changed;
    storage::DeleteSessionsOfUser(tx, id);
    NoteOfUser(tx, by, event, id, context.clock.Now(), told);
    return Done();
  });
}

}  // namespace

Result<UserId> AddStaffMember(const Context& context, const Actor& by, const StaffMember& member,
                              const std::string& password) {
  const NewUser draft{.login = member.login, .password = password};
  auto employee = member.employee;
  employee.user_id = draft.id;
  const auto wrong = JudgeUser(draft);
  const auto user = MakeUser(draft);
  return InsertingUser([&] {
    return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Result<UserId> {
      auto errors = JudgeEmployment(tx, employee);
      if (!errors) return errors.refusal();
      errors->insert(errors->begin(), wrong.begin(), wrong.end());
      if (!errors->empty()) return Refusal::Invalid("input.invalid", std::move(*errors));
      const auto now = context.clock.Now();
      storage::InsertUser(tx, user, now);
      storage::InsertEmployee(tx, employee, now);
      if (!member.position.empty()) SetPosition(tx, user.id, member.position);
      NoteOfUser(tx, by, "user.created", user.id, now);
      return user.id;
    });
  });
}

Outcome ChangePost(const Context& context, const Actor& by, const UserId& id, const Post& post,
                   const std::string& told) {
  const auto change = [&](db::Tx& tx, const storage::User&) -> Outcome {
    auto employee = FindEmployee(tx, id);
    if (!employee) return Refusal::NotFound("access.user_not_found");
    employee->roles = post.roles;
    employee->branch_id = post.branch_id;
    employee->unit_id = post.unit_id;
    auto errors = JudgeEmployment(tx, *employee);
    if (!errors) return errors.refusal();
    if (!errors->empty()) return Refusal::Invalid("input.invalid", std::move(*errors));
    storage::SavePost(tx, *employee);
    return Done();
  };
  return Reset(context, by, id, "user.post_changed", change, told);
}

Outcome ResetPassword(const Context& context, const Actor& by, const UserId& id,
                      const std::string& password) {
  const std::string typed = text::Trim(password);
  const std::string hash = crypto::HashPassword(typed);
  return Reset(context, by, id, "user.password_reset",
               [&](db::Tx& tx, const storage::User& user) -> Outcome {
                 if (auto error = rules::JudgePassword("/password", typed, user.login))
                   return Refusal::Invalid("input.invalid", {*error});
                 storage::SetPassword(tx, id, hash);
                 ForgetFailures(tx, user.login);
                 return Done();
               });
}

Outcome ResetSecondFactor(const Context& context, const Actor& by, const UserId& id) {
  return Reset(context, by, id, "user.second_factor_reset",
               [&](db::Tx& tx, const storage::User& user) -> Outcome {
                 if (user.totp.secret.empty()) return Refusal::Conflict("access.second_factor_off");
                 // The last step stays: a code used today is not good again under a new secret.
                 storage::SetTotp(tx, id, {.last_step = user.totp.last_step});
                 return Done();
               });
}

bool IsPasswordOf(db::Pool& db, std::string_view login, const std::string& password) {
  const auto user = db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return storage::FindUserByLogin(tx, rules::FoldLogin(login));
  });
  return user && !user->locked && crypto::VerifyPassword(password, user->password_hash);
}

}  // namespace okno::access
