// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "served.h"

namespace okno::inquiries {
namespace {

using namespace testing;          // ServedTest, Bureau
using namespace access::testing;  // Browser and what goes with it

TEST_F(ServedTest, AnOperatorFillsLooksSendsAndReadsTheAnswer) {
  bureau_.ConnectToBus();
  auto browser = door_.SignedIn("operator");
  auto inquiry = Begun(browser);
  EXPECT_EQ(inquiry["form"]["LastName"], "Петрова");
  EXPECT_EQ(inquiry["form_schema"]["x-order"][0], "LastName");
  EXPECT_FALSE(inquiry.contains("number"));
  const auto path = PathOf(inquiry);

  auto answer =
      browser.Send("PUT", path + "/form", {{"form", {{"LastName", "Петрова"}}}}, Match(inquiry));
  ASSERT_EQ(answer.status, 200) << answer.body;
  auto saved = Json::parse(answer.body);
  EXPECT_EQ(saved["number"], "P/26/1");
  EXPECT_EQ(saved["errors"][0]["pointer"], "/BirthDate");
  EXPECT_EQ(saved["errors"][0]["code"], "field.required");
  EXPECT_EQ(browser.Get(path + "/soap").status, 422);

  saved = Json::parse(
      browser.Send("PUT", path + "/form", {{"form", inquiry["form"]}}, Match(saved)).body);
  EXPECT_TRUE(saved["errors"].empty());
  const auto soap = Json::parse(browser.Get(path + "/soap").body);
  EXPECT_THAT(soap["xml"].get<std::string>(), ::testing::HasSubstr("Петрова"));
  EXPECT_EQ(soap["version"], "1.2");
  EXPECT_TRUE(soap.contains("unsigned"));  // the bureau has a connection and no key

  answer = browser.Send("POST", path + "/sending", {}, Match(saved));
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(Json::parse(answer.body)["state"], "ready");
  bureau_.AgencyAnswers(bureau_.Reload(*InquiryId::Parse(inquiry["id"].get<std::string>())),
                        "<t:Snils>11223344595</t:Snils>", 1);
  const auto answered = Json::parse(browser.Get(path).body);
  EXPECT_EQ(answered["state"], "answered");
  EXPECT_EQ(answered["answer"]["table"][0]["value"], "11223344595");
  EXPECT_EQ(answered["answer"]["signature"], "Подпись верна: СФР");
  EXPECT_EQ(answered["sent"][0]["label"], "LastName");

  const auto document = answered["documents"][0]["id"].get<std::string>();
  EXPECT_EQ(browser.Get(path + "/documents/" + document).status, 200);
  EXPECT_EQ(browser.Get(path + "/documents/" + Bureau::Key()).status, 404);
}

TEST_F(ServedTest, WhatIsWrongIsAnsweredAtItsField) {
  auto browser = door_.SignedIn("operator");
  const struct {
    Json body;
    const char* pointer;
  } cases[] = {{Json::object(), "/type"},
               {{{"type", "nothing"}}, "/type"},
               {{{"type", "person-data"}, {"applicant_id", "me"}}, "/applicant_id"},
               {{{"type", "person-data"}, {"color", "red"}}, "/color"}};
  for (const auto& [body, pointer] : cases) {
    const auto answer = browser.Send("POST", kInquiries, body, WithKey());
    EXPECT_EQ(answer.status, 422) << body;
    EXPECT_EQ(Json::parse(answer.body)["fields"][0]["pointer"], pointer) << answer.body;
  }
  EXPECT_EQ(browser.Send("POST", kInquiries, {{"type", "person-data"}}).status, 428);
  EXPECT_EQ(browser.Get(std::string(kInquiries) + "?state=lost").status, 422);
  EXPECT_EQ(browser.Get(std::string(kInquiries) + "/1").status, 404);
}

TEST_F(ServedTest, ActionsSayWhatMayBeDoneAndWhyNot) {
  auto browser = door_.SignedIn("operator");
  const auto begun = Begun(browser);
  const auto allowed = [](const Json& inquiry, const std::string& name) {
    for (const auto& action : inquiry["actions"]) {
      if (action["action"] == name) return action["allowed"].get<bool>();
    }
    ADD_FAILURE() << "no action " << name;
    return false;
  };
  EXPECT_TRUE(allowed(begun, "send"));
  EXPECT_TRUE(allowed(begun, "delete"));
  EXPECT_FALSE(allowed(begun, "repeat"));
  const auto answer =
      browser.Send("POST", PathOf(begun) + "/cancellation", {{"reason", "не нужно"}}, Match(begun));
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto cancelled = Json::parse(answer.body);
  EXPECT_FALSE(allowed(cancelled, "edit"));
  EXPECT_TRUE(allowed(cancelled, "repeat"));
  const auto repeated = browser.Send("POST", PathOf(begun) + "/repetition", {}, WithKey());
  EXPECT_EQ(repeated.status, 201) << repeated.body;
}

TEST_F(ServedTest, TheRegisterIsPagedAndFiltered) {
  auto browser = door_.SignedIn("operator");
  for (int i = 0; i < 3; ++i) bureau_.Filled();
  const auto page = Json::parse(browser.Get(std::string(kInquiries) + "?limit=2").body);
  ASSERT_EQ(page["items"].size(), 2u);
  EXPECT_EQ(page["items"][0]["number"], "P/26/3");
  EXPECT_EQ(page["items"][0]["subject_name"], "Петрова М.");
  const auto rest = Json::parse(browser
                                    .Get(std::string(kInquiries) + "?limit=2&cursor=" +
                                         page["next_cursor"].get<std::string>())
                                    .body);
  ASSERT_EQ(rest["items"].size(), 1u);
  EXPECT_FALSE(rest.contains("next_cursor"));
}

TEST_F(ServedTest, ACardIsFilledFromTheAnswer) {
  bureau_.ConnectToBus();
  auto browser = door_.SignedIn("operator");
  const auto fillers = Json::parse(browser.Get("/api/v1/card-fillers").body);
  EXPECT_EQ(fillers["items"][0]["needs"], (Json{"last_name", "birth_date", "sex"}));
  const auto applicant = bureau_.AddApplicant();
  const auto asked = browser.Send(
      "POST", "/api/v1/person-inquiries",
      {{"applicant_id", applicant.id.ToString()}, {"person", applicant.ToJson()}}, WithKey());
  ASSERT_EQ(asked.status, 201) << asked.body;
  const auto inquiry = Json::parse(asked.body);
  EXPECT_EQ(CodeOf(browser.Get(PathOf(inquiry) + "/card-comparison")), "inquiries.no_answer");
  bureau_.AgencyAnswers(bureau_.Reload(*InquiryId::Parse(inquiry["id"].get<std::string>())),
                        "<t:Snils>11223344595</t:Snils>");
  const auto comparison = Json::parse(browser.Get(PathOf(inquiry) + "/card-comparison").body);
  EXPECT_EQ(comparison["applicant_version"], 1);
  EXPECT_EQ(comparison["values"][0]["offered"], "11223344595");
  const auto taken = browser.Send("POST", PathOf(inquiry) + "/card-changes",
                                  {{"applicant_version", 1}, {"paths", {"applicant.snils"}}});
  ASSERT_EQ(taken.status, 200) << taken.body;
  EXPECT_EQ(Json::parse(taken.body)["snils"], "11223344595");
}

TEST_F(ServedTest, AnAnswerAskedBeforeTheCardWasSavedIsTakenOverOnceItIsBoundToIt) {
  bureau_.ConnectToBus();
  auto browser = door_.SignedIn("operator");
  const auto applicant = bureau_.AddApplicant();
  const auto asked = Json::parse(
      browser.Send("POST", "/api/v1/person-inquiries", {{"person", applicant.ToJson()}}, WithKey())
          .body);
  const auto id = *InquiryId::Parse(asked["id"].get<std::string>());
  bureau_.AgencyAnswers(bureau_.Reload(id), "<t:Snils>11223344595</t:Snils>");
  auto inquiry = Json::parse(browser.Get(PathOf(asked)).body);
  const auto bind = [&](const std::string& to) {
    return browser.Send("PUT", PathOf(asked) + "/applicant", {{"applicant_id", to}},
                        Match(inquiry));
  };
  EXPECT_EQ(CodeOf(bind(Bureau::Key())), "applicants.not_found");
  const auto bound = bind(applicant.id.ToString());
  ASSERT_EQ(bound.status, 200) << bound.body;
  inquiry = Json::parse(bound.body);
  EXPECT_EQ(inquiry["subject_name"], "Петрова М.");
  EXPECT_EQ(CodeOf(bind(applicant.id.ToString())), "inquiries.has_applicant");
  const auto taken = browser.Send("POST", PathOf(asked) + "/card-changes",
                                  {{"applicant_version", 1}, {"paths", {"applicant.snils"}}});
  EXPECT_EQ(taken.status, 200) << taken.body;
}

TEST_F(ServedTest, ANameThatIsNoTextOrTooLongIsRefusedAtItsPlace) {
  bureau_.ConnectToBus();
  auto browser = door_.SignedIn("operator");
  const auto ask = [&](const Json& middle_name) {
    auto person = bureau_.AddApplicant().ToJson();
    person["middle_name"] = middle_name;
    const auto answer =
        browser.Send("POST", "/api/v1/person-inquiries", {{"person", person}}, WithKey());
    return std::pair(answer.status, answer.body);
  };
  EXPECT_EQ(ask(nullptr).first, 201) << ask(nullptr).second;
  for (const auto& wrong : {Json(7), Json(std::string(300, 'a'))}) {
    const auto [status, body] = ask(wrong);
    EXPECT_EQ(status, 422);
    EXPECT_EQ(Json::parse(body)["fields"][0]["pointer"], "/person/middle_name") << body;
  }
}

TEST_F(ServedTest, TheRegisterIsFoundByEveryNumberAndByTheBranchWithItsOffices) {
  auto browser = door_.SignedIn("auditor");
  const auto inquiry = bureau_.Filled().inquiry;
  auto operator_ = door_.SignedIn("operator");
  const auto put = [&](const Json& number, long long version) {
    return operator_.Send("PUT", "/api/v1/inquiries/" + inquiry.id.ToString() + "/form",
                          {{"form", inquiry.form}, {"consumer_number", number}},
                          {{"If-Match", "\"" + std::to_string(version) + "\""}});
  };
  EXPECT_EQ(put(std::string(60, '1'), inquiry.version).status, 422);
  const auto saved = put("АС-25673", inquiry.version);
  ASSERT_EQ(saved.status, 200) << saved.body;
  EXPECT_EQ(Json::parse(saved.body)["consumer_number"], "АС-25673");
  const auto found = [&](const std::string& query) {
    const auto answer = browser.Get(std::string(kInquiries) + "?" + query);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return Json::parse(answer.body)["items"].size();
  };
  EXPECT_EQ(found("q=%D0%90%D0%A1-25673"), 1u);
  EXPECT_EQ(found("q=25673"), 0u);
  EXPECT_EQ(found("q=P/26/1"), 1u);
  EXPECT_EQ(found("moment=updated&from=2026-11-23&to=2026-11-23"), 1u);
  EXPECT_EQ(found("moment=answered&from=2026-11-23"), 0u);
  EXPECT_EQ(found("state=formed,ready"), 1u);
  const auto& house = bureau_.house;
  const auto parent =
      access::CreateBranch({bureau_.db, bureau_.clock},
                           {.organization_id = house.center.id, .code = "0177", .name = "Головной"})
          .value();
  bureau_.db.Transact(bureau_.As("auditor").scope(), [&](db::Tx& tx) {
    tx.Run(db::Query{"test.set_parent", "UPDATE access.branches SET parent_id = $2 WHERE id = $1"},
           house.first.id, parent.id);
  });
  EXPECT_EQ(found("branch=" + house.first.id.ToString()), 1u);
  EXPECT_EQ(found("branch=" + house.second.id.ToString() + "&below=true"), 0u);
  EXPECT_EQ(found("branch=" + parent.id.ToString()), 0u);
  EXPECT_EQ(found("branch=" + parent.id.ToString() + "&below=true"), 1u);
  const auto choices = Json::parse(browser.Get("/api/v1/inquiry-choices").body);
  EXPECT_EQ(choices["types"],
            (Json::parse(R"([{"name": "person-data", "title": "Данные о человеке"}])")));
  EXPECT_EQ(choices["addressees"], (Json{"Социальный фонд России"}));
}

TEST_F(ServedTest, WhoMayOnlyProcessDoesNotChangeCardsAndWhoMayNeitherSeesNothing) {
  auto processor = door_.SignedIn("processor");
  const auto inquiry = Begun(processor);
  EXPECT_EQ(processor
                .Send("POST", PathOf(inquiry) + "/card-changes",
                      {{"applicant_version", 1}, {"paths", {"applicant.snils"}}})
                .status,
            403);
  auto agent = door_.SignedIn("agent");
  EXPECT_EQ(agent.Get(kInquiries).status, 403);
  EXPECT_EQ(agent.Get(PathOf(inquiry)).status, 403);
}

TEST_F(ServedTest, EveryOpeningIsInTheAuditTrail) {
  auto browser = door_.SignedIn("operator");
  const auto inquiry = Begun(browser);
  browser.Get(PathOf(inquiry));
  const auto entries =
      Json::parse(door_.SignedIn("auditor")
                      .Get("/api/v1/audit-entries?object_id=" + inquiry["id"].get<std::string>())
                      .body);
  std::vector<std::string> events;
  for (const auto& entry : entries["items"]) events.push_back(entry["event"]);
  EXPECT_THAT(events, ::testing::IsSupersetOf({"inquiry.viewed", "inquiry.begun"}));
}

}  // namespace
}  // namespace okno::inquiries
