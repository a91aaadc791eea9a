// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "access/testing/front_door.h"
#include "applications/routes.h"
#include "applications/testing.h"

namespace okno::applications {
namespace {

using namespace access::testing;  // FrontDoor, Browser and what goes with them

class ServedTest : public ::testing::Test {
 protected:
  Browser SignedIn(const std::string& login) const { return door_.SignedIn(login); }
  static std::string Key() { return NewKey(); }
  static std::string PathOf(const Case& subject) {
    return "/api/v1/applications/" + subject.application.id.ToString();
  }
  static Headers Match(const Json& application) { return IfMatch(application); }

  testing::Desk desk_;
  FrontDoor door_{{desk_.db, desk_.clock, desk_.texts, {}}, Routes(desk_.services)};
};

TEST_F(ServedTest, OperatorAndProcessorTakeACaseToTheAgency) {
  desk_.ConnectToBus();
  auto browser = SignedIn("operator");
  const auto applicant = desk_.AddApplicant();
  auto answer =
      browser.Send("POST", "/api/v1/applications",
                   {{"applicant_id", applicant.id.ToString()}, {"service_code", "benefit"}},
                   {{"Idempotency-Key", Key()}});
  ASSERT_EQ(answer.status, 201) << answer.body;
  const auto path = answer.headers.at("location");
  auto application = Json::parse(answer.body);
  EXPECT_EQ(application["form"]["last_name"], "Петрова");
  EXPECT_EQ(application["form_errors"][0]["pointer"], "/has_children");

  application["form"]["has_children"] = "no";
  for (int typed = 0; typed < 2; ++typed) {
    answer = browser.Send(
        "PUT", path + "/draft",
        {{"form", application["form"]},
         {"consent", true},
         {"marks",
          {{{"item", "passport"}, {"given", true}, {"form", "original"}, {"sheets", 2}},
           {{"item", "award_list"}, {"given", true}}}}},
        Match(application));
    ASSERT_EQ(answer.status, 200) << answer.body;
    application = Json::parse(answer.body);
  }
  const auto changed =
      SignedIn("auditor").Get("/api/v1/audit-entries?event=application.changed").body;
  EXPECT_EQ(Json::parse(changed)["items"].size(), 1u) << "typing is one entry an hour";
  EXPECT_TRUE(application["form_errors"].empty());

  auto headers = Match(application);
  headers["Idempotency-Key"] = Key();
  answer = browser.Send("POST", path + "/filing", {}, headers);
  ASSERT_EQ(answer.status, 200) << answer.body;
  application = Json::parse(answer.body);
  EXPECT_EQ(application["number"], "0101-26-000001");
  EXPECT_EQ(browser.Send("POST", path + "/filing", {}, headers).body, answer.body)
      << "sent again, answered again";

  answer = browser.Send("POST", path + "/handover", {}, Match(application));
  ASSERT_EQ(answer.status, 200) << answer.body;
  application = Json::parse(answer.body);
  auto processor = SignedIn("processor");
  answer = processor.Send("POST", path + "/sending", {}, Match(application));
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(Json::parse(answer.body)["status"], "delivery_queued");
  const auto pdf = browser.Get(path + "/print/receipt");
  EXPECT_EQ(pdf.status, 200);
  EXPECT_EQ(pdf.headers.at("content-type"), "application/pdf");
  EXPECT_EQ(browser.Get(path + "/print/novel").status, 404);
}

TEST_F(ServedTest, AFilingIsInTheAuditTrailExactlyWhenItIsFiled) {
  const auto draft = desk_.BeginComplete();
  auto browser = SignedIn("operator");
  const auto path = PathOf(draft) + "/filing";
  std::map<std::string, std::string> headers = {{"Idempotency-Key", Key()}, {"If-Match", "\"1\""}};
  const auto entries = [&] {
    const auto answer = SignedIn("auditor").Get("/api/v1/audit-entries?event=application.filed");
    return Json::parse(answer.body)["items"];
  };
  ASSERT_EQ(browser.Send("POST", path, {}, headers).status, 412);
  EXPECT_EQ(entries().size(), 0u) << "refused, nothing was filed";

  headers["If-Match"] = "\"" + std::to_string(draft.application.version) + "\"";
  ASSERT_EQ(browser.Send("POST", path, {}, headers).status, 200);
  const auto written = entries();
  ASSERT_EQ(written.size(), 1u);
  EXPECT_EQ(written[0]["object_kind"], "application");
  EXPECT_EQ(written[0]["object_id"], draft.application.id.ToString());
  EXPECT_EQ(written[0]["user_name"], "Иванова А. П.");
  EXPECT_EQ(written[0]["remote_address"], "127.0.0.1");

  EXPECT_EQ(written[0]["reason"], "");

  ASSERT_EQ(browser.Send("POST", path, {}, headers).status, 200);
  ASSERT_EQ(entries().size(), 2u) << "shown again, told again";
  EXPECT_EQ(entries()[0]["reason"], "repeat") << "but not as a second filing";
  EXPECT_EQ(entries()[1]["reason"], "");
}

// The entry is no afterthought: a trail that can not be written files nothing.
TEST_F(ServedTest, NothingIsFiledThatTheAuditTrailDoesNotHold) {
  static const db::Query kBreak{
      "test.break", "ALTER TABLE access.audit_entries ADD CHECK (event <> 'application.filed')"};
  const auto draft = desk_.BeginComplete();
  desk_.db.Transact(db::Scope::System(), [&](db::Tx& tx) { tx.Run(kBreak); });
  auto browser = SignedIn("operator");
  const auto answer =
      browser.Send("POST", PathOf(draft) + "/filing", {},
                   {{"Idempotency-Key", Key()},
                    {"If-Match", "\"" + std::to_string(draft.application.version) + "\""}});
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(Json::parse(browser.Get(PathOf(draft)).body)["status"], "draft");
}

TEST_F(ServedTest, RefusedIntakeSaysItsGround) {
  const auto filed = desk_.Filed();
  auto browser = SignedIn("operator");
  const auto path = PathOf(filed) + "/intake-refusal";
  auto application = Json::parse(browser.Get(PathOf(filed)).body);
  for (const auto& wrong : {Json{{"reason", "x"}}, Json{{"ground", "mood"}, {"reason", "x"}},
                            Json{{"ground", "wrong_form"}}, Json{{"ground", 5}, {"reason", "x"}}}) {
    EXPECT_EQ(CodeOf(browser.Send("POST", path, wrong, Match(application))), "input.invalid")
        << wrong.dump();
  }
  const Json input = {{"ground", "no_authority"}, {"reason", "Доверенность просрочена"}};
  EXPECT_EQ(SignedIn("processor").Send("POST", path, input, Match(application)).status, 403);
  const auto answer = browser.Send("POST", path, input, Match(application));
  ASSERT_EQ(answer.status, 200) << answer.body;
  application = Json::parse(answer.body);
  EXPECT_EQ(application["status"], "refused_intake");
  EXPECT_EQ(application["intake_refusal"], input);
  EXPECT_EQ(application["history"].back()["text"],
            "Отказано в приёме: не подтверждены личность или полномочия обратившегося");
  EXPECT_EQ(browser.Get(PathOf(filed) + "/print/refusal_notice").status, 200);
}

TEST_F(ServedTest, ACardChangedAfterTheSignatureMakesThePapersOutdated) {
  const auto filed = desk_.Filed();
  auto browser = SignedIn("operator");
  for (const auto* form : {"/print/application", "/print/receipt"})
    ASSERT_EQ(browser.Get(PathOf(filed) + form).status, 200);
  const auto papers = [&] { return Json::parse(browser.Get(PathOf(filed)).body)["papers"]; };
  EXPECT_EQ(papers(), (Json{{"application", "current"}, {"receipt", "current"}}));
  desk_.clock.Advance(std::chrono::minutes(1));
  auto card = filed.applicant;
  card.registration_address = "Приреченская обл., г. Заречный, ул. Лесная, д. 1";
  ASSERT_TRUE(applicants::Update({desk_.db, desk_.clock}, desk_.As("operator"), card.id,
                                 card.version, card));
  EXPECT_EQ(papers(), (Json{{"application", "outdated"}, {"receipt", "outdated"}}));
}

TEST_F(ServedTest, FailedDeliverySaysWhatHappenedAndWhatToDo) {
  const auto queued = desk_.Queued();
  desk_.Tell("exchange.delivery_failed", queued, {{"code", "smev.access_denied"}});
  auto browser = SignedIn("processor");
  const auto row = Json::parse(browser.Get(PathOf(queued)).body)["history"].back();
  EXPECT_EQ(row["text"],
            "Доставить заявление в ведомство не удалось. СМЭВ не приняла сообщение: у организации "
            "нет права его отправлять.");
  EXPECT_EQ(row["advice"],
            "Передайте администратору код ошибки; когда он исправит причину, отправьте ещё раз.");
  EXPECT_EQ(row["error_code"], "smev.access_denied");
  const auto english =
      Json::parse(browser.Send("GET", PathOf(queued), {}, {{"Accept-Language", "en"}}).body);
  EXPECT_THAT(english["history"].back()["text"].get<std::string>(),
              ::testing::StartsWith("The application could not be delivered"));
}

TEST_F(ServedTest, RepresentativeWithGapsIsNamedBeforeTheFiling) {
  const auto draft = desk_.BeginComplete();
  auto browser = SignedIn("operator");
  const auto answer =
      browser.Send("PUT", PathOf(draft) + "/draft", {{"representative", {{"last_name", "Орлов"}}}},
                   Match({{"version", draft.application.version}}));
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto application = Json::parse(answer.body);
  ASSERT_TRUE(application.contains("other_errors")) << answer.body;
  std::vector<std::string> pointers;
  for (const auto& error : application["other_errors"]) pointers.push_back(error["pointer"]);
  EXPECT_THAT(pointers,
              ::testing::IsSupersetOf({"/representative/first_name", "/representative/authority",
                                       "/representative/identity_document"}));
}

TEST_F(ServedTest, NextActionsTellWhyNotInTheCallersLanguage) {
  const auto draft = desk_.Begin();
  auto browser = SignedIn("operator");
  const auto actions = Json::parse(
      browser.Send("GET", PathOf(draft), {}, {{"Accept-Language", "en"}}).body)["actions"];
  EXPECT_EQ(
      actions[0],
      Json::parse(
          R"({"action": "file", "allowed": false, "why_not": "The application has errors or gaps."})"));
  EXPECT_EQ(Json::parse(browser.Get(PathOf(draft)).body)["actions"][0]["why_not"],
            "В заявлении есть ошибки или пропуски.");
}

TEST_F(ServedTest, StaleMissingAndForeignAreToldApart) {
  const auto draft = desk_.BeginComplete();
  auto browser = SignedIn("operator");
  const auto draft_path = PathOf(draft) + "/draft";
  EXPECT_EQ(browser.Send("PUT", draft_path, {{"consent", true}}).status, 428);
  EXPECT_EQ(browser.Send("PUT", draft_path, {{"consent", true}}, {{"If-Match", "\"1\""}}).status,
            412);
  EXPECT_EQ(CodeOf(browser.Send("PUT", draft_path, {{"form", 1}}, {{"If-Match", "\"2\""}})),
            "input.invalid");
  EXPECT_EQ(browser.Get("/api/v1/applications/" + Uuid::NewV7().ToString()).status, 404);
  EXPECT_EQ(browser.Get("/api/v1/applications/x").status, 404);
  for (const auto* login : {"operator.second", "stranger", "processor.second"}) {
    EXPECT_EQ(CodeOf(SignedIn(login).Get(PathOf(draft))), "applications.not_found") << login;
  }
  EXPECT_EQ(SignedIn("officer").Get(PathOf(draft)).status, 403);
  EXPECT_EQ(door_.NewBrowser().Get(PathOf(draft)).status, 401);
}

TEST_F(ServedTest, SearchesAreInTheAuditTrailAndListsWithoutTermsAreNot) {
  const auto filed = desk_.Filed();
  auto browser = SignedIn("operator");
  ASSERT_EQ(browser.Get("/api/v1/applications?list=mine").status, 200);
  const std::string query = "?q=" + filed.application.number;
  ASSERT_EQ(browser.Get("/api/v1/applications" + query).status, 200);
  auto auditor = SignedIn("auditor");
  const auto entries =
      Json::parse(auditor.Get("/api/v1/audit-entries?event=applications.searched").body)["items"];
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0]["reason"], "search:number");
}

TEST_F(ServedTest, ListsAndCountsAnswerWithMaskedNames) {
  const auto filed = desk_.Filed();
  auto browser = SignedIn("operator");
  const auto list = Json::parse(browser.Get("/api/v1/applications?list=mine").body);
  ASSERT_EQ(list["items"].size(), 1U);
  EXPECT_EQ(list["items"][0]["applicant_name"], "Петрова М. И.");
  EXPECT_EQ(list["items"][0]["urgency"], "normal");
  EXPECT_FALSE(list.contains("next_cursor"));
  EXPECT_EQ(Json::parse(browser.Get("/api/v1/application-counts").body)["mine"], 1);
  EXPECT_EQ(browser.Get("/api/v1/applications?list=mine&status=lost").status, 422);
}

}  // namespace
}  // namespace okno::applications
