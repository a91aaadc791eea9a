// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "road.h"

// A case until it is filed; what follows is in road_dbtest.cpp.
namespace okno::applications {
namespace {

using ::testing::ElementsAre;
using testing::RoadTest;

std::vector<std::string> StatusesOf(const Case& subject) {
  std::vector<std::string> words;
  for (const auto& entry : subject.history) {
    if (entry.to) words.emplace_back(Word(*entry.to));
  }
  return words;
}

std::vector<std::string> Wrong(const Refusal& refusal) {
  std::vector<std::string> wrong;
  for (const auto& field : refusal.fields) wrong.push_back(field.pointer + " " + field.code);
  return wrong;
}

TEST_F(RoadTest, DraftBeginsWithTheCard) {
  const auto draft = desk_.Begin();
  EXPECT_EQ(draft.application.form["last_name"], "Петрова");
  EXPECT_EQ(draft.application.form["snils"], draft.applicant.snils);
  EXPECT_EQ(draft.application.number, "");
  EXPECT_THAT(StatusesOf(draft), ElementsAre("draft"));
}

TEST_F(RoadTest, DraftIsRefusedForAnApplicantTheServiceIsNotFor) {
  const auto applicant = desk_.AddApplicant();
  EXPECT_EQ(CreateDraft(services_, operator_, applicant.id, "business", Key()).refusal().code,
            "applications.kind_not_served");
  EXPECT_EQ(CreateDraft(services_, operator_, applicant.id, "nothing", Key()).refusal().code,
            "input.invalid");
  EXPECT_EQ(CreateDraft(services_, operator_, applicants::ApplicantId::New(), "benefit", Key())
                .refusal()
                .code,
            "applicants.not_found");
  EXPECT_EQ(
      CreateDraft(services_, desk_.As("stranger"), applicant.id, "benefit", Key()).refusal().code,
      "applicants.not_found");
  EXPECT_EQ(
      CreateDraft(services_, desk_.As("auditor"), applicant.id, "benefit", Key()).refusal().code,
      "applications.no_branch");
}

TEST_F(RoadTest, FilingNamesEveryWrongFieldAndMissingDocument) {
  const auto draft = desk_.Begin();
  DraftInput input;
  input.form = Json{
      {"last_name", "Петрова"}, {"snils", "112-233-445 96"}, {"has_children", "yes"}, {"extra", 1}};
  input.representative = Json{{"last_name", "Сидоров"}};
  const auto saved = SaveDraft(services_, operator_, draft.application.id, 1, input);
  ASSERT_TRUE(saved);
  const auto filed = File(services_, operator_, draft.application.id, 2, Key());
  ASSERT_FALSE(filed);
  EXPECT_EQ(filed.refusal().code, "input.invalid");
  EXPECT_THAT(Wrong(filed.refusal()),
              ::testing::IsSupersetOf(
                  {"/form/snils snils.check_digits", "/form/child_snils field.required",
                   "/form/extra field.unknown", "/representative/first_name field.required",
                   "/checklist/passport applications.document_missing",
                   "/checklist/birth_certificate applications.document_missing",
                   "/checklist/award_list applications.document_missing"}));
}

// 210-ФЗ art. 7 lists what may be demanded; a state service needs no consent (152-ФЗ art. 6, 1, 4).
TEST_F(RoadTest, FilingDoesNotHangOnTheConsentWhichIsAPaperOfItsOwn) {
  const auto draft = desk_.BeginComplete();
  const auto& id = draft.application.id;
  DraftInput without;
  without.consent = false;
  const auto saved = SaveDraft(services_, operator_, id, draft.application.version, without);
  const auto filed = File(services_, operator_, id, saved->application.version, Key());
  ASSERT_TRUE(filed) << filed.refusal().code;
  EXPECT_EQ(Print(services_, operator_, id, PrintForm::kConsent).refusal().code,
            "applications.consent_not_given");
  const auto consenting = desk_.Filed();
  EXPECT_TRUE(Print(services_, operator_, consenting.application.id, PrintForm::kConsent));
  const auto reloaded = desk_.Reload(consenting.application.id);
  EXPECT_EQ(reloaded.history.back().code, "applications.history.printed_consent");
}

TEST_F(RoadTest, FilingIsRefusedAsIncompleteWhenOnlyDocumentsAreMissing) {
  const auto draft = desk_.BeginComplete();
  DraftInput unmark;
  unmark.marks = {{.item = "passport"}};
  const auto saved =
      SaveDraft(services_, operator_, draft.application.id, draft.application.version, unmark);
  const auto filed =
      File(services_, operator_, draft.application.id, saved->application.version, Key());
  EXPECT_EQ(filed.refusal().code, "applications.incomplete");
  EXPECT_THAT(Wrong(filed.refusal()),
              ElementsAre("/checklist/passport applications.document_missing"));
}

TEST_F(RoadTest, FilingGivesNumberPlannedDateAndHistory) {
  const auto filed = desk_.Filed();
  EXPECT_EQ(filed.application.number, "0101-26-000001");
  EXPECT_EQ(FormatDate(*filed.application.planned_date), "2026-12-23");
  EXPECT_EQ(desk_.Filed().application.number, "0101-26-000002");
  EXPECT_EQ(desk_.Filed("benefit", "operator.second").application.number, "0102-26-000001");
  const auto again = desk_.Reload(filed.application.id);
  EXPECT_EQ(again.application, filed.application);
  EXPECT_EQ(again.history, filed.history);
  EXPECT_THAT(StatusesOf(again), ElementsAre("draft", "intake"));
  desk_.clock.Set(*ParseInstant("2027-01-11T09:00:00Z"));
  EXPECT_EQ(desk_.Filed().application.number, "0101-27-000001");
}

TEST_F(RoadTest, FiledFormIsPruned) {
  const auto draft = desk_.BeginComplete();
  DraftInput input;
  input.form = draft.application.form;
  (*input.form)["child_snils"] = "11223344595";  // of a field that «нет» hides
  const auto saved =
      SaveDraft(services_, operator_, draft.application.id, draft.application.version, input);
  EXPECT_TRUE(saved->application.form.contains("child_snils"));
  const auto filed =
      File(services_, operator_, draft.application.id, saved->application.version, Key());
  EXPECT_FALSE(filed->application.form.contains("child_snils"));
}

TEST_F(RoadTest, StaleVersionIsRefused) {
  const auto draft = desk_.BeginComplete();
  const auto stale = draft.application.version - 1;
  EXPECT_EQ(SaveDraft(services_, operator_, draft.application.id, stale, {}).refusal().kind,
            RefusalKind::kStale);
  EXPECT_EQ(File(services_, operator_, draft.application.id, stale, Key()).refusal().kind,
            RefusalKind::kStale);
  EXPECT_EQ(DeleteDraft(services_, operator_, draft.application.id, stale).refusal().kind,
            RefusalKind::kStale);
}

TEST_F(RoadTest, DraftIsDeletedWithItsFilesAFiledCaseIsNot) {
  const auto draft = desk_.Begin();
  desk_.Upload(draft, "passport");
  EXPECT_TRUE(DeleteDraft(services_, operator_, draft.application.id, 1));
  EXPECT_FALSE(Get(services_, operator_, draft.application.id));
  const auto filed = desk_.Filed();
  EXPECT_EQ(DeleteDraft(services_, operator_, filed.application.id, filed.application.version)
                .refusal()
                .code,
            "applications.not_a_draft");
}

}  // namespace
}  // namespace okno::applications
