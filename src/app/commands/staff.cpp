// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "access/rights.h"
#include "applications/in_hand.h"
#include "commands/administration.h"
#include "role_titles.h"

namespace okno::app {
namespace {

struct StaffOptions {
  access::StaffMember member;
  std::string organization, branch, unit;  // code, code, name
  bool password_from_stdin = false;
};

std::string PlaceOf(db::Tx& tx, const access::Employee& employee) {
  if (employee.branch_id) return access::FindBranch(tx, *employee.branch_id).value().name;
  for (const auto& unit : access::ListUnits(tx, employee.organization_id))
    if (unit.id == employee.unit_id) return unit.name;
  return "вся организация";
}

std::string RolesOf(const access::Employee& employee) {
  std::string roles;
  for (const auto& role : employee.roles) roles += (roles.empty() ? "" : ", ") + RoleTitle(role);
  return roles;
}

void Print(db::Tx& tx, const access::StaffMember& member) {
  const auto& employee = member.employee;
  std::cout << fmt::format(
      "{}  {} {} {}  {}  {}, {}{}{}{}\n", member.login, employee.last_name, employee.first_name,
      employee.middle_name, RolesOf(employee),
      access::FindOrganization(tx, employee.organization_id).value().short_name,
      PlaceOf(tx, employee), member.has_second_factor ? "  второй фактор" : "",
      member.locked ? "  заблокирован" : "",
      employee.active || member.locked ? "" : "  не работает");
}

int List(const config::Config& config, const StaffOptions&) {
  Office office(config);
  office.db.Transact(db::Scope::System(), [](db::Tx& tx) {
    for (const auto& member : access::ListStaff(tx)) Print(tx, member);
  });
  return 0;
}

int ListRoles(const config::Config&, const StaffOptions&) {
  const auto of = [](const access::Role& role) {
    if (role.of == access::RoleOf::kBoth) return "МФЦ и ведомство";
    return role.of == access::RoleOf::kCenter ? "МФЦ" : "ведомство";
  };
  const auto where = [](const access::Role& role) {
    switch (role.territory) {
      case access::Territory::kOwnBranch:
        return "свой филиал (--branch)";
      case access::Territory::kOwnUnits:
        return "своё подразделение и ниже (--unit)";
      default:
        return "вся организация";
    }
  };
  for (const auto& role : access::Roles())
    std::cout << fmt::format("{}  {}  {}, {}\n", role.name, RoleTitle(role.name), of(role),
                             where(role));
  return 0;
}

// The roles and the place that the options name, in this organization.
Result<access::Post> ReadPost(db::Tx& tx, const StaffOptions& options,
                              const access::OrganizationId& organization_id) {
  access::Post post{.roles = options.member.employee.roles};
  for (const auto& branch : access::ListBranches(tx, organization_id))
    if (branch.code == options.branch) post.branch_id = branch.id;
  if (!options.branch.empty() && !post.branch_id)
    return Refusal::Invalid("input.invalid", {{"/branch_id", "access.branch_not_found", {}}});
  if (options.unit.empty()) return post;
  auto unit = FindUnitByWords(tx, organization_id, options.unit, "/unit_id");
  if (!unit) return unit.refusal();
  post.unit_id = unit->id;
  return post;
}

// The member with the ids of what the options name.
Result<access::StaffMember> Draft(db::Tx& tx, const StaffOptions& options) {
  auto member = options.member;
  const auto organization = access::FindOrganizationByCode(tx, options.organization);
  if (!organization) return Refusal::NotFound("access.organization_not_found");
  const auto post = ReadPost(tx, options, organization->id);
  if (!post) return post.refusal();
  member.employee.organization_id = organization->id;
  member.employee.branch_id = post->branch_id;
  member.employee.unit_id = post->unit_id;
  return member;
}

// A given password is known to who gave it; one of ours is said once.
struct Password {
  explicit Password(const StaffOptions& options)
      : is_ours(!options.password_from_stdin), text(is_ours ? MakePassword() : ReadPassword()) {}
  void Tell() const {
    if (is_ours) std::cout << "Пароль (больше не будет показан): " << text << "\n";
  }
  bool is_ours;
  std::string text;
};

int AddMember(const config::Config& config, const StaffOptions& options) {
  const Password password(options);
  Office office(config);
  const auto draft =
      office.db.Transact(db::Scope::System(), [&](db::Tx& tx) { return Draft(tx, options); });
  if (!draft) return SayWithChoices(office, draft.refusal(), options.organization);
  const auto made = access::AddStaffMember(office.context, office.by, *draft, password.text);
  if (!made) return SayWithChoices(office, made.refusal(), options.organization);
  office.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    Print(tx, access::FindStaffMember(tx, options.member.login).value());
  });
  password.Tell();
  return 0;
}

// Does something to the account of the login. `organization`: whose branches and units are told of
// when it is refused for them.
using Treatment = std::function<Outcome(const Office&, const access::UserId&)>;
int TreatIn(Office& office, const StaffOptions& options, const char* done, const Treatment& treat,
            const std::string& organization = {}) {
  const auto member = office.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return access::FindStaffMember(tx, options.member.login);
  });
  const auto outcome = member ? treat(office, member->employee.user_id)
                              : Outcome(Refusal::NotFound("access.user_not_found"));
  if (!outcome) return SayWithChoices(office, outcome.refusal(), organization);
  std::cout << member->login << ": " << done << "\n";
  return 0;
}

int Treat(const config::Config& config, const StaffOptions& options, const char* done,
          const Treatment& treat) {
  Office office(config);
  return TreatIn(office, options, done, treat);
}

std::string PostInWords(db::Tx& tx, const access::Employee& employee) {
  return fmt::format("{}, {}", RolesOf(employee), PlaceOf(tx, employee));
}

// What is wanted of an account, and how the journal tells of it.
struct Move {
  access::Post post;
  access::Employee from;
  std::string told;
};

Result<Move> ReadMove(db::Tx& tx, const StaffOptions& options, std::string& organization) {
  const auto member = access::FindStaffMember(tx, options.member.login);
  if (!member) return Refusal::NotFound("access.user_not_found");
  const auto& at = member->employee.organization_id;
  organization = access::FindOrganization(tx, at).value().code;
  const auto post = ReadPost(tx, options, at);
  if (!post) return post.refusal();
  auto to = member->employee;
  to.roles = post->roles;
  to.branch_id = post->branch_id;
  to.unit_id = post->unit_id;
  return Move{*post, member->employee,
              PostInWords(tx, member->employee) + " → " + PostInWords(tx, to)};
}

// Of work that a person leaves behind somebody must know.
void TellWhatIsLeft(Office& office, const access::Employee& employee) {
  const auto left = office.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return applications::CountInHand(tx, employee.organization_id, employee.user_id);
  });
  if (left.drafts + left.cases == 0) return;
  std::cout << fmt::format(
      "Остались незаконченными: дел — {}, черновиков — {}. Они в списках сотрудников филиала, "
      "где начаты.\n",
      left.cases, left.drafts);
}

// Who moves to another branch or unit keeps their login, and all they did stays theirs.
int ChangePost(const config::Config& config, const StaffOptions& options) {
  Office office(config);
  std::string organization;
  const auto move = office.db.Transact(
      db::Scope::System(), [&](db::Tx& tx) { return ReadMove(tx, options, organization); });
  if (!move) return SayWithChoices(office, move.refusal(), organization);
  const auto change = [&](const Office& at, const access::UserId& id) {
    return access::ChangePost(at.context, at.by, id, move->post, move->told);
  };
  const int code = TreatIn(office, options, "роль и место работы сменены, сеансы завершены", change,
                           organization);
  if (code == 0 && move->from.branch_id != move->post.branch_id) TellWhatIsLeft(office, move->from);
  return code;
}

int SetPassword(const config::Config& config, const StaffOptions& options) {
  const Password password(options);
  const int code = Treat(
      config, options, "пароль сменён, сеансы завершены", [&](const auto& office, const auto& id) {
        return access::ResetPassword(office.context, office.by, id, password.text);
      });
  if (code == 0) password.Tell();
  return code;
}

int SwitchSecondFactorOff(const config::Config& config, const StaffOptions& options) {
  return Treat(config, options, "второй фактор отключён, сеансы завершены",
               [](const auto& office, const auto& id) {
                 return access::ResetSecondFactor(office.context, office.by, id);
               });
}

int Block(const config::Config& config, const StaffOptions& options) {
  Office office(config);
  const int code = TreatIn(office, options, "учётная запись заблокирована, сеансы завершены",
                           [](const Office& at, const access::UserId& id) {
                             return access::LockUser(at.context, at.by, id);
                           });
  if (code != 0) return code;
  const auto member = office.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return access::FindStaffMember(tx, options.member.login);
  });
  TellWhatIsLeft(office, member.value().employee);
  return 0;
}

int Unblock(const config::Config& config, const StaffOptions& options) {
  return Treat(config, options, "учётная запись разблокирована",
               [](const auto& office, const auto& id) {
                 return access::UnlockUser(office.context, office.by, id);
               });
}

void TakePost(const Command& command, StaffOptions& options) {
  command
      .Take("--role", options.member.employee.roles,
            "Роль; можно несколько раз (`okno staff roles`)")
      .Required();
  command.Take("--branch", options.branch, "Код филиала, у операторов и обработчиков");
  command.Take("--unit", options.unit, "Подразделение, у специалистов ведомства");
}

void TakePerson(const Command& command, StaffOptions& options) {
  auto& employee = options.member.employee;
  command.Take("--organization", options.organization, "Код организации").Required();
  TakePost(command, options);
  command.Take("--last-name", employee.last_name, "Фамилия").Required();
  command.Take("--first-name", employee.first_name, "Имя").Required();
  command.Take("--middle-name", employee.middle_name, "Отчество");
  command.Take("--position", options.member.position, "Должность, для бумаг");
}

}  // namespace

void AddStaffCommands(const Command& app, const Choose& choose) {
  const auto options = std::make_shared<StaffOptions>();
  const auto command =
      AddGroup(app, "staff", "Сотрудники: учётные записи, роли, пароли", options, choose);
  const auto of_login = [&](const Command& made) {
    made.Take("login", options->member.login, "Логин").Required();
    return made;
  };
  const auto with_password = [&](const Command& made) {
    made.Flag("--password-stdin", options->password_from_stdin,
              "Прочитать пароль со входа, а не придумать и напечатать");
  };
  command("list", "Все учётные записи с ролями", List);
  command("roles", "Роли и где они работают", ListRoles);
  const auto add =
      of_login(command("add", "Завести учётную запись; пароль печатается один раз", AddMember));
  TakePerson(add, *options);
  with_password(add);
  TakePost(of_login(command("post", "Дать другие роли или место; сеансы завершаются", ChangePost)),
           *options);
  with_password(
      of_login(command("password", "Задать новый пароль; сеансы завершаются", SetPassword)));
  of_login(command("second-factor-off", "Отключить второй фактор (потерян телефон)",
                   SwitchSecondFactorOff));
  of_login(command("block", "Завершить сеансы и больше не пускать", Block));
  of_login(command("unblock", "Снова пускать", Unblock));
}

}  // namespace okno::app
