// SPDX-License-Identifier: Apache-2.0
#include "access/testing/front_door.h"
#include "bureau.h"
#include "packages/routes.h"

namespace okno::packages {
namespace {

using namespace access::testing;  // FrontDoor, Browser and what goes with them
using applications::Case;
using applications::Status;
using ::testing::HasSubstr;

constexpr char kPackages[] = "/api/v1/packages";
constexpr char kRuns[] = "/api/v1/courier-runs";

std::string IdOf(const Case& subject) { return subject.application.id.ToString(); }
std::string PathOf(const char* list, const Json& object) {
  return std::string(list) + "/" + object.at("id").get<std::string>();
}

class PackagesServedTest : public testing::PackagesTest {
 protected:
  Json Begun(const char* direction, const Headers& headers = WithKey()) {
    const auto answer = browser_.Send("POST", kPackages,
                                      {{"direction", direction}, {"agency_code", "msz"}}, headers);
    EXPECT_EQ(answer.status, 201) << answer.body;
    return BodyOf(answer);
  }
  // A step of a package or run, as it stands; the answer.
  http::ClientAnswer Send(const char* list, const Json& object, const std::string& method,
                          const std::string& step, const Json& body = {}) {
    return browser_.Send(method, PathOf(list, object) + step, body, IfMatch(object));
  }
  // The same, and the object after it.
  Json Do(const char* list, const Json& object, const std::string& method, const std::string& step,
          const Json& body = {}) {
    const auto answer = Send(list, object, method, step, body);
    EXPECT_EQ(answer.status, 200) << method << " " << step << ": " << answer.body;
    return BodyOf(answer);
  }
  Json Count(const char* direction) {
    return BodyOf(browser_.Get(std::string("/api/v1/package-agencies?direction=") + direction));
  }
  // A package that the courier has on the way.
  Json Sent() { return Sent(Begun("to_agency")); }
  Json Sent(const Json& package) {
    Do(kPackages, package, "POST", "/readiness");
    const auto run =
        BodyOf(browser_.Send("POST", kRuns, {{"courier", "Смирнов И. И."}}, WithKey()));
    Do(kRuns, run, "POST", "/dispatch");
    return BodyOf(browser_.Get(PathOf(kPackages, package)));
  }

  FrontDoor door_{{desk_.db, desk_.clock, desk_.texts, {}}, Routes(services_)};
  Browser browser_ = door_.SignedIn("processor");
};

TEST_F(PackagesServedTest, CasesTravelToTheAgencyAndBack) {
  const auto a = Processed(), b = Processed(), c = Processed();
  EXPECT_EQ(Count("to_agency")["items"][0]["cases"], 3);
  const auto key = WithKey();
  auto package = Begun("to_agency", key);
  EXPECT_EQ(Begun("to_agency", key)["id"], package["id"]) << "sent again, answered again";
  EXPECT_THAT(ReasonsOf(door_.SignedIn("auditor"), "package.created"),
              ::testing::ElementsAre("repeat", ""));
  EXPECT_EQ(package["number"], "0101-П-26-0001");
  ASSERT_EQ(package["items"].size(), 3U);
  EXPECT_EQ(package["items"][0]["number"], a.application.number);
  EXPECT_EQ(package["items"][0]["documents"], 1) << "the passport was only shown";
  EXPECT_EQ(package["items"][0]["sheets"], 1);
  EXPECT_TRUE(Count("to_agency")["items"].empty());

  const auto where = "/api/v1/packages-of-cases?ids=" + IdOf(a) + "," + NewKey();
  EXPECT_EQ(BodyOf(door_.SignedIn("operator").Get(where))["items"],
            Json::array({Json{{"application_id", IdOf(a)},
                              {"package_id", package["id"]},
                              {"number", package["number"]},
                              {"state", "draft"}}}));
  EXPECT_TRUE(BodyOf(door_.SignedIn("operator.second").Get(where))["items"].empty());
  EXPECT_EQ(browser_.Get("/api/v1/packages-of-cases?ids=1").status, 422);
  package = Do(kPackages, package, "DELETE", "/cases/" + IdOf(c));
  EXPECT_EQ(package["waiting"], 1);
  const auto candidates = BodyOf(
      browser_.Get(PathOf(kPackages, package) + "/candidates?q=" + c.application.number.substr(5)));
  ASSERT_EQ(candidates["total"], 1);
  EXPECT_EQ(candidates["items"][0]["application_id"], IdOf(c));
  package = Do(kPackages, package, "POST", "/cases", {{"number", c.application.number}});
  EXPECT_EQ(Do(kPackages, package, "POST", "/cases", {{"number", c.application.number}}), package)
      << "scanned twice";
  package = Do(kPackages, package, "POST", "/readiness");
  EXPECT_EQ(package["actions"], (Json{"reopen", "dissolve", "print"}));

  auto run = BodyOf(browser_.Send("POST", kRuns, {{"courier", "Смирнов И. И."}}, WithKey()));
  EXPECT_EQ(run["number"], "0101-К-26-0001");
  EXPECT_EQ(run["items"][0]["id"], package["id"]);
  run = Do(kRuns, run, "POST", "/dispatch");
  EXPECT_EQ(run["state"], "sent");
  EXPECT_EQ(StatusOf(a), Status::kSentByCourier);

  package = BodyOf(browser_.Get(PathOf(kPackages, package)));
  package = Do(
      kPackages, package, "POST", "/delivery",
      {{"received_on", "2026-11-23"},
       {"incoming_number", "17-вх"},
       {"not_taken", Json::array({Json{{"application_id", IdOf(b)}, {"reason", "Нет подписи"}}})}});
  EXPECT_EQ(package["state"], "delivered");
  EXPECT_EQ(package["items"][1]["not_taken"], "Нет подписи");
  EXPECT_EQ(BodyOf(browser_.Get(PathOf(kRuns, run)))["state"], "closed");
  EXPECT_EQ(StatusOf(a), Status::kInAgency);
  EXPECT_EQ(StatusOf(b), Status::kProcessing);

  EXPECT_EQ(Count("from_agency")["items"][0]["cases"], 2);
  auto back = Begun("from_agency");
  EXPECT_EQ(back["waiting"], 2);
  back =
      Do(kPackages, back, "POST", "/cases", {{"application_ids", Json::array({IdOf(a), IdOf(c)})}});
  auto proposed = back["items"][0]["outcome"];
  EXPECT_FALSE(proposed.contains("decided_on")) << "who says it has looked";
  proposed["decided_on"] = "2026-11-23";
  proposed["papers"] = Json::array({Json{{"title", "Решение"}, {"sheets", 1}}});
  back = Do(kPackages, back, "PUT", "/cases/" + IdOf(a), proposed);
  back = Do(kPackages, back, "PUT", "/cases/" + IdOf(c),
            {{"kind", "refused"}, {"decided_on", "2026-11-23"}, {"papers", Json::array()}});
  const auto refused = Send(kPackages, back, "POST", "/completion");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(BodyOf(refused)["fields"][0]["pointer"], "/cases/" + IdOf(c) + "/text");
  EXPECT_EQ(StatusOf(a), Status::kInAgency) << "all or nothing";
  back = Do(kPackages, back, "PUT", "/cases/" + IdOf(c),
            {{"kind", "refused"},
             {"decided_on", "2026-11-23"},
             {"registration_number", "5/12"},
             {"text", "Нет права"},
             {"papers", Json::array({Json{{"title", "Уведомление об отказе"}, {"sheets", 2}}})}});
  const auto noted = BodyOf(
      door_.SignedIn("auditor").Get("/api/v1/audit-entries?event=package.outcome_noted"))["items"];
  EXPECT_EQ(noted.size(), 2U) << "typing is one entry an hour of each case";
  EXPECT_EQ(Do(kPackages, back, "POST", "/completion")["state"], "done");
  EXPECT_EQ(StatusOf(a), Status::kAwaitingNotice);
  const auto decided = desk_.Reload(c.application.id).application;
  EXPECT_FALSE(decided.decision->positive);
  EXPECT_EQ(decided.decision->registration_number, "5/12");
  EXPECT_EQ(decided.result_papers,
            (std::vector<applications::ResultPaper>{{"Уведомление об отказе", 2}}));
  package = Do(
      kPackages, package, "PUT", "/delivery",
      {{"received_on", "2026-11-23"},
       {"incoming_number", "18-вх"},
       {"not_taken", Json::array({Json{{"application_id", IdOf(b)}, {"reason", "Нет подписи"}}})}});
  const auto noted_last = desk_.Reload(c.application.id).history.back();
  EXPECT_EQ(noted_last.code, "applications.history.mark_corrected");
  EXPECT_THAT(noted_last.detail, HasSubstr("18-вх"));

  const auto of_c = BodyOf(browser_.Get(std::string(kPackages) + "?application_id=" + IdOf(c)));
  EXPECT_EQ(of_c["items"].size(), 2U);
  const auto by_number =
      BodyOf(browser_.Get(std::string(kPackages) + "?q=" + b.application.number));
  ASSERT_EQ(by_number["items"].size(), 1U);
  EXPECT_EQ(by_number["items"][0]["id"], package["id"]);
  EXPECT_TRUE(BodyOf(browser_.Get(std::string(kPackages) + "?open=true"))["items"].empty());
  for (const auto& path :
       {PathOf(kPackages, package) + "/print/inventory",
        PathOf(kPackages, back) + "/print/inventory", PathOf(kRuns, run) + "/print/route-sheet"}) {
    const auto pdf = browser_.Get(path);
    EXPECT_EQ(pdf.headers.at("content-type"), "application/pdf") << pdf.body;
  }
}

TEST_F(PackagesServedTest, WhatDoesNotFitIsRefusedWithItsPlace) {
  const auto electronic = desk_.InProcessing("benefit");
  const auto filed = desk_.Filed("paper");
  const auto elsewhere = Processed();
  const auto other = Begun("to_agency");
  Processed();
  const auto package = Begun("to_agency");
  struct Refused {
    Json body;
    const char *code, *pointer;
    std::string detail;
  };
  const Refused table[] = {
      {{{"number", "0101-26-999999"}}, "packages.case_unknown", "/number", "0101-26-999999"},
      {{{"application_ids", Json::array({NewKey()})}},
       "packages.case_unknown",
       "/application_ids/0",
       ""},
      {{{"number", electronic.application.number}},
       "packages.case_electronic",
       "/number",
       "Ежемесячная выплата"},
      {{{"application_ids", Json::array({IdOf(filed)})}},
       "packages.case_not_ready",
       "/application_ids/0",
       filed.application.number + ": Дело не в обработке."},
      {{{"number", elsewhere.application.number}},
       "packages.case_elsewhere",
       "/number",
       other["number"].get<std::string>()},
      {Json::object(), "input.invalid", "/number", ""},
  };
  for (const auto& [body, code, pointer, detail] : table) {
    const auto answer = Send(kPackages, package, "POST", "/cases", body);
    EXPECT_EQ(answer.status, 422);
    const auto problem = BodyOf(answer);
    EXPECT_EQ(problem["code"], code) << answer.body;
    EXPECT_EQ(problem["fields"][0]["pointer"], pointer) << answer.body;
    EXPECT_EQ(problem.value("detail", ""), detail) << answer.body;
  }
  EXPECT_EQ(CodeOf(browser_.Send("POST", kPackages,
                                 {{"direction", "to_agency"}, {"agency_code", "fns"}}, WithKey())),
            "input.invalid");
  EXPECT_EQ(CodeOf(Send(kPackages, package, "POST", "/delivery", {{"received_on", "2026-11-23"}})),
            "packages.not_sent");
}

TEST_F(PackagesServedTest, ADeliveryIsOfADayBetweenTheSendingAndToday) {
  const auto subject = Processed();
  const auto package = Sent();
  const auto code = [&](const Json& body) {
    const auto answer = Send(kPackages, package, "POST", "/delivery", body);
    return BodyOf(answer)["fields"][0].value("code", answer.body);
  };
  EXPECT_EQ(code({{"received_on", "2026-11-22"}}), "packages.before_sending");
  EXPECT_EQ(code({{"received_on", "2026-11-24"}}), "packages.in_future");
  EXPECT_EQ(
      code({{"received_on", "2026-11-23"},
            {"not_taken", Json::array({Json{{"application_id", NewKey()}, {"reason", "Нет"}}})}}),
      "packages.case_unknown");
  const auto outdated = browser_.Send("POST", PathOf(kPackages, package) + "/delivery",
                                      {{"received_on", "2026-11-23"}}, IfMatch(1));
  EXPECT_EQ(outdated.status, 412);
  desk_.clock.Advance(std::chrono::hours(24));
  browser_ = door_.SignedIn("processor");
  auto delivered = Do(kPackages, package, "POST", "/delivery", {{"received_on", "2026-11-24"}});
  EXPECT_EQ(delivered["state"], "delivered");
  EXPECT_EQ(delivered["actions"], (Json{"correct", "print"}));

  const std::string one = delivered["items"][0]["application_id"];
  delivered = Do(kPackages, delivered, "PUT", "/delivery",
                 {{"received_on", "2026-11-23"}, {"incoming_number", "18-вх"}});
  EXPECT_EQ(delivered["received_on"], "2026-11-23");
  EXPECT_EQ(delivered["incoming_number"], "18-вх");
  EXPECT_FALSE(delivered["corrected_by"].get<std::string>().empty());
  delivered =
      Do(kPackages, delivered, "PUT", "/delivery",
         {{"received_on", "2026-11-23"},
          {"not_taken", Json::array({Json{{"application_id", one}, {"reason", "Нет подписи"}}})}});
  EXPECT_EQ(delivered["items"][0]["not_taken"], "Нет подписи");
  EXPECT_EQ(delivered["items"][0]["status"], "processing");
  const auto again = BodyOf(browser_.Send(
      "POST", kPackages,
      {{"direction", "to_agency"}, {"agency_code", "msz"}, {"application_id", one}}, WithKey()));
  EXPECT_EQ(again["items"].size(), 1U) << "what is named goes in any event";
  const auto settled =
      Send(kPackages, delivered, "PUT", "/delivery", {{"received_on", "2026-11-24"}});
  EXPECT_EQ(CodeOf(settled), "packages.mark_settled") << settled.body;
  EXPECT_EQ(StatusOf(subject), Status::kProcessing);
}

TEST_F(PackagesServedTest, WhatTheCourierBringsBackOrLosesIsProcessedAgain) {
  const auto subject = Processed();
  auto package = Do(kPackages, Sent(), "POST", "/return", {{"reason", "Пожар"}, {"lost", true}});
  EXPECT_EQ(package["state"], "lost");
  package = Begun("to_agency");
  EXPECT_TRUE(package["items"].empty()) << "there is nothing to go by itself";
  desk_.clock.Advance(std::chrono::minutes(1));
  package = Do(kPackages, package, "POST", "/cases", {{"number", subject.application.number}});
  package = Sent(package);
  EXPECT_EQ(CodeOf(Send(kPackages, package, "POST", "/return", {{"lost", false}})),
            "input.invalid");
  package = Do(kPackages, package, "POST", "/return", {{"reason", "Ведомость ушла по ошибке"}});
  EXPECT_EQ(package["state"], "returned");
  EXPECT_EQ(package["end_reason"], "Ведомость ушла по ошибке");
  EXPECT_FALSE(package.contains("received_on"));
  EXPECT_EQ(StatusOf(subject), Status::kProcessing);
  EXPECT_EQ(BodyOf(browser_.Get(std::string(kRuns) + "/" +
                                package["run"]["id"].get<std::string>()))["state"],
            "closed");
  EXPECT_EQ(Count("to_agency")["items"][0]["cases"], 1);
  const auto next = Begun("to_agency");
  EXPECT_EQ(next["items"].size(), 1U) << "somebody has dealt with what was lost before";

  const Json mark = {{"received_on", "2026-11-23"}, {"incoming_number", "17-вх"}};
  EXPECT_EQ(CodeOf(Send(kPackages, package, "PUT", "/delivery", mark)), "packages.mark_settled");
  Do(kPackages, next, "POST", "/dissolution");
  package = Do(kPackages, package, "PUT", "/delivery", mark);
  EXPECT_EQ(package["state"], "delivered") << "it was not this one that came back";
  EXPECT_FALSE(package.contains("end_reason"));
  EXPECT_EQ(StatusOf(subject), Status::kInAgency);
}

TEST_F(PackagesServedTest, AnOutcomeOfAnotherShapeIsRefusedAtOnce) {
  const auto subject = Processed();
  Do(kPackages, Sent(), "POST", "/delivery", {{"received_on", "2026-11-23"}});
  auto back = Begun("from_agency");
  back = Do(kPackages, back, "POST", "/cases", {{"number", subject.application.number}});
  const auto answer =
      Send(kPackages, back, "PUT", "/cases/" + IdOf(subject),
           {{"kind", "yes"}, {"papers", Json::array({Json{{"title", "Справка"}, {"sheets", 0}}})}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("/papers/0/sheets"));
  EXPECT_THAT(answer.body, HasSubstr("/kind"));
  EXPECT_EQ(Send(kPackages, back, "PUT", "/cases/" + NewKey(), {{"kind", "granted"}}).status, 404);
}

TEST_F(PackagesServedTest, WhatTheAgencyDidNotConsiderIsProcessedAgainAndMayGoOnceMore) {
  const auto subject = Processed();
  Do(kPackages, Sent(), "POST", "/delivery", {{"received_on", "2026-11-23"}});
  auto back = Begun("from_agency");
  back = Do(kPackages, back, "POST", "/cases", {{"number", subject.application.number}});
  back = Do(kPackages, back, "PUT", "/cases/" + IdOf(subject),
            {{"kind", "unconsidered"},
             {"decided_on", "2026-11-23"},
             {"text", "Не та форма"},
             {"papers", Json::array({Json{{"title", "Справка"}, {"sheets", 1}}})}});
  EXPECT_EQ(back["changed_by"], processor_.display_name);
  EXPECT_EQ(back["items"][0]["outcome"],
            (Json{{"kind", "unconsidered"}, {"text", "Не та форма"}, {"papers", Json::array()}}));
  back = Do(kPackages, back, "POST", "/completion");
  EXPECT_EQ(StatusOf(subject), Status::kProcessing);
  EXPECT_EQ(browser_.Get(PathOf(kPackages, back) + "/print/inventory").status, 200);
  EXPECT_EQ(Count("to_agency")["items"][0]["cases"], 0);
  const auto fresh = Processed();
  EXPECT_EQ(Count("to_agency")["items"][0]["cases"], 1);
  auto again = Begun("to_agency");
  ASSERT_EQ(again["items"].size(), 1U) << "what came back is not sent by itself";
  EXPECT_EQ(again["items"][0]["number"], fresh.application.number);
  EXPECT_EQ(again["waiting"], 1);
  EXPECT_TRUE(Begun("to_agency")["items"].empty()) << "it may be added by hand";
  again = Do(kPackages, again, "POST", "/cases", {{"number", subject.application.number}});
  EXPECT_EQ(again["items"].size(), 2U);
  EXPECT_EQ(CodeOf(browser_.Get(PathOf(kPackages, again) + "/print/inventory")),
            "packages.not_ready_to_print");
}

}  // namespace
}  // namespace okno::packages
