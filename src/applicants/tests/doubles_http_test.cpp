// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <thread>

#include "applicants/doubles.h"
#include "tests/served.h"

namespace okno::applicants {
namespace {

using access::testing::BodyOf;
using access::testing::WithKey;

class Doubles : public ServedTest {
 protected:
  Doubles() : browser_(door_.SignedIn("operator")) {
    first_ = BodyOf(browser_.Send("POST", "/api/v1/applicants", Person(), WithKey()))["id"];
  }
  // Another person: nothing in common with Person() but what the test gives back.
  static Json Other() {
    auto person = Person();
    person["last_name"] = "Сидорова";
    person.erase("snils");
    person["identity_document"]["number"] = "654321";
    return person;
  }
  http::ClientAnswer Add(const Json& person, const std::string& query = {}) {
    return browser_.Send("POST", "/api/v1/applicants" + query, person, WithKey());
  }
  void ExpectRefused(const http::ClientAnswer& answer, const char* code) {
    ASSERT_EQ(answer.status, 409) << answer.body;
    EXPECT_EQ(BodyOf(answer)["code"], code);
    EXPECT_EQ(BodyOf(answer)["detail"], first_);
  }
  access::testing::Browser browser_;
  std::string first_;
};

TEST_F(Doubles, ByTheSamePassportAreRefusedAndLeadToTheCardThatHasIt) {
  auto twin = Other();
  twin["identity_document"]["series"] = "45 08";
  twin["identity_document"]["number"] = "123456";
  ExpectRefused(Add(twin), "applicants.document_taken");
  ExpectRefused(Add(twin, "?namesakes=accepted"), "applicants.document_taken");
}

TEST_F(Doubles, ByTheSamePassportAreRefusedToAChangeToo) {
  const auto made = Add(Other());
  ASSERT_EQ(made.status, 201) << made.body;
  auto changed = Other();
  changed["identity_document"]["number"] = "123456";
  ExpectRefused(browser_.Send("PUT", made.headers.at("location"), changed, {{"If-Match", "\"1\""}}),
                "applicants.document_taken");
}

TEST_F(Doubles, ByTheSameInnAreOfOneHumanBeing) {
  auto holder = Person();
  holder["inn"] = "500100732259";
  ASSERT_EQ(
      browser_.Send("PUT", "/api/v1/applicants/" + first_, holder, {{"If-Match", "\"1\""}}).status,
      200);
  auto other = Other();
  other["inn"] = "500100732259";
  ExpectRefused(Add(other), "applicants.person_inn_taken");
  other["kind"] = "entrepreneur";
  other["ogrn"] = "304500116000157";
  other["birth_date"] = "1979-03-12";
  ExpectRefused(Add(other), "applicants.person_inn_taken");
  // The same human being, of another surname meanwhile, in another quality.
  other["birth_date"] = "1980-03-12";
  EXPECT_EQ(Add(other).status, 201);
}

TEST_F(Doubles, ByTheSameInnAreRefusedToAChangeToo) {
  auto holder = Person();
  holder["inn"] = "500100732259";
  ASSERT_EQ(
      browser_.Send("PUT", "/api/v1/applicants/" + first_, holder, {{"If-Match", "\"1\""}}).status,
      200);
  const auto made = Add(Other());
  ASSERT_EQ(made.status, 201) << made.body;
  auto changed = Other();
  changed["inn"] = "500100732259";
  ExpectRefused(browser_.Send("PUT", made.headers.at("location"), changed, {{"If-Match", "\"1\""}}),
                "applicants.person_inn_taken");
}

TEST_F(Doubles, OfBeforeTheRuleMayStillBeChangedInTheRest) {
  const auto made = Add(Other());
  static const db::Query kSame{
      "test.same_document",
      "UPDATE applicants.applicants SET identity_document = (SELECT identity_document FROM "
      "applicants.applicants WHERE snils <> '')"};
  pool_.Transact(db::Scope::System(), [&](db::Tx& tx) { tx.Run(kSame); });
  auto changed = Other();
  changed["identity_document"]["number"] = "123456";
  changed["phone"] = "+7 999 000-00-01";
  const auto answer =
      browser_.Send("PUT", made.headers.at("location"), changed, {{"If-Match", "\"1\""}});
  EXPECT_EQ(answer.status, 200) << answer.body;
}

TEST_F(Doubles, ByNameAndBirthDateAreToldAndMayBeMadeKnowingly) {
  auto namesake = Other();
  namesake["last_name"] = "ЕЛКИНА";
  ExpectRefused(Add(namesake), "applicants.namesake");
  EXPECT_EQ(Add(namesake, "?namesakes=accepted").status, 201);
}

TEST_F(Doubles, EnteredAtSeveralWindowsAtOnceAreOneCard) {
  auto person = Other();
  person.erase("identity_document");
  const auto draft = ParseApplicant(person, LocalDate(clock_.Now(), "Europe/Moscow")).value();
  const auto principal = house_.As("operator");
  std::atomic<int> made = 0, refused = 0;
  std::vector<std::thread> windows;
  for (int i = 0; i < 4; ++i) {
    windows.emplace_back([&] {
      const auto added =
          CreateUnlessNamesake({pool_, clock_}, principal, draft, Uuid::NewV7().ToString());
      added ? ++made : ++refused;
      EXPECT_EQ(added ? "" : added.refusal().code, added ? "" : "applicants.namesake");
    });
  }
  for (auto& window : windows) window.join();
  EXPECT_EQ(made, 1);
  EXPECT_EQ(refused, 3);
}

TEST_F(Doubles, AreNotPeopleOfAnotherNameOrAnotherDay) {
  auto other_day = Other();
  other_day["last_name"] = "Ёлкина";
  other_day["birth_date"] = "1980-03-13";
  EXPECT_EQ(Add(other_day).status, 201);
  auto longer = Other();
  longer["last_name"] = "Ёлкина-Сосновая";
  longer["identity_document"]["number"] = "654322";
  EXPECT_EQ(Add(longer).status, 201);
}

TEST_F(Doubles, AreLookedForInTheOwnCenterOnly) {
  auto stranger = door_.SignedIn("stranger");
  EXPECT_EQ(stranger.Send("POST", "/api/v1/applicants", Person(), WithKey()).status, 201);
}

}  // namespace
}  // namespace okno::applicants
