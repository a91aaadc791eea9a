// SPDX-License-Identifier: Apache-2.0
#include "access/directory.h"
#include "served.h"

namespace okno::access::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Directory : public HouseTest {
 protected:
  template <typename F>
  auto Read(const db::Scope& scope, F read) {
    return pool_.Transact(scope, read);
  }
  template <typename T>
  static std::string FieldOf(const Result<T>& result) {
    const auto& fields = result.refusal().fields;
    return fields.empty() ? result.refusal().code : fields[0].pointer + " " + fields[0].code;
  }
};

TEST_F(Directory, FindsWhatWasCreated) {
  const auto branch = CreateBranch(
      context_, {.organization_id = house_.center.id, .code = "0103", .name = "Третий"});
  ASSERT_TRUE(branch);
  const auto found =
      Read(house_.As("operator").scope(), [&](db::Tx& tx) { return FindBranch(tx, branch->id); });
  EXPECT_EQ(found, *branch);
}

TEST_F(Directory, RefusesWrongBranches) {
  const struct {
    Branch draft;
    const char* refusal;
  } cases[] = {
      {{.organization_id = house_.center.id, .code = "0101", .name = "x"}, "access.code_taken"},
      {{.organization_id = house_.center.id, .code = "12", .name = "x"},
       "/code access.branch_code"},
      {{.organization_id = house_.center.id, .code = "12а4", .name = "x"},
       "/code access.branch_code"},
      {{.organization_id = house_.center.id, .code = "0104"}, "/name field.required"},
      {{.organization_id = house_.agency.id, .code = "0104", .name = "x"},
       "/organization_id access.not_a_center"},
  };
  for (const auto& each : cases)
    EXPECT_EQ(FieldOf(CreateBranch(context_, each.draft)), each.refusal);
}

TEST_F(Directory, RefusesAUnitBelowAnothersUnit) {
  auto other = CreateOrganization(context_, {.kind = OrganizationKind::kAgency,
                                             .code = "rosreestr",
                                             .name = "Росреестр",
                                             .short_name = "Росреестр"});
  ASSERT_TRUE(other);
  const Unit draft{.organization_id = other->id, .parent_id = house_.top.id, .name = "x"};
  EXPECT_EQ(FieldOf(CreateUnit(context_, draft)), "/parent_id access.unit_not_found");
}

TEST_F(Directory, RefusesWrongOrganizations) {
  const Organization taken{.code = "center", .name = "x", .short_name = "x"};
  EXPECT_EQ(FieldOf(CreateOrganization(context_, taken)), "access.code_taken");
  const Organization wrong{.code = "x", .name = "x", .short_name = "x", .ogrn = "1027700132196"};
  EXPECT_EQ(FieldOf(CreateOrganization(context_, wrong)), "/ogrn ogrn.check_digits");
}

TEST_F(Directory, ChangesTheNumbersOfAnOrganizationAndKeepsTheRest) {
  const auto changed =
      ChangeOrganization(context_, "center", {.inn = "7701000019", .kpp = "770101001"});
  ASSERT_TRUE(changed) << changed.refusal().code;
  const auto found = Read(house_.As("operator").scope(),
                          [&](db::Tx& tx) { return FindOrganization(tx, house_.center.id); });
  auto expected = house_.center;
  expected.inn = "7701000019";
  expected.kpp = "770101001";
  EXPECT_EQ(found, expected);
}

TEST_F(Directory, RefusesWrongNumbersOfAnOrganization) {
  const struct {
    OrganizationChange change;
    const char* refusal;
  } cases[] = {
      {{.inn = "7701000018"}, "/inn inn.check_digits"},
      {{.inn = "500100732259"}, "/inn inn.format"},  // of a person
      {{.kpp = "77010100"}, "/kpp kpp.format"},
      {{.kpp = "7701ab001"}, "/kpp kpp.format"},
      {{.name = ""}, "/name field.required"},
  };
  for (const auto& each : cases)
    EXPECT_EQ(FieldOf(ChangeOrganization(context_, "center", each.change)), each.refusal);
  EXPECT_EQ(FieldOf(ChangeOrganization(context_, "nobody", {})), "access.organization_not_found");
}

TEST_F(Directory, RefusesWrongUsers) {
  const struct {
    NewUser draft;
    const char* refusal;
  } cases[] = {
      {{.login = "Operator", .password = kPassword}, "access.login_taken"},
      {{.login = "оператор", .password = kPassword}, "/login access.login_format"},
      {{.login = "ab", .password = kPassword}, "/login access.login_format"},
      {{.login = "anna", .password = "short"}, "/password field.too_short"},
      {{.login = "anna", .password = "Anna has ten"}, "/password access.password_has_login"},
  };
  for (const auto& each : cases) EXPECT_EQ(FieldOf(CreateUser(context_, each.draft)), each.refusal);
}

TEST_F(Directory, RefusesEmployeesInTheWrongPlace) {
  const auto user = CreateUser(context_, {.login = "anna", .password = kPassword});
  ASSERT_TRUE(user);
  const Employee base{.user_id = *user,
                      .organization_id = house_.center.id,
                      .branch_id = house_.first.id,
                      .last_name = "Котова",
                      .first_name = "Анна",
                      .roles = {"operator"}};
  auto without_branch = base, foreign_branch = base, agency_role = base, no_role = base,
       twice = base;
  without_branch.branch_id.reset();
  foreign_branch.branch_id = house_.foreign.id;
  agency_role.roles = {"officer"};
  no_role.roles = {};
  twice.user_id = house_.As("operator").user_id;
  EXPECT_EQ(FieldOf(CreateEmployee(context_, without_branch)), "/branch_id field.required");
  EXPECT_EQ(FieldOf(CreateEmployee(context_, foreign_branch)),
            "/branch_id access.branch_not_found");
  EXPECT_EQ(FieldOf(CreateEmployee(context_, agency_role)), "/roles access.role_unknown");
  EXPECT_EQ(FieldOf(CreateEmployee(context_, no_role)), "/roles field.required");
  EXPECT_EQ(FieldOf(CreateEmployee(context_, twice)), "access.already_employed");
  ASSERT_TRUE(CreateEmployee(context_, base));
  EXPECT_EQ(house_.As("anna").display_name, "Котова А.");
}

TEST_F(Directory, ListsTheProcessorsOfABranch) {
  const auto scope = house_.As("operator").scope();
  const auto processors = Read(scope, [&](db::Tx& tx) {
    return ListEmployees(tx, house_.center.id, {.role = "processor", .branch_id = house_.first.id});
  });
  ASSERT_THAT(processors, SizeIs(1));
  EXPECT_EQ(processors[0].user_id, house_.As("processor").user_id);
}

TEST_F(Directory, RowsOfAnotherOrganizationDoNotExist) {
  const auto stranger = house_.As("stranger").scope();
  EXPECT_FALSE(Read(stranger, [&](db::Tx& tx) { return FindBranch(tx, house_.first.id); }));
  EXPECT_FALSE(Read(stranger, [&](db::Tx& tx) { return FindOrganization(tx, house_.center.id); }));
  EXPECT_FALSE(Read(stranger, [&](db::Tx& tx) { return FindOrganizationByCode(tx, "msz"); }));
  EXPECT_THAT(Read(stranger, [&](db::Tx& tx) { return ListOrganizations(tx); }),
              ElementsAre(house_.neighbour));
  EXPECT_THAT(Read(stranger, [&](db::Tx& tx) { return ListEmployees(tx, house_.center.id, {}); }),
              IsEmpty());
  EXPECT_THAT(Read(stranger, [&](db::Tx& tx) { return UnitScope(tx, house_.top.id); }), IsEmpty());
}

TEST_F(Directory, SecretsAreSeenBySystemWorkOnly) {
  static const db::Query kCount{"test.count_users", "SELECT count(*) FROM access.users"};
  auto count = [](db::Tx& tx) { return tx.Run(kCount).front()[0].As<int>(); };
  EXPECT_EQ(Read(house_.As("administrator").scope(), count), 0);
  EXPECT_EQ(Read(db::Scope::System(), count), 15);
}

TEST_F(Directory, RowsCanNotBeWrittenIntoAnotherOrganization) {
  static const db::Query kSteal{"test.steal", "UPDATE access.branches SET organization_id = $1"};
  EXPECT_THROW(pool_.Transact(house_.As("stranger").scope(),
                              [&](db::Tx& tx) { tx.Run(kSteal, house_.center.id); }),
               db::Error);
}

}  // namespace
}  // namespace okno::access::testing
