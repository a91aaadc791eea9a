// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "applications/testing.h"
#include "inquiries/subject.h"
#include "logic/rules/checklist.h"
#include "logic/rules/completeness.h"
#include "logic/rules/deadlines.h"
#include "logic/rules/executor.h"
#include "logic/rules/lists.h"
#include "logic/rules/paper.h"
#include "logic/rules/travelling.h"

namespace okno::applications::rules {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

catalog::ChecklistRule Rule(std::string code, catalog::Need need, std::string group = {},
                            std::string form = "original") {
  return {.code = std::move(code),
          .title = "Документ",
          .need = need,
          .form_of_document = std::move(form),
          .group = std::move(group)};
}

std::vector<std::string> Missing(const std::vector<ChecklistItem>& items) {
  std::vector<std::string> codes;
  for (const auto& item : items) {
    if (item.missing) codes.push_back(item.rule.code);
  }
  return codes;
}

TEST(WhatTravels, IsWhatWasGivenOnPaperAndStays) {
  auto shown = Rule("passport", catalog::Need::kRequired);
  shown.returned = true;
  const std::vector<catalog::ChecklistRule> rules = {
      shown, Rule("paper", catalog::Need::kRequired),
      Rule("file", catalog::Need::kInquiry, "", "electronic")};
  struct Row {
    Mark mark;
    Travelling travels;
  };
  const Travelling nothing{}, two_sheets{1, 2};
  const auto mark = [](const char* item, const char* form) {
    return Mark{.item = item, .given = true, .form = form, .sheets = 2, .copies = 1};
  };
  const Row rows[] = {{mark("passport", "original"), nothing},
                      {mark("passport", ""), nothing},
                      {mark("passport", "original_and_copy"), two_sheets},
                      {mark("passport", "copy"), two_sheets},
                      {mark("paper", "original"), two_sheets},
                      {mark("paper", ""), two_sheets},
                      {mark("paper", "electronic"), nothing},
                      {mark("file", ""), nothing},
                      {mark("other-1", "original"), two_sheets},
                      {{.item = "paper", .form = "original", .sheets = 2}, nothing}};
  for (const auto& [one, travels] : rows)
    EXPECT_EQ(WhatTravels(rules, {one}), travels) << one.item << " " << one.form;
  EXPECT_EQ(WhatTravels(rules, {rows[3].mark, rows[4].mark}), (Travelling{2, 4}));
}

TEST(ChecklistOf, MissesWhatIsRequiredAndNotGiven) {
  using catalog::Need;
  const std::vector<catalog::ChecklistRule> rules = {
      Rule("passport", Need::kRequired),      Rule("photo", Need::kOptional),
      Rule("income", Need::kInquiry),         Rule("list", Need::kRequired, "award"),
      Rule("copy", Need::kRequired, "award"), Rule("file", Need::kRequired, "", "electronic")};
  documents::Document uploaded;
  uploaded.item = "file";
  EXPECT_THAT(Missing(ChecklistOf(rules, {}, {}, {})),
              ElementsAre("passport", "list", "copy", "file"));
  EXPECT_THAT(Missing(ChecklistOf(
                  rules, {{.item = "passport", .given = true}, {.item = "copy", .given = true}},
                  {uploaded}, {})),
              IsEmpty());
  // A mark does not stand for an electronic document.
  EXPECT_THAT(Missing(ChecklistOf(rules,
                                  {{.item = "passport", .given = true},
                                   {.item = "copy", .given = true},
                                   {.item = "file", .given = true}},
                                  {}, {})),
              ElementsAre("file"));
}

TEST(IsUnasked, IsWhatTheCenterIsToGetAndHasNotAskedAboutEveryone) {
  const auto unasked = [](const ChecklistItem& item, std::vector<inquiries::Asked> asked) {
    return IsUnasked(item, asked);
  };
  ChecklistItem income{.rule = Rule("income", catalog::Need::kInquiry)};
  EXPECT_TRUE(unasked(income, {}));
  EXPECT_TRUE(unasked(income, {{.item = "births"}}));
  EXPECT_FALSE(unasked(income, {{.item = "income"}}));
  EXPECT_FALSE(unasked({.rule = Rule("passport", catalog::Need::kRequired)}, {}));
  auto given = income, attached = income;
  given.given = true;
  attached.documents.emplace_back();
  EXPECT_FALSE(unasked(given, {}));
  EXPECT_FALSE(unasked(attached, {}));

  const Json son = {{"last_name", "Ким"}, {"first_name", "Ян"}, {"birth_date", "2020-01-02"}};
  auto births = ChecklistItem{.rule = Rule("births", catalog::Need::kInquiry)};
  births.rule.about.emplace_back();
  births.persons = {{.person = {.card = son}}, {.person = {.card = Json::object()}}};
  EXPECT_TRUE(unasked(births, {{.item = "births", .person = "another"}}));
  EXPECT_FALSE(unasked(births, {{.item = "births", .person = inquiries::PersonKey(son)}}))
      << "who is not known in full can not be asked about";
  births.persons[0].inquiry_id = inquiries::InquiryId::New();
  EXPECT_FALSE(unasked(births, {})) << "answered";
}

// An answer of an agency: what it brought, and whether that counts.
std::string StateAfter(catalog::Need need, const InquiryAnswer& answer,
                       const documents::Document& file, const std::vector<Mark>& marks = {}) {
  const auto item =
      ChecklistOf({Rule("income", need, "", "electronic")}, marks, {file}, {answer}).front();
  return item.obtained ? "obtained" : item.given ? "given" : item.missing ? "missing" : "open";
}

TEST(ChecklistOf, TakesAnAnswerOnlyForWhatInquiriesMayBringAboutTheApplicant) {
  using catalog::Need;
  documents::Document page;
  page.item = "income";
  page.source = "inquiry";
  page.file = {"00", 1200, "application/pdf"};
  InquiryAnswer answer;
  answer.item = "income";
  answer.has_data = answer.brings = true;
  EXPECT_EQ(StateAfter(Need::kInquiry, answer, page), "obtained");
  EXPECT_EQ(StateAfter(Need::kOptional, answer, page), "obtained");
  EXPECT_EQ(StateAfter(Need::kRequired, answer, page), "missing");
  auto about_other = answer;
  about_other.subject = "Попова Е. И.";
  about_other.brings = false;
  EXPECT_EQ(StateAfter(Need::kInquiry, about_other, page), "open");
  EXPECT_EQ(StateAfter(Need::kInquiry, about_other, page, {{.item = "income", .given = true}}),
            "given");
  auto empty = page, unknown = page;
  empty.file.size = 0;
  unknown.file.content_type = "application/octet-stream";
  EXPECT_EQ(StateAfter(Need::kInquiry, answer, empty), "open");
  EXPECT_EQ(StateAfter(Need::kInquiry, answer, unknown), "open");
}

TEST(PapersOf, AnEditMakesOutdatedWhatWasPrintedBefore) {
  const auto papers = [](std::initializer_list<const char*> codes) {
    Case subject;
    for (const auto* code : codes) {
      subject.history.push_back({.code = std::string("applications.history.") + code});
    }
    const auto found = PapersOf(subject);
    return std::string(Word(found.application)) + " " + std::string(Word(found.receipt));
  };
  EXPECT_EQ(papers({"filed", "edited"}), "none none");
  EXPECT_EQ(papers({"filed", "printed_application", "document_added"}), "current none");
  EXPECT_EQ(papers({"printed_application", "printed_receipt", "edited"}), "outdated outdated");
  EXPECT_EQ(papers({"printed_application", "printed_receipt", "edited", "printed_application"}),
            "current outdated");
}

TEST(PapersOf, ACardChangedSinceMakesThemOutdatedUntilTheCaseGoes) {
  const auto printed = *ParseInstant("2026-11-23T09:15:00Z");
  Case subject;
  subject.application.status = Status::kProcessing;
  subject.history = {{.at = printed, .code = "applications.history.printed_application"}};
  subject.applicant.updated_at = printed;
  EXPECT_EQ(PapersOf(subject).application, Paper::kCurrent);
  subject.applicant.updated_at += std::chrono::seconds(1);
  EXPECT_EQ(PapersOf(subject).application, Paper::kOutdated);
  EXPECT_EQ(PapersOf(subject).receipt, Paper::kNone);
  subject.application.status = Status::kSent;
  EXPECT_EQ(PapersOf(subject).application, Paper::kCurrent) << "it went as it was";
}

TEST(MergeMarks, ReplacesTheMarkOfAnItem) {
  const auto merged = MergeMarks({{.item = "a", .given = true}, {.item = "b"}},
                                 {{.item = "a", .sheets = 3}, {.item = "c"}});
  EXPECT_THAT(merged,
              ElementsAre(Mark{.item = "a", .sheets = 3}, Mark{.item = "b"}, Mark{.item = "c"}));
}

TEST(CheckRepresentative, NamesWhatIsWrong) {
  const auto today = *ParseDate("2026-11-23");
  const auto errors =
      CheckRepresentative({{"last_name", "Сидоров"},
                           {"phone", "1"},
                           {"identity_document", {{"kind", "passport_rf"}, {"number", "12"}}}},
                          today);
  std::vector<std::string> pointers;
  for (const auto& error : errors) pointers.push_back(error.pointer);
  EXPECT_THAT(pointers, ::testing::IsSupersetOf(
                            {"/representative/first_name", "/representative/authority",
                             "/representative/phone", "/representative/identity_document/number"}));
}

TEST(ChooseExecutor, TakesTheLeastLoadedOrTheOneWhoHadIt) {
  std::vector<access::Employee> processors(3);
  for (auto& processor : processors) processor.user_id = access::UserId::New();
  const std::map<access::UserId, int> load = {
      {processors[0].user_id, 2}, {processors[1].user_id, 1}, {processors[2].user_id, 1}};
  EXPECT_EQ(ChooseExecutor(processors, load, {})->user_id, processors[1].user_id);
  EXPECT_EQ(ChooseExecutor(processors, load, processors[0].user_id)->user_id,
            processors[0].user_id);
  EXPECT_EQ(ChooseExecutor(processors, load, access::UserId::New())->user_id,
            processors[1].user_id);
  EXPECT_EQ(ChooseExecutor({}, load, {}), std::nullopt);
}

TEST(Deadlines, CountFromTheCenterOrFromTheAgency) {
  const catalog::WorkingCalendar calendar;
  catalog::Service service;
  service.term = {catalog::TermKind::kWorkingDays, 5, ""};
  service.counted_from = "center";
  const auto friday = *ParseDate("2026-11-20");
  EXPECT_EQ(FormatDate(PlannedDate(calendar, service, friday)), "2026-11-27");
  service.counted_from = "agency";
  EXPECT_EQ(FormatDate(PlannedDate(calendar, service, friday)), "2026-11-30");
  EXPECT_EQ(FormatDate(PlannedDateFromAgency(calendar, service, *ParseDate("2026-11-25"))),
            "2026-12-02");
}

TEST(Deadlines, TellInWordsHowTheyAreCounted) {
  catalog::Service service;
  service.term = {catalog::TermKind::kWorkingDays, 10, "10 рабочих дней"};
  service.counted_from = "center";
  EXPECT_EQ(TermBasisOf(service, {}).code, "applications.term.from_center");
  service.counted_from = "agency";
  EXPECT_EQ(TermBasisOf(service, {}).code, "applications.term.from_agency_to_come");
  EXPECT_EQ(TermBasisOf(service, ParseDate("2026-11-26")).detail, "26.11.2026, 10 рабочих дней");
}

TEST(Deadlines, TenWorkingDaysFiledOnAThursday) {
  const catalog::WorkingCalendar calendar;
  catalog::Service service;
  service.term = {catalog::TermKind::kWorkingDays, 10, "10 рабочих дней"};
  service.counted_from = "agency";
  const auto thursday = *ParseDate("2026-11-26");
  EXPECT_EQ(FormatDate(PlannedDate(calendar, service, thursday)), "2026-12-11")
      << "handed over on Friday at the latest";
  EXPECT_EQ(FormatDate(PlannedDateFromAgency(calendar, service, thursday)), "2026-12-10");
}

TEST(UrgencyOf, TellsTheWorkingDaysLeft) {
  const catalog::WorkingCalendar calendar;
  const auto today = *ParseDate("2026-11-20");  // a Friday
  const std::tuple<const char*, int, std::string> cases[] = {
      {"2026-11-19", -1, "overdue"}, {"2026-11-20", 0, "soon"},   {"2026-11-23", 1, "soon"},
      {"2026-11-25", 3, "soon"},     {"2026-11-26", 4, "normal"}, {"2026-12-04", 10, "normal"}};
  for (const auto& [planned, left, word] : cases) {
    const auto urgency = UrgencyOf(calendar, Status::kProcessing, ParseDate(planned), today);
    EXPECT_EQ(urgency.days_left, left) << planned;
    EXPECT_EQ(urgency.word, word) << planned;
  }
  for (const auto over : {Status::kAwaitingNotice, Status::kReadyToIssue, Status::kClosed}) {
    const auto urgency = UrgencyOf(calendar, over, ParseDate("2026-11-01"), today);
    EXPECT_EQ(urgency.word, "none") << Word(over);
    EXPECT_FALSE(urgency.days_left) << Word(over);
  }
  EXPECT_EQ(UrgencyOf(calendar, Status::kDraft, std::nullopt, today).word, "none");
}

TEST(FilterFor, NarrowsListsToTheCaller) {
  const auto today = *ParseDate("2026-11-20");
  access::Principal clerk;
  clerk.user_id = access::UserId::New();
  clerk.branch_id = access::BranchId::New();
  clerk.rights = {"applications.view", "applications.file", "applications.issue"};
  const auto other_branch = access::BranchId::New();

  const auto all = FilterFor({.list = "all", .branch_id = other_branch}, clerk, today);
  EXPECT_EQ(all->branch_id, clerk.branch_id) << "a foreign branch can not be asked for";
  EXPECT_EQ(FilterFor({.list = "to_issue"}, clerk, today)->branch_id, std::nullopt);
  EXPECT_EQ(FilterFor({.list = "drafts"}, clerk, today)->operator_id, clerk.user_id);
  EXPECT_EQ(FilterFor({.list = "processing"}, clerk, today)->executor_or_free, clerk.user_id);
  EXPECT_TRUE(FilterFor({.list = "archive"}, clerk, today)->recent_first);
  EXPECT_TRUE(FilterFor({.list = "all", .typed = "Петрова"}, clerk, today)->recent_first);
  EXPECT_FALSE(all->recent_first);
  EXPECT_EQ(FilterFor({.list = "all", .overdue = true}, clerk, today)->planned_until,
            ParseDate("2026-11-19"));
  EXPECT_EQ(FilterFor({.list = "nothing"}, clerk, today).refusal().code, "input.invalid");
  clerk.branch_id.reset();
  EXPECT_THAT(FilterFor({.list = "all"}, clerk, today)->statuses, IsEmpty());
  clerk.whole_organization = true;
  EXPECT_EQ(FilterFor({.list = "all", .branch_id = other_branch}, clerk, today)->branch_id,
            other_branch);
}

TEST(ParseDraft, TakesPartsAndKeepsTheirShapeInBounds) {
  const auto input =
      ParseDraft({{"form", {{"a", 1}}},
                  {"representative", nullptr},
                  {"consent", true},
                  {"marks", {{{"item", "passport"}, {"given", true}, {"sheets", 2}}}}});
  ASSERT_TRUE(input);
  EXPECT_TRUE(input->representative->is_null());
  EXPECT_THAT(input->marks, ElementsAre(Mark{.item = "passport", .given = true, .sheets = 2}));
  EXPECT_FALSE(ParseDraft(Json::object())->form.has_value());

  EXPECT_EQ(ParseDraft({{"representative", {{"last_name", 5}}}}).refusal().fields.front().pointer,
            "/representative/last_name");

  Json deep = 1;
  for (int i = 0; i < 20; ++i) deep = Json{{"x", deep}};
  EXPECT_EQ(ParseDraft({{"form", deep}}).refusal().fields.front().code,
            "applications.form_too_deep");
  EXPECT_EQ(
      ParseDraft({{"form", {{"x", std::string(200'000, 'x')}}}}).refusal().fields.front().code,
      "applications.form_too_large");
  EXPECT_THAT(ParseDraft({{"marks", {{{"item", ""}, {"form", "stone"}, {"sheets", -1}}}}, {"x", 1}})
                  .refusal()
                  .fields,
              SizeIs(4));
}

}  // namespace
}  // namespace okno::applications::rules
