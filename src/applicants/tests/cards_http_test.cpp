// SPDX-License-Identifier: Apache-2.0
#include "tests/served.h"

namespace okno::applicants {
namespace {

using access::testing::BodyOf;
using access::testing::ReasonsOf;
using access::testing::WithKey;

TEST_F(ServedTest, CardIsCreatedReadAndChangedWithItsHistory) {
  auto browser = door_.SignedIn("operator");
  const auto created = browser.Send("POST", "/api/v1/applicants", Person(), WithKey());
  ASSERT_EQ(created.status, 201) << created.body;
  const auto path = created.headers.at("location");
  auto card = BodyOf(browser.Get(path));
  EXPECT_EQ(card["display_name"], "Ёлкина Анна Петровна");
  EXPECT_EQ(card["snils"], "11223344595");

  auto changed = Person();
  changed["last_name"] = "Сосновая";
  const auto answer = browser.Send("PUT", path, changed, {{"If-Match", "\"1\""}});
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.headers.at("etag"), "\"2\"");
  const auto history = BodyOf(browser.Get(path + "/history"))["items"];
  ASSERT_EQ(history.size(), 1U);
  EXPECT_EQ(history[0]["changes"],
            Json::parse(R"([{"field":"last_name","old":"Ёлкина","new":"Сосновая"}])"));
  EXPECT_EQ(history[0]["actor"], "Иванова А. П.");
}

TEST_F(ServedTest, StaleChangeIsRefused) {
  auto browser = door_.SignedIn("operator");
  const auto path =
      browser.Send("POST", "/api/v1/applicants", Person(), WithKey()).headers.at("location");
  auto changed = Person();
  changed["first_name"] = "Мария";
  EXPECT_EQ(browser.Send("PUT", path, changed).status, 428);
  EXPECT_EQ(browser.Send("PUT", path, changed, {{"If-Match", "\"1\""}}).status, 200);
  changed["first_name"] = "Ольга";
  EXPECT_EQ(browser.Send("PUT", path, changed, {{"If-Match", "\"1\""}}).status, 412);
}

TEST_F(ServedTest, WrongCheckDigitsAreNamedAtTheirField) {
  auto browser = door_.SignedIn("operator");
  auto person = Person();
  person["snils"] = "112-233-445 96";
  const auto refused = browser.Send("POST", "/api/v1/applicants", person, WithKey());
  ASSERT_EQ(refused.status, 422);
  const auto field = BodyOf(refused)["fields"][0];
  EXPECT_EQ(field["pointer"], "/snils");
  EXPECT_EQ(field["code"], "snils.check_digits");
}

TEST_F(ServedTest, TakenSnilsLeadsToTheCardThatHoldsIt) {
  auto browser = door_.SignedIn("operator");
  const auto first = BodyOf(browser.Send("POST", "/api/v1/applicants", Person(), WithKey()));
  auto twin = Person();
  twin["first_name"] = "Мария";
  const auto refused = browser.Send("POST", "/api/v1/applicants", twin, WithKey());
  ASSERT_EQ(refused.status, 409);
  EXPECT_EQ(BodyOf(refused)["code"], "applicants.snils_taken");
  EXPECT_EQ(BodyOf(refused)["detail"], first["id"]);
  // Another center knows nothing of it.
  EXPECT_EQ(
      door_.SignedIn("stranger").Send("POST", "/api/v1/applicants", Person(), WithKey()).status,
      201);
}

TEST_F(ServedTest, SameCreationSentAgainGetsTheSameCard) {
  auto browser = door_.SignedIn("operator");
  const auto key = WithKey();
  const auto first = BodyOf(browser.Send("POST", "/api/v1/applicants", Person(), key));
  EXPECT_EQ(BodyOf(browser.Send("POST", "/api/v1/applicants", Person(), key))["id"], first["id"]);
  auto other = Person();
  other["first_name"] = "Мария";
  EXPECT_EQ(BodyOf(browser.Send("POST", "/api/v1/applicants", other, key))["code"],
            "request.idempotency_mismatch");
  EXPECT_THAT(ReasonsOf(door_.SignedIn("auditor"), "applicant.created"),
              ::testing::ElementsAre("repeat", ""));
}

TEST_F(ServedTest, ForeignCardDoesNotExist) {
  const auto path = door_.SignedIn("operator")
                        .Send("POST", "/api/v1/applicants", Person(), WithKey())
                        .headers.at("location");
  auto stranger = door_.SignedIn("stranger");
  EXPECT_EQ(stranger.Get(path).status, 404);
  EXPECT_EQ(stranger.Get(path + "/history").status, 404);
  EXPECT_EQ(stranger.Send("PUT", path, Person(), {{"If-Match", "\"1\""}}).status, 404);
  EXPECT_EQ(door_.SignedIn("processor").Send("PUT", path, Person(), {{"If-Match", "\"1\""}}).status,
            403);
}

TEST_F(ServedTest, OneBoxFindsByAnyPartAndMasksTheNumbers) {
  auto browser = door_.SignedIn("operator");
  ASSERT_EQ(browser.Send("POST", "/api/v1/applicants", Person(), WithKey()).status, 201);
  auto other = Person();
  other.erase("identity_document");
  other["last_name"] = "Сидорова";
  other["snils"] = "087-654-303 00";
  other["phone"] = "+7 999 000-00-01";
  ASSERT_EQ(browser.Send("POST", "/api/v1/applicants", other, WithKey()).status, 201);
  const std::pair<const char*, int> cases[] = {{"%D0%95%D0%BB%D0%BA%D0%B8%D0%BD", 1},  // Елкин
                                               {"112-233-445", 1},
                                               {"123456", 1},
                                               {"3456789", 1},
                                               {"89123456789", 1},
                                               {"12.03.1980", 2},
                                               {"12.03.1980%20112233", 1},
                                               {"%D0%B0%D0%BD%D0%BD%D0%B0", 2},
                                               {"%25", 0},
                                               {"", 0},
                                               {"777777", 0}};
  for (const auto& [typed, found] : cases) {
    const auto answer = browser.Get(std::string("/api/v1/applicants?q=") + typed);
    EXPECT_EQ(BodyOf(answer)["items"].size(), static_cast<std::size_t>(found)) << typed;
    EXPECT_EQ(answer.body.find("112233"), std::string::npos);
    EXPECT_EQ(answer.body.find("123456"), std::string::npos);
  }
  EXPECT_TRUE(
      BodyOf(door_.SignedIn("stranger").Get("/api/v1/applicants?q=112-233-445"))["items"].empty());
}

// Who comes for a new passport has the overdue one.
TEST_F(ServedTest, AnOverdueDocumentIsKeptByWhoHasSeenThatItIs) {
  auto browser = door_.SignedIn("operator");
  auto person = Person();
  person["identity_document"]["issue_date"] = "2000-04-01";
  const auto refused = browser.Send("POST", "/api/v1/applicants", person, WithKey());
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(BodyOf(refused)["fields"][0]["code"], "passport.replaced_at_45");
  const std::string accepted = "?overdue=accepted";
  const auto made = browser.Send("POST", "/api/v1/applicants" + accepted, person, WithKey());
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(BodyOf(made)["identity_document"]["issue_date"], "2000-04-01");

  const auto path = "/api/v1/applicants/" + BodyOf(made)["id"].get<std::string>();
  person["phone"] = "+7 912 000-00-01";
  EXPECT_EQ(browser.Send("PUT", path, person, {{"If-Match", "\"1\""}}).status, 422);
  EXPECT_EQ(browser.Send("PUT", path + accepted, person, {{"If-Match", "\"1\""}}).status, 200);
  person["identity_document"]["issue_date"] = "1990-04-01";
  EXPECT_EQ(browser.Send("PUT", path + accepted, person, {{"If-Match", "\"2\""}}).status, 422)
      << "a passport of a child of ten was never good";
}

}  // namespace
}  // namespace okno::applicants
