// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "access/testing/front_door.h"
#include "applications/routes.h"
#include "applications/testing.h"

namespace okno::applications {
namespace {

using namespace access::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const Json kVisitorMilitaryId = {{"kind", "military_id"}, {"number", "АБ 1234567"}};

// The clock of the desk stands at 23.11.2026.
class WhoMayAct : public ::testing::Test {
 protected:
  static std::string PathOf(const Case& subject) {
    return "/api/v1/applications/" + subject.application.id.ToString();
  }
  void SetBirthDate(const Case& subject, const char* date) {
    auto card = subject.applicant;
    card.birth_date = ParseDate(date);
    ASSERT_TRUE(applicants::Update({desk_.db, desk_.clock}, desk_.As("operator"), card.id,
                                   card.version, card));
  }
  http::ClientAnswer Note(const Case& subject, const Json& body) {
    auto browser = door_.SignedIn("operator");
    const auto path = PathOf(subject);
    return browser.Send("PUT", path + "/recipient", body,
                        IfMatch(Json::parse(browser.Get(path).body)));
  }
  // "pointer code" of every wrong field.
  static std::vector<std::string> Wrong(const http::ClientAnswer& answer) {
    std::vector<std::string> wrong;
    const auto body = Json::parse(answer.body);
    if (!body.contains("fields")) return wrong;
    for (const auto& field : body["fields"])
      wrong.push_back(field["pointer"].get<std::string>() + " " + field["code"].get<std::string>());
    return wrong;
  }
  static Json Representative(Json authority) {
    return {{"representative", true},
            {"last_name", "Сидорова"},
            {"first_name", "Анна"},
            {"identity_document", kVisitorMilitaryId},
            {"authority", std::move(authority)}};
  }
  static Json Paper(const char* kind, const char* date) {
    return {{"kind", kind}, {"number", "1"}, {"date", date}};
  }
  Case AnsweredOfEntity() {
    const auto login = desk_.As("operator");
    applicants::Applicant draft;
    draft.kind = applicants::ApplicantKind::kLegalEntity;
    draft.full_name = draft.short_name = "ООО «Ромашка»";
    draft.head_name = "Орлов Пётр Ильич";
    draft.inn = "7707083893";
    draft.ogrn = "1027700132195";
    const auto entity = applicants::Create({desk_.db, desk_.clock}, login, draft, NewKey()).value();
    const auto& services = desk_.services;
    desk_.ConnectToBus();
    auto subject = CreateDraft(services, login, entity.id, "business", NewKey()).value();
    const auto id = subject.application.id;
    subject =
        SaveDraft(services, login, id, subject.application.version, {.consent = true}).value();
    subject = File(services, login, id, subject.application.version, NewKey()).value();
    subject = HandOver(services, login, id, subject.application.version).value();
    subject = Send(services, desk_.As("processor"), id, subject.application.version).value();
    desk_.BusTook(subject);
    desk_.AgencyAnswers(subject, "positive");
    return desk_.Reload(id);
  }

  testing::Desk desk_;
  FrontDoor door_{{desk_.db, desk_.clock, desk_.texts, {}}, Routes(desk_.services)};
};

TEST_F(WhoMayAct, APowerOfAttorneyWithoutATermHoldsOneYear) {
  const auto answered = desk_.Answered();
  EXPECT_THAT(Wrong(Note(answered, Representative(Paper("power_of_attorney", "2025-11-22")))),
              ElementsAre("/authority/valid_until applications.authority_year_over"));
  const auto noted = Note(answered, Representative(Paper("power_of_attorney", "2025-11-23")));
  ASSERT_EQ(noted.status, 200) << noted.body;
  EXPECT_EQ(Json::parse(noted.body)["recipient"]["authority_text"],
            "доверенность № 1 от 23.11.2025, действует по 23.11.2026");
  auto named = Paper("power_of_attorney", "2020-01-01");
  named["valid_until"] = "2030-01-01";
  EXPECT_EQ(Note(answered, Representative(named)).status, 200) << "its own term is longer";
}

TEST_F(WhoMayAct, WhoComesTooLateForAResultHasReadOfIt) {
  const auto ready = desk_.ReadyToIssue(desk_.Answered());
  ASSERT_TRUE(Issue(desk_.services, desk_.As("operator"), ready.application.id,
                    ready.application.version, {}));
  auto late = door_.SignedIn("operator.second");
  EXPECT_EQ(CodeOf(late.Get(PathOf(ready))), "applications.issued_elsewhere");
  auto auditor = door_.SignedIn("auditor");
  const auto entries =
      Json::parse(auditor.Get("/api/v1/audit-entries?event=access.denied").body)["items"];
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0]["object_id"], ready.application.id.ToString());
}

TEST_F(WhoMayAct, APowerOfAttorneyNotedBeforeTermsWereJudgedIsJudgedAtTheIssue) {
  static const db::Query kForgetTerm{
      "test.forget_term",
      "UPDATE applications.applications SET recipient = recipient #- '{authority,valid_until}'"};
  const auto answered = desk_.Answered();
  ASSERT_EQ(Note(answered, Representative(Paper("power_of_attorney", "2025-11-23"))).status, 200);
  desk_.db.Transact(db::Scope::System(), [&](db::Tx& tx) { tx.Run(kForgetTerm); });
  desk_.Upload(answered, "signed_receipt");
  desk_.clock.Advance(std::chrono::hours(24));
  auto browser = door_.SignedIn("operator");
  const auto path = PathOf(answered);
  const auto issued =
      browser.Send("POST", path + "/issue", {}, IfMatch(Json::parse(browser.Get(path).body)));
  EXPECT_EQ(CodeOf(issued), "applications.authority_expired");
}

TEST_F(WhoMayAct, ParentsActByTheCertificateOfBirthUntilTheChildIsEighteen) {
  const auto answered = desk_.Answered();
  SetBirthDate(answered, "2008-11-24");
  const auto by_birth = Representative(Paper("birth_certificate", "2008-12-01"));
  EXPECT_EQ(Note(answered, by_birth).status, 200) << "seventeen until tomorrow";
  desk_.clock.Advance(std::chrono::hours(24));
  EXPECT_THAT(Wrong(Note(answered, by_birth)),
              ElementsAre("/authority/kind applications.authority_not_for_adult"));
  EXPECT_EQ(Note(answered, Representative(Paper("guardianship", "2020-12-01"))).status, 200)
      << "also of an adult (ГК РФ art. 29)";
}

TEST_F(WhoMayAct, AChildUnderFourteenReceivesNothingInPerson) {
  const auto answered = desk_.Answered();
  SetBirthDate(answered, "2012-11-24");
  const Json in_person = {{"representative", false}, {"identity_document", kVisitorMilitaryId}};
  const auto refused = Note(answered, in_person);
  EXPECT_THAT(Wrong(refused), ElementsAre("/representative applications.representative_required"));
  EXPECT_THAT(refused.body, HasSubstr("нет 14 лет"));
  desk_.clock.Advance(std::chrono::hours(24));
  EXPECT_EQ(Note(answered, in_person).status, 200);
}

TEST_F(WhoMayAct, AChildUnderFourteenFilesThroughARepresentativeOnly) {
  const auto draft = desk_.BeginComplete();
  SetBirthDate(draft, "2023-03-03");
  auto browser = door_.SignedIn("operator");
  const auto path = PathOf(draft);
  auto application = Json::parse(browser.Get(path).body);
  ASSERT_EQ(application["other_errors"].size(), 1U);
  EXPECT_EQ(application["other_errors"][0]["pointer"], "/representative");
  auto headers = IfMatch(application);
  headers["Idempotency-Key"] = NewKey();
  EXPECT_THAT(Wrong(browser.Send("POST", path + "/filing", {}, headers)),
              ElementsAre("/representative applications.representative_required"));
  const Json mother = {{"last_name", "Петрова"},
                       {"first_name", "Ольга"},
                       {"authority", "мать, свидетельство о рождении I-ПР 123456"},
                       {"identity_document", kVisitorMilitaryId}};
  application = Json::parse(
      browser.Send("PUT", path + "/draft", {{"representative", mother}}, IfMatch(application))
          .body);
  headers = IfMatch(application);
  headers["Idempotency-Key"] = NewKey();
  EXPECT_EQ(browser.Send("POST", path + "/filing", {}, headers).status, 200);
}

TEST_F(WhoMayAct, AnOverdueDocumentFilesOnlyWhatReplacesIt) {
  int given = 123456;
  const auto give = [&](const Case& subject) {
    auto card = subject.applicant;
    card.identity_document = {.kind = "passport_rf",
                              .series = "4500",
                              .number = std::to_string(given++),
                              .issued_by = "ОВД",
                              .issuer_code = "770001",
                              .issue_date = ParseDate("2000-04-01")};
    ASSERT_TRUE(applicants::Update({desk_.db, desk_.clock}, desk_.As("operator"), card.id,
                                   card.version, card));
  };
  auto browser = door_.SignedIn("operator");
  const auto file = [&](const Case& subject) {
    auto headers = IfMatch(Json::parse(browser.Get(PathOf(subject)).body));
    headers["Idempotency-Key"] = NewKey();
    return browser.Send("POST", PathOf(subject) + "/filing", {}, headers);
  };
  const auto benefit = desk_.BeginComplete();
  give(benefit);
  const auto refused = file(benefit);
  EXPECT_THAT(Wrong(refused),
              ElementsAre("/applicant/identity_document applications.document_overdue"));
  EXPECT_THAT(refused.body, HasSubstr("временное удостоверение личности"));
  const auto replacement = desk_.BeginComplete("paper");
  give(replacement);
  EXPECT_EQ(file(replacement).status, 200);

  const auto answered = desk_.Answered();
  give(answered);
  EXPECT_THAT(Wrong(Note(answered, {{"representative", false}})),
              ElementsAre("/identity_document passport.replaced_at_45"))
      << "at the issue it proves nothing, though it was good at the filing";
  EXPECT_EQ(
      Note(answered, {{"representative", false}, {"identity_document", kVisitorMilitaryId}}).status,
      200);
}

TEST_F(WhoMayAct, ARepresentativeIsNobodyWithACertificateOfBirth) {
  const auto answered = desk_.Answered();
  auto mother = Representative(Paper("guardianship", "2020-12-01"));
  mother["identity_document"] = {
      {"kind", "birth_certificate"}, {"series", "II-МЮ"}, {"number", "123456"}};
  EXPECT_THAT(Wrong(Note(answered, mother)),
              ElementsAre("/identity_document/kind document.birth_certificate_after_14"));
}

TEST_F(WhoMayAct, AnOrganizationIsItsHeadOrWhoShowsAuthority) {
  const auto answered = AnsweredOfEntity();
  Json head = {{"representative", false},
               {"last_name", "Орлов"},
               {"first_name", "Петр"},
               {"middle_name", "Ильич"},
               {"identity_document", kVisitorMilitaryId}};
  EXPECT_EQ(Note(answered, head).status, 200) << "ё or е is no difference";
  head["last_name"] = "Воронов";
  EXPECT_THAT(Wrong(Note(answered, head)),
              ElementsAre("/representative applications.not_the_head"));
  EXPECT_THAT(Wrong(Note(answered, Representative(Paper("power_of_attorney", "2026-11-01")))),
              IsEmpty());
}

}  // namespace
}  // namespace okno::applications
