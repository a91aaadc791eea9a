// SPDX-License-Identifier: Apache-2.0
#include <future>
#include <set>

#include "bureau.h"
#include "packages/about.h"
#include "storage/package_store.h"

namespace okno::packages {
namespace {

using applications::Case;
using applications::Status;
using testing::PackagesTest;

constexpr db::Query kInsertInquiry{
    "test.insert_inquiry",
    "INSERT INTO inquiries.inquiries (id, organization_id, type_name, type_version, type_title, "
    "addressee, subject_name, case_kind, case_id, case_number, case_item, purpose, state, "
    "state_text, form, executor_id, executor_name, version, created_at, updated_at) "
    "VALUES (gen_random_uuid(), $1, 'income', 1, 'Доходы', 'ФНС России', '', 'application', $2, "
    "'', 'income', '', $3, '', '{}', $4, '', 1, $5, $5)"};
constexpr db::Query kInsertHistory{
    "test.insert_inquiry_history",
    "INSERT INTO inquiries.history (id, inquiry_id, organization_id, version, at, actor, kind, "
    "to_state, code, detail, reason) SELECT id, id, organization_id, version, created_at, '', "
    "'state', state, '', '', '' FROM inquiries.inquiries WHERE case_id = $1"};

constexpr db::Query kPlanMode{"test.plan_mode",
                              "SELECT current_setting('plan_cache_mode') AS mode"};

// What a catalog is after "paper" has gone electronic: only old cases name the version before.
class Reformed final : public catalog::Catalog {
 public:
  explicit Reformed(const catalog::Catalog& before) : before_(before) {
    auto service = *before.Find("paper");
    service.version += 1;
    service.electronic = true;
    now_ = std::make_shared<const catalog::Service>(std::move(service));
  }
  std::shared_ptr<const catalog::Service> Find(std::string_view /*code*/) const override {
    return now_;
  }
  std::shared_ptr<const catalog::Service> Find(std::string_view code, int version) const override {
    return version == now_->version ? now_ : before_.Find(code, version);
  }
  std::vector<std::shared_ptr<const catalog::Service>> All() const override { return {now_}; }

 private:
  const catalog::Catalog& before_;
  std::shared_ptr<const catalog::Service> now_;
};

std::set<std::string> NumbersOf(const PackageSheet& sheet) {
  std::set<std::string> numbers;
  for (const auto& packed : sheet.cases) numbers.insert(packed.subject.number);
  return numbers;
}

TEST_F(PackagesTest, TwoWhoPackForOneAgencyAtOnceShareNoCase) {
  for (int i = 0; i < 4; ++i) Processed();
  auto one = std::async(std::launch::async, [&] { return Create(); });
  auto two = std::async(std::launch::async, [&] { return Create(); });
  std::set<std::string> numbers;
  std::size_t cases = 0;
  for (const auto& made : {one.get(), two.get()}) {
    if (!made) {
      EXPECT_EQ(made.refusal().code, "packages.nothing_waits");
      continue;
    }
    numbers.merge(NumbersOf(*made));
    cases += made->cases.size();
  }
  EXPECT_EQ(numbers.size(), 4U);
  EXPECT_EQ(cases, 4U);
}

TEST_F(PackagesTest, ACaseAddedToTwoPackagesAtOnceIsInOne) {
  Processed();
  const auto first = Create().value();
  Processed();
  const auto second = Create().value();
  const auto wanted = Processed();
  const auto add = [&](const PackageSheet& sheet) {
    return AddCases(services_, processor_, sheet.package.id, sheet.package.version,
                    {.number = wanted.application.number});
  };
  auto one = std::async(std::launch::async, [&] { return add(first); });
  auto two = std::async(std::launch::async, [&] { return add(second); });
  const auto left = one.get(), right = two.get();
  ASSERT_NE(left.ok(), right.ok());
  const auto& refusal = left ? right.refusal() : left.refusal();
  EXPECT_EQ(refusal.code, "packages.case_elsewhere");
  EXPECT_EQ(refusal.detail, (left ? first : second).package.number);
  EXPECT_EQ(refusal.fields[0].pointer, "/number");
}

TEST_F(PackagesTest, AreNumberedWithoutGapsInTheYearOfTheBranch) {
  Processed();
  ASSERT_EQ(Create()->package.number, "0101-П-26-0001");
  ASSERT_EQ(Create().refusal().code, "packages.nothing_waits");
  EXPECT_EQ(Create(Direction::kFromAgency)->package.number, "0101-П-26-0002");
  desk_.clock.Set(*ParseInstant("2026-12-31T22:00:00Z"));  // in Moscow it is the next year
  EXPECT_EQ(Create(Direction::kFromAgency)->package.number, "0101-П-27-0001");
}

TEST_F(PackagesTest, NothingIsSentWhenOneCaseCanNotGo) {
  const auto good = Processed(), withdrawn = Processed();
  Ready(Create().value());
  const auto run = Run();
  ASSERT_TRUE(applications::Withdraw(desk_.services, desk_.As("operator"), withdrawn.application.id,
                                     withdrawn.application.version, "Передумал"));
  const auto shown = GetPackage(services_, processor_, run.packages[0].id).value();
  EXPECT_EQ(shown.cases[0].problem, "");
  EXPECT_EQ(shown.cases[1].problem, "packages.case_withdrawn");
  const auto refused = Dispatch(services_, processor_, run.run.id, run.run.version);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().code, "packages.case_not_ready");
  EXPECT_EQ(refused.refusal().detail, run.packages[0].number + ", " + withdrawn.application.number);
  ASSERT_EQ(refused.refusal().fields.size(), 1U);
  EXPECT_EQ(refused.refusal().fields[0].code, "applications.already_closed");
  EXPECT_EQ(StatusOf(good), Status::kProcessing);
}

TEST_F(PackagesTest, ACaseChangedSinceItsPackageWasReadyDoesNotGo) {
  const auto subject = Processed();
  const auto& id = subject.application.id;
  auto package = Ready(Create().value());
  applications::DraftInput more, other;
  more.marks = {{.item = "other-1",
                 .given = true,
                 .form = "copy",
                 .sheets = 4,
                 .copies = 1,
                 .title = "Справка"}};
  other.form = subject.application.form;
  (*other.form)["last_name"] = "Калинина";
  for (const auto& change : {more, other}) {
    const auto run = Run();
    const auto before = GetPackage(services_, processor_, package.id)->cases[0];
    EXPECT_EQ(before.problem, "");
    ASSERT_TRUE(applications::SaveDraft(desk_.services, processor_, id,
                                        desk_.Reload(id).application.version, change));
    const auto shown = GetPackage(services_, processor_, package.id)->cases[0];
    EXPECT_EQ(shown.problem, "packages.set_changed");
    EXPECT_EQ(shown.Shown(), before.Shown()) << "as it was printed";
    const auto refused = Dispatch(services_, processor_, run.run.id, run.run.version);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().code, "packages.case_changed");
    EXPECT_EQ(refused.refusal().detail, package.number + ", " + subject.application.number);
    EXPECT_EQ(StatusOf(subject), Status::kProcessing);
    package = Ready(Reopen(services_, processor_, package.id, package.version + 1).value());
  }
  const auto next = Run();
  ASSERT_TRUE(Dispatch(services_, processor_, next.run.id, next.run.version));
  EXPECT_EQ(GetPackage(services_, processor_, package.id)->cases[0].Shown().sheets, 5);
}

TEST_F(PackagesTest, CasesTellWhoWorksOnThemAndWhatTheyStillLack) {
  const auto waits = Processed();
  Processed();
  desk_.db.Transact(processor_.scope(), [&](db::Tx& tx) {
    for (const auto* state : {"sent", "accepted", "answered", "formed"}) {
      tx.Run(kInsertInquiry, processor_.organization_id, waits.application.id, state,
             processor_.user_id, desk_.clock.Now());
    }
    tx.Run(kInsertHistory, waits.application.id);
  });
  const auto cases = Create()->cases;
  EXPECT_EQ(cases[0].papers->inquiries_waiting, 2);
  EXPECT_TRUE(cases[0].papers->unasked.empty());
  EXPECT_EQ(cases[0].papers->application, "none") << "nobody has printed it";
  EXPECT_EQ(cases[1].papers->inquiries_waiting, 0);
  EXPECT_EQ(cases[1].papers->unasked.at(0).code, "income");
  EXPECT_EQ(cases[0].subject.executor_name, waits.application.executor_name);
}

// What is shown of a package's cases is asked for all at once: one of two hundred must open as
// fast.
TEST_F(PackagesTest, AreShownByAsManyStatementsForOneCaseAsForMany) {
  db::Pool counted({.dsn = desk_.database.dsn(), .size = 1});
  std::vector<std::string> statements;
  counted.SetObserver([&](std::string_view name, auto /*took*/) { statements.emplace_back(name); });
  const Services watched{counted,         desk_.clock, desk_.catalog,
                         desk_.templates, desk_.texts, desk_.services};
  Processed();
  auto package = Create()->package;
  const auto shown = [&] {
    statements.clear();
    const auto sheet = GetPackage(watched, processor_, package.id);
    RecordProperty("statements_of_" + std::to_string(sheet->cases.size()),
                   static_cast<int>(statements.size()));
    EXPECT_EQ(sheet->cases.size(), static_cast<std::size_t>(package.cases));
    for (const auto& packed : sheet->cases) EXPECT_TRUE(packed.papers) << packed.subject.number;
    return statements;
  };
  const auto of_one = shown();
  AddInput more;
  for (int i = 0; i < 4; ++i) more.application_ids.push_back(Processed().application.id);
  package = AddCases(services_, processor_, package.id, package.version, more)->package;
  EXPECT_EQ(shown(), of_one);
}

TEST_F(PackagesTest, GoAsTheyWereFiledWhateverTheCatalogOffersNow) {
  Processed();
  const Reformed catalog(desk_.catalog);
  const Services services{desk_.db,        desk_.clock, catalog,
                          desk_.templates, desk_.texts, desk_.services};
  const auto agencies = ListAgencies(services, processor_, Direction::kToAgency);
  ASSERT_EQ(agencies.size(), 1U);
  EXPECT_EQ(agencies[0].cases, 1);
  const auto made = CreatePackage(services, processor_, {.agency_code = "msz"}, Key());
  ASSERT_TRUE(made) << made.refusal().code;
  EXPECT_EQ(made->cases.size(), 1U);
  EXPECT_EQ(CreatePackage(services, processor_, {.agency_code = "msz"}, Key()).refusal().code,
            "input.invalid")
      << "nothing of it is left, and nothing new comes";
}

TEST_F(PackagesTest, WhoSawACaseThatWasTakenOutIsFoundAllTheSame) {
  const auto subject = Processed();
  auto made = Create().value();
  const auto about = [&] {
    return desk_.db.Transact(processor_.scope(), [&](db::Tx& tx) {
      return PackagesAbout(tx, {subject.application.id});
    });
  };
  for (int time = 0; time < 2; ++time) {
    made = RemoveCase(services_, processor_, made.package.id, made.package.version,
                      subject.application.id)
               .value();
    EXPECT_TRUE(made.cases.empty());
    EXPECT_EQ(about(), std::vector{made.package.id});
    made = AddCases(services_, processor_, made.package.id, made.package.version,
                    {.application_ids = {subject.application.id}})
               .value();
  }
  EXPECT_EQ(about(), std::vector{made.package.id});
}

TEST_F(PackagesTest, AReopenedPackageLeavesItsRunAndWhoSawItThereMustLookAgain) {
  Processed();
  const auto package = Ready(Create().value());
  const auto run = Run();
  EXPECT_EQ(run.packages.size(), 1U);
  ASSERT_EQ(CreateRun(services_, processor_, std::nullopt, Key()).refusal().code,
            "packages.nothing_ready");
  const auto reopened = Reopen(services_, processor_, package.id, package.version + 1).value();
  EXPECT_FALSE(reopened.package.run);
  EXPECT_EQ(Dispatch(services_, processor_, run.run.id, run.run.version).refusal().code,
            "request.stale");
  const auto now = GetRun(services_, processor_, run.run.id).value();
  EXPECT_EQ(now.run.packages, 0);
  EXPECT_EQ(Dispatch(services_, processor_, run.run.id, now.run.version).refusal().code,
            "packages.run_empty");
}

// Both lock the run first, then the package.
TEST_F(PackagesTest, APackageIsSentOrReopenedNeverBoth) {
  const auto subject = Processed();
  const auto package = Ready(Create().value());
  const auto run = Run();
  auto one = std::async(std::launch::async, [&] {
    return Dispatch(services_, processor_, run.run.id, run.run.version).ok();
  });
  auto two = std::async(std::launch::async, [&] {
    return Reopen(services_, processor_, package.id, package.version + 1).ok();
  });
  const bool sent = one.get(), reopened = two.get();
  ASSERT_NE(sent, reopened);
  EXPECT_EQ(StatusOf(subject), sent ? Status::kSentByCourier : Status::kProcessing);
  EXPECT_EQ(GetPackage(services_, processor_, package.id)->package.state,
            sent ? State::kSent : State::kDraft);
}

TEST_F(PackagesTest, ARunTakesTheReadyPackagesItIsTold) {
  Processed();
  const auto first = Ready(Create().value());
  const auto run = Run();
  Processed();
  const auto draft = Create().value();
  const auto put = [&](const RunSheet& sheet, std::vector<PackageId> ids) {
    return PutRun(services_, processor_, sheet.run.id, sheet.run.version,
                  {.courier = "Ильин П. П.", .package_ids = std::move(ids)});
  };
  EXPECT_EQ(put(run, {first.id, draft.package.id}).refusal().code, "packages.not_ready");
  const auto unknown = put(run, {first.id, PackageId::New()});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.refusal().fields[0], (FieldError{"/package_ids/1", "packages.not_found", {}}));
  const auto second = Ready(draft);
  const auto changed = put(run, {second.id}).value();
  EXPECT_EQ(changed.run.courier, "Ильин П. П.");
  ASSERT_EQ(changed.packages.size(), 1U);
  EXPECT_EQ(changed.packages[0].id, second.id);
  ASSERT_EQ(changed.others.size(), 1U);
  EXPECT_EQ(changed.others[0].id, first.id);
  const auto next = CreateRun(services_, processor_, std::nullopt, Key()).value();
  EXPECT_EQ(next.run.courier, "Ильин П. П.") << "who went last goes";
  EXPECT_EQ(put(changed, {first.id}).refusal().code, "packages.not_ready") << "it is in another";
  const auto cancelled = CancelRun(services_, processor_, next.run.id, next.run.version).value();
  EXPECT_EQ(cancelled.run.state, RunState::kCancelled);
  EXPECT_EQ(put(changed, {first.id, second.id})->run.cases, 2);
}

TEST_F(PackagesTest, OthersKnowNothingOfThemButWhoCoversTheCenter) {
  Processed();
  const auto made = Create().value();
  Ready(made);
  const auto run = Run();
  for (const auto* login : {"processor.second", "stranger.processor"}) {
    const auto other = desk_.As(login);
    EXPECT_EQ(GetPackage(services_, other, made.package.id).refusal().code, "packages.not_found");
    EXPECT_EQ(Dissolve(services_, other, made.package.id, 1).refusal().code, "packages.not_found");
    EXPECT_EQ(GetRun(services_, other, run.run.id).refusal().code, "packages.run_not_found");
    EXPECT_TRUE(ListPackages(services_, other, {}).packages.empty());
    EXPECT_TRUE(ListRuns(services_, other, {}).runs.empty());
  }
  const auto auditor = desk_.As("auditor");
  EXPECT_EQ(ListPackages(services_, auditor, {}).packages.size(), 1U);
  desk_.db.Transact(auditor.scope(), [&](db::Tx& tx) {
    EXPECT_TRUE(storage::Find(tx, auditor.organization_id, made.package.id));
    EXPECT_EQ(tx.Run(kPlanMode).front()["mode"].Text(), "auto") << "what follows is planned once";
  });
  EXPECT_TRUE(GetPackage(services_, auditor, made.package.id));
  EXPECT_EQ(CreatePackage(services_, auditor, {.agency_code = "msz"}, Key()).refusal().code,
            "packages.no_branch");
}

}  // namespace
}  // namespace okno::packages
