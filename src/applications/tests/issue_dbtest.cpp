// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "applications/testing.h"
#include "logic/answer_documents.h"
#include "logic/print_data.h"

namespace okno::applications {
namespace {

using testing::Desk;

const Json kMilitaryId = {{"kind", "military_id"}, {"number", "АБ 1234567"}};

Json Representative(Json authority) {
  return {{"representative", true},
          {"last_name", "Сидоров"},
          {"first_name", "Пётр"},
          {"middle_name", "Ильич"},
          {"identity_document", kMilitaryId},
          {"authority", std::move(authority)}};
}

Json PowerOfAttorney() {
  return {{"kind", "power_of_attorney"},
          {"number", "77 АА 1234567"},
          {"date", "2026-02-01"},
          {"issued_by", "нотариус Орлов П. П."}};
}

class IssueTest : public ::testing::Test {
 protected:
  Result<Case> Note(const Case& subject, const Json& body) {
    return NoteRecipient(services_, operator_, subject.application.id,
                         desk_.Reload(subject.application.id).application.version, body);
  }
  std::string WhyNot(const Case& subject, const IssueInput& input = {}) {
    const auto issued = Issue(services_, operator_, subject.application.id,
                              desk_.Reload(subject.application.id).application.version, input);
    return issued ? "" : issued.refusal().code;
  }
  std::vector<std::string> WrongFields(const Case& subject, const Json& body) {
    std::vector<std::string> pointers;
    const auto noted = Note(subject, body);
    if (noted) return pointers;
    for (const auto& field : noted.refusal().fields)
      pointers.push_back(field.pointer + " " + field.code);
    return pointers;
  }
  Desk desk_;
  const Services& services_ = desk_.services;
  access::Principal operator_ = desk_.As("operator");
};

TEST_F(IssueTest, NothingIsGivenToNobodyInParticular) {
  const auto answered = desk_.Answered();
  desk_.Upload(answered, "signed_receipt");
  EXPECT_EQ(WhyNot(answered), "applications.recipient_missing");
  EXPECT_EQ(Print(services_, operator_, answered.application.id, PrintForm::kResultReceipt)
                .refusal()
                .code,
            "applications.recipient_missing");
}

TEST_F(IssueTest, ARepresentativeShowsWhoTheyAreAndByWhichPaperTheyCome) {
  const auto answered = desk_.Answered();
  EXPECT_THAT(WrongFields(answered, {{"representative", true}}),
              ::testing::UnorderedElementsAre(
                  "/last_name field.required", "/first_name field.required",
                  "/identity_document field.required", "/authority field.required"));
  EXPECT_THAT(WrongFields(answered, Representative({{"kind", "friendship"}})),
              ::testing::UnorderedElementsAre("/authority/kind field.enum",
                                              "/authority/number field.required",
                                              "/authority/date field.required"));
  auto expired = PowerOfAttorney();
  expired["valid_until"] = "2026-11-22";
  EXPECT_THAT(WrongFields(answered, Representative(expired)),
              ::testing::ElementsAre("/authority/valid_until applications.authority_expired"));
  auto unborn = PowerOfAttorney();
  unborn["date"] = "2026-11-24";
  EXPECT_THAT(WrongFields(answered, Representative(unborn)),
              ::testing::ElementsAre("/authority/date field.date_in_future"));
}

// The passport of who comes for another is judged by their age, as the applicant's is.
TEST_F(IssueTest, APassportOfARepresentativeIsGoodOnlyForTheirAge) {
  const auto answered = desk_.Answered();
  auto body = Representative(PowerOfAttorney());
  body["identity_document"] = {{"kind", "passport_rf"},    {"series", "4501"},
                               {"number", "123456"},       {"issue_date", "2001-05-15"},
                               {"issuer_code", "770-001"}, {"issued_by", "ОВД района Заречье"}};
  EXPECT_THAT(WrongFields(answered, body), ::testing::ElementsAre("/birth_date field.required"));
  const struct {
    const char *birth_date, *wrong;
  } cases[] = {{"2027-01-01", "/birth_date field.date_in_future"},
               {"1980-05-15", "/identity_document/issue_date passport.replaced_at_45"},
               {"1985-05-15", "/identity_document/issue_date passport.replaced_at_20"}};
  for (const auto& [birth_date, wrong] : cases) {
    body["birth_date"] = birth_date;
    EXPECT_THAT(WrongFields(answered, body), ::testing::Contains(wrong)) << birth_date;
  }
  body["birth_date"] = "1950-05-15";
  const auto noted = Note(answered, body);
  ASSERT_TRUE(noted) << noted.refusal().fields.front().code;
  EXPECT_EQ(
      FormatDate(desk_.Reload(answered.application.id).application.recipient->birth_date.value()),
      "1950-05-15");
  const auto data = PrintData(services_.texts, *noted,
                              {.center = {}, .branch = {}, .operator_name = {}, .issuing = true});
  EXPECT_THAT(data["recipient"]["document"].get<std::string>(),
              ::testing::EndsWith("; дата рождения 15.05.1950"));
}

TEST_F(IssueTest, TheHistoryAndTheReceiptNameWhoReceived) {
  const auto answered = desk_.Answered();
  const auto noted = Note(answered, Representative(PowerOfAttorney()));
  ASSERT_TRUE(noted);
  const auto data = PrintData(services_.texts, *noted,
                              {.center = {}, .branch = {}, .operator_name = {}, .issuing = true});
  EXPECT_EQ(data["recipient"]["name"], "Сидоров Пётр Ильич");
  EXPECT_EQ(data["recipient"]["authority"],
            "доверенность № 77 АА 1234567 от 01.02.2026, нотариус Орлов П. П., действует по "
            "01.02.2027");
  EXPECT_TRUE(Print(services_, operator_, answered.application.id, PrintForm::kResultReceipt));
  desk_.Upload(answered, "signed_receipt");
  EXPECT_EQ(WhyNot(answered), "");
  const auto closed = desk_.Reload(answered.application.id);
  EXPECT_EQ(closed.application.status, Status::kClosed);
  const auto& row = closed.history.back();
  EXPECT_EQ(row.code, "applications.history.issued_to_representative");
  EXPECT_THAT(row.detail, ::testing::HasSubstr("Сидоров Пётр Ильич, военный билет"));
  EXPECT_THAT(row.detail, ::testing::HasSubstr("доверенность № 77 АА 1234567"));
}

TEST_F(IssueTest, TheApplicantShowsTheDocumentOfTheCardOrAnother) {
  const auto answered = desk_.Answered();
  EXPECT_THAT(WrongFields(answered, {{"representative", false}}),
              ::testing::ElementsAre("/identity_document field.required"))
      << "the card has no document";
  const auto noted =
      Note(answered, {{"representative", false}, {"identity_document", kMilitaryId}});
  ASSERT_TRUE(noted);
  EXPECT_EQ(noted->application.recipient->Name(), "Петрова Мария Ильинична");
  EXPECT_FALSE(noted->application.recipient->authority);
}

TEST_F(IssueTest, AReceiptSignedByAnotherIsNoReceipt) {
  const auto answered = desk_.Answered();
  ASSERT_TRUE(Note(answered, {{"representative", false}, {"identity_document", kMilitaryId}}));
  desk_.Upload(answered, "signed_receipt");
  desk_.clock.Advance(std::chrono::minutes(1));
  ASSERT_TRUE(Note(answered, {{"representative", false}, {"identity_document", kMilitaryId}}));
  const auto rows = desk_.Reload(answered.application.id).history.size();
  ASSERT_TRUE(Note(answered, {{"representative", false}, {"identity_document", kMilitaryId}}));
  EXPECT_EQ(desk_.Reload(answered.application.id).history.size(), rows) << "noted already";
  ASSERT_TRUE(Note(answered, Representative(PowerOfAttorney())));
  EXPECT_EQ(WhyNot(answered), "applications.receipt_outdated");
  desk_.Upload(answered, "signed_receipt");
  EXPECT_EQ(WhyNot(answered), "");
}

TEST_F(IssueTest, WhoComesTooLateInAnotherBranchIsToldThatItIsGivenOut) {
  const auto answered = desk_.Answered();
  const auto& id = answered.application.id;
  const auto second = desk_.As("operator.second");
  const auto seen = Get(services_, second, id);
  ASSERT_TRUE(seen);
  const auto ready = desk_.ReadyToIssue(answered);
  ASSERT_TRUE(Issue(services_, operator_, id, ready.application.version, {}));
  const auto closed = desk_.Reload(id);
  const auto late = Get(services_, second, id);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.refusal().kind, RefusalKind::kConflict);
  EXPECT_EQ(late.refusal().code, "applications.issued_elsewhere");
  EXPECT_EQ(late.refusal().detail, answered.branch.name + ", " + closed.history.back().actor +
                                       ", " +
                                       FormatLocal(desk_.clock.Now(), answered.branch.time_zone));
  const Json body = {{"representative", false}, {"identity_document", kMilitaryId}};
  EXPECT_EQ(NoteRecipient(services_, second, id, seen->application.version, body).refusal().code,
            "applications.issued_elsewhere");
  EXPECT_EQ(Get(services_, desk_.As("processor.second"), id).refusal().code,
            "applications.not_found")
      << "issues nothing, so it was never theirs to see";
}

TEST_F(IssueTest, APowerOfAttorneyThatRanOutSinceGivesNothing) {
  const auto answered = desk_.Answered();
  auto authority = PowerOfAttorney();
  authority["valid_until"] = "2026-11-23";
  ASSERT_TRUE(Note(answered, Representative(authority)));
  desk_.Upload(answered, "signed_receipt");
  desk_.clock.Advance(std::chrono::hours(24));
  EXPECT_EQ(WhyNot(answered), "applications.authority_expired");
}

TEST_F(IssueTest, EveryDocumentOfTheAgencyIsHandedOver) {
  const auto answered = desk_.Answered();
  const auto decision = desk_.AddAnswer(answered, "Решение № 17");
  const auto list = desk_.AddAnswer(answered, "Расчёт № 18");
  desk_.ReadyToIssue(answered);
  EXPECT_EQ(WhyNot(answered), "applications.document_not_handed");
  EXPECT_EQ(WhyNot(answered, {.handed = {decision.id}}), "applications.document_not_handed");
  EXPECT_EQ(WhyNot(answered, {.handed = {decision.id, list.id}}), "");
}

TEST_F(IssueTest, DocumentsWithoutTitlesAreCalledByTheDecision) {
  const auto answered = desk_.Answered();
  const auto document = desk_.AddAnswer(answered);
  const auto alone = desk_.Reload(answered.application.id);
  EXPECT_EQ(AnswerTitle(alone, document), "Решение о предоставлении услуги № 17-А от 23.11.2026");
  desk_.AddAnswer(answered);
  EXPECT_THAT(AnswerTitle(desk_.Reload(answered.application.id), document),
              ::testing::HasSubstr("ответ.pdf"));
}

TEST_F(IssueTest, TheDocumentsOfTheAgencyArePrintedAndThatIsARowOfTheHistory) {
  const auto answered = desk_.Answered();
  const auto document = desk_.AddAnswer(answered, "Решение № 17");
  const auto receipt = desk_.Upload(answered, "signed_receipt");
  const auto& id = answered.application.id;
  ASSERT_TRUE(PrintAnswer(services_, operator_, id, document.id));
  EXPECT_EQ(desk_.Reload(id).history.back().code, "applications.history.printed_answer");
  EXPECT_EQ(PrintAnswer(services_, operator_, id, receipt.id).refusal().code,
            "documents.not_found");
  EXPECT_EQ(PrintAnswer(services_, desk_.As("stranger"), id, document.id).refusal().kind,
            RefusalKind::kNotFound);
}

TEST_F(IssueTest, TheReceiptBearsTheBranchThatIssues) {
  const auto answered = desk_.Answered();
  const auto other = desk_.As("operator.second");
  const auto noted = desk_.ReadyToIssue(answered, "operator.second");
  const auto closed =
      Issue(services_, other, answered.application.id, noted.application.version, {});
  ASSERT_TRUE(closed);
  ASSERT_TRUE(closed->issue_branch);
  EXPECT_NE(closed->issue_branch->id, closed->branch.id);
  const PrintPlace place{
      .center = {}, .branch = closed->branch, .operator_name = {}, .issuing = true};
  EXPECT_EQ(PrintData(services_.texts, *closed, place)["branch"]["name"],
            closed->issue_branch->name);
}

TEST_F(IssueTest, PapersTellWhereToCallAndAsWhoTheOperatorSigns) {
  const auto answered = desk_.Answered();
  const auto& branch = answered.branch.id;
  desk_.db.Transact(operator_.scope(), [&](db::Tx& tx) {
    access::SetBranchPhone(tx, branch, "8 (800) 000-01-01");
    access::SetContactPhone(tx, operator_.organization_id, "8 (800) 000-01-00");
    access::SetPosition(tx, operator_.user_id, "специалист МФЦ");
    const auto contacts = access::FindContacts(tx, branch);
    EXPECT_EQ(contacts.branch_phone, "8 (800) 000-01-01");
    EXPECT_EQ(contacts.contact_phone, "8 (800) 000-01-00");
    EXPECT_EQ(access::FindPosition(tx, operator_.user_id), "специалист МФЦ");
  });
  const auto stranger = desk_.As("stranger");
  desk_.db.Transact(stranger.scope(), [&](db::Tx& tx) {
    EXPECT_EQ(access::FindContacts(tx, branch).branch_phone, "") << "another organization's";
  });
}

TEST_F(IssueTest, ARecipientOfAForeignCaseCanNotBeNoted) {
  const auto answered = desk_.Answered();
  EXPECT_EQ(NoteRecipient(services_, desk_.As("stranger"), answered.application.id,
                          answered.application.version, Representative(PowerOfAttorney()))
                .refusal()
                .kind,
            RefusalKind::kNotFound);
  const auto filed = desk_.Filed();
  EXPECT_EQ(WrongFields(filed, Representative(PowerOfAttorney())).size(), 0U);
  EXPECT_EQ(Note(filed, Representative(PowerOfAttorney())).refusal().code,
            "applications.no_result");
}

}  // namespace
}  // namespace okno::applications
