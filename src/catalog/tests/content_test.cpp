// SPDX-License-Identifier: Apache-2.0
#include "catalog/content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "catalog/forms.h"

namespace okno::catalog {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const std::string kContent = OKNO_SOURCE_DIR "/content";

const std::vector<Service>& Shipped() {
  static const auto services = ReadServices(kContent);
  return services;
}

TEST(ShippedContent, HasTheServicesOfTheMainRoad) {
  std::vector<std::string> codes;
  for (const auto& service : Shipped()) codes.push_back(service.code);
  EXPECT_THAT(codes, ::testing::IsSupersetOf({"unified-allowance", "veteran-monthly-payment",
                                              "large-family-certificate", "housing-subsidy",
                                              "birth-registration", "passport-rf",
                                              "real-estate-registration", "egrn-extract",
                                              "housing-queue", "kindergarten-enrollment"}));
  EXPECT_GE(codes.size(), 12U);
}

TEST(ShippedContent, EveryServiceIsDescribedInFull) {
  for (const auto& service : Shipped()) {
    SCOPED_TRACE(service.code);
    EXPECT_THAT(service.legal_basis, Not(IsEmpty()));
    EXPECT_THAT(service.result, Not(IsEmpty()));
    EXPECT_THAT(service.refusal_grounds, Not(IsEmpty()));
    EXPECT_THAT(service.stages, Not(IsEmpty()));
    EXPECT_GE(service.form.at("x-order").size(), 10U);
    EXPECT_GE(service.checklist.size(), 5U);
    EXPECT_LE(service.short_name.size(), 100U);
    EXPECT_GT(service.term.amount, 0);
  }
}

TEST(ShippedContent, OnlyServicesOfTheTwoAgenciesOfTheInstallationGoElectronically) {
  for (const auto& service : Shipped()) {
    const bool here = service.agency_code == "msz" || service.agency_code == "rosreestr";
    EXPECT_EQ(service.electronic, here) << service.code;
    EXPECT_EQ(service.message_type, here ? "center-application" : "") << service.code;
  }
}

TEST(ShippedContent, AnEmptyFormOfEveryServiceIsRefusedFieldByField) {
  const Date today = std::chrono::year(2026) / 11 / 23;
  for (const auto& service : Shipped()) {
    const auto errors = ValidateForm(service.form, Json::object(), today);
    EXPECT_GE(errors.size(), 3U) << service.code;
    for (const auto& error : errors) EXPECT_NE(error.code, "field.unknown") << error.pointer;
  }
}

TEST(ShippedContent, NoChecklistDemandsWhatCanBeInquired) {
  for (const auto& service : Shipped()) {
    for (const auto& rule : ChecklistFor(service, Json::object(), {{"kind", "person"}})) {
      EXPECT_NE(rule.need, Need::kConditional) << service.code << " " << rule.code;
    }
  }
}

TEST(ShippedContent, ReferenceBooksAreComplete) {
  const auto books = LoadReferenceBooks(kContent);
  const auto size = [&](const std::string& code) {
    const auto book = std::ranges::find(books, code, &ReferenceBook::code);
    return book == books.end() ? 0U : book->items.size();
  };
  EXPECT_EQ(size("countries"),
            251U);  // ISO 3166-1 has 249; the Russian classifier adds Abkhazia and South Ossetia
  EXPECT_EQ(size("regions"), 89U);
  EXPECT_EQ(size("identity_documents"), 8U);
}

// A content folder with one service, made from a small right one by replacing a part of its text.
class BrokenContent {
 public:
  BrokenContent(const std::string& from, const std::string& to, const std::string& also_from = {},
                const std::string& also_to = {}) {
    auto text = kSmall;
    Replace(text, from, to);
    Replace(text, also_from, also_to);
    std::filesystem::create_directories(folder_ / "services");
    std::filesystem::create_directories(folder_ / "reference");
    std::ofstream(folder_ / "services/small.yaml") << text;
  }
  ~BrokenContent() { std::filesystem::remove_all(folder_); }

  static void Replace(std::string& text, const std::string& from, const std::string& to) {
    if (from.empty()) return;
    const auto place = text.find(from);
    if (place == std::string::npos) throw std::logic_error("the small service has no: " + from);
    text.replace(place, from.size(), to);
  }

  std::string Complaint() const {
    try {
      (void)ReadServices(folder_.string());
      return "";
    } catch (const ContentError& error) {
      return error.what();
    }
  }

 private:
  static constexpr const char* kText = R"(code: small
name: Услуга
short_name: Услуга
description: Описание
agency: { code: a, name: А }
applicant_kinds: [person]
electronic: false
term: { working_days: 3 }
counted_from: agency
fee: нет
legal_basis: [закон]
result: [решение]
refusal_grounds: [причина]
stages: [{ name: шаг, term: { hours: 2 } }]
form:
  sections:
    - code: main
      title: Главное
      fields:
        kind: { title: Вид, choices: { a: А, b: Б } }
        text: { title: Текст, when: { kind: a }, required: true }
        from: { title: С, type: date, latest: today }
        to: { title: По, type: date, not_before: from }
checklist:
  - { code: paper, title: Бумага, need: conditional, form: copy, when: { form.kind: b } }
)";
  const std::string kSmall = kText;
  std::filesystem::path folder_ =
      std::filesystem::path(::testing::TempDir()) / ("okno-content-" + Uuid::NewV7().ToString());
};

TEST(Content, TheSmallServiceIsRight) { EXPECT_EQ(BrokenContent("", "").Complaint(), ""); }

TEST(Content, BrokenFilesAreNamedWithLineAndReason) {
  struct {
    const char *from, *to, *complaint;
  } const cases[] = {
      {"fee: нет", "fee: нет\ntitel: x", "services/small.yaml:11: unknown key 'titel'"},
      {"fee: нет", "fees: нет", "'fee' is missing"},
      {"fee: нет", "fee: ", "the text is empty"},
      {"code: small", "code: Small One", "not a slug"},
      {"working_days: 3", "working_days: three", "services/small.yaml:8: a whole number"},
      {"working_days: 3", "weeks: 3", "the term has no number"},
      {"working_days: 3", "working_days: 3, hours: 2", "a term has one unit"},
      {"electronic: false", "electronic: true", "'message_type' is missing"},
      {"electronic: false", "electronic: maybe", "true or false"},
      {"applicant_kinds: [person]", "applicant_kinds: [people]", "'people' is not known here"},
      {"counted_from: agency", "counted_from: agency\ncounted_from: center", "given twice"},
      {"fee: нет", "fee: нет\ntakes_overdue_document: sometimes", "true or false"},
      {"applicant_kinds: [person]",
       "applicant_kinds: [person, legal_entity]\ntakes_overdue_document: true",
       "an organization has no such document"},
      {"legal_basis: [закон]", "legal_basis: закон", "a list is expected"},
      {"title: Вид, choices", "titel: Вид, choices", "'title' is missing"},
      {"a: А, b: Б", "a: А", "a choice of less than two"},
      {"when: { kind: a }", "when: { kind: c }", "the field never has the value \"c\""},
      {"when: { kind: a }", "when: { kindd: a }", "names 'kindd', which is no field before"},
      {"when: { kind: a }", "when: { to: a }", "names 'to', which is no field before"},
      {"when: { kind: a }", "when: { has: { kind: a } }", "'has' wants a field of several"},
      {"when: { form.kind: b }", "when: { form.knd: b }", "names 'knd'"},
      {"when: { form.kind: b }", "when: { kind: b }", "names 'kind'"},
      {"need: conditional", "need: required", "a required document has no condition"},
      {"need: conditional, form: copy, when: { form.kind: b }", "need: conditional, form: copy",
       "'when' is missing"},
      {"form: copy", "form: scan", "'scan' is not known here"},
      {"type: date, latest: today", "type: day", "there is no type 'day'"},
      {"latest: today", "latest: tomorrow", "neither a day nor"},
      {"not_before: from", "not_before: text", "is no field of this kind"},
      {"title: Текст,", "title: Текст, format: passport,", "there is no format 'passport'"},
      {"title: Текст,", "title: Текст, pattern: '(?=a)',", "pattern"},
      {"title: Текст,", "title: Текст, pattern: '[a',", "the pattern can not be read"},
      {"title: Текст,", "title: Текст, max_length: 5000,", "longer than any text"},
      {"title: Текст,", "title: Текст, prefill: card.name,", "is not of the card"},
      {"title: Текст,", "title: Текст, width: wide,", "a value not known here"},
      {"title: Текст,", "title: Текст, reference: planets,", "no reference book 'planets'"},
      {"title: Текст,", "title: Текст, rows: { title: Р, fields: {} },", "there are no fields"},
      {"kind: { title", "Kind: { title", "a field's name is lower_case"},
      {"name: Услуга", "name: [Услуга", "services/small.yaml:"},
  };
  for (const auto& c : cases) {
    EXPECT_THAT(BrokenContent(c.from, c.to).Complaint(), HasSubstr(c.complaint)) << c.to;
  }
}

// Whom an inquiry asks about is told by the content, so a slip there must not pass.
TEST(Content, WhoIsAskedAboutIsAPlaceOfTheFormThatNamesAPerson) {
  const std::string family =
      "family: { title: Семья, rows: { title: Ребёнок, fields: { last_name: { title: Ф }, "
      "first_name: { title: И }, birth_date: { title: Д, type: date }, own: { title: С, type: "
      "yes_no } } } }\n        to: {";
  const struct {
    const char *need, *about, *complaint;
  } cases[] = {
      {"inquiry", "form.family", ""},
      {"optional", "[applicant, form.family]", ""},
      {"inquiry", "{ form.family: { own: true } }", ""},
      {"inquiry", "form.children", "services/small.yaml:26: 'form.children' is no group and no"},
      {"inquiry", "form.kind", "'form.kind' is no group and no rows"},
      {"inquiry", "form", "'form' can not be asked about: it has no 'last_name'"},
      {"inquiry", "family", "'family' is neither the applicant nor a place of the form"},
      {"inquiry", "{ form.family: { own: maybe } }", "the field never has the value"},
      {"inquiry", "{ form.family: { age: 3 } }", "names 'age', which is no field"},
      {"inquiry", "{ applicant: { sex: male } }", "'applicant' is neither the applicant nor"},
      {"inquiry", "[]", "'about' names nobody"},
      {"required", "form.family", "nobody asks for a document that the applicant brings"}};
  for (const auto& [need, about, complaint] : cases) {
    const auto rule = std::string("checklist:\n  - { code: births, title: Р, form: copy, need: ") +
                      need + ", about: " + about + " }\n";
    const BrokenContent content("to: {", family, "checklist:\n", rule);
    if (*complaint == '\0') {
      EXPECT_EQ(content.Complaint(), "") << about;
    } else {
      EXPECT_THAT(content.Complaint(), HasSubstr(complaint)) << about;
    }
  }
}

TEST(Content, WhichRecordAnAnswerMustHoldIsSaidOfWhatAgenciesAreAskedFor) {
  const struct {
    const char *need, *record, *complaint;
  } cases[] = {{"inquiry", "birth", ""},
               {"optional", "[marriage, divorce]", ""},
               {"inquiry", "[]", "'record' names none"},
               {"required", "birth", "nobody asks for a document that the applicant brings"}};
  for (const auto& [need, record, complaint] : cases) {
    const auto rule = std::string("checklist:\n  - { code: births, title: Р, form: copy, need: ") +
                      need + ", record: " + record + " }\n";
    const BrokenContent content("checklist:\n", rule);
    if (*complaint == '\0') {
      EXPECT_EQ(content.Complaint(), "") << record;
    } else {
      EXPECT_THAT(content.Complaint(), HasSubstr(complaint)) << record;
    }
  }
}

TEST(Content, AFolderThatIsNotThereIsNamed) {
  EXPECT_THROW((void)ReadServices("/nowhere"), ContentError);
}

TEST(Content, TheNotationBecomesJsonSchema) {
  const auto& service = *std::ranges::find(Shipped(), "housing-subsidy", &Service::code);
  const auto& fields = service.form.at("properties");
  EXPECT_EQ(
      fields.at("property_registered").at("x-visible-when"),
      Json::parse(R"({"required": ["tenure"], "properties": {"tenure": {"const": "owner"}}})"));
  EXPECT_EQ(fields.at("monthly_payment").at("maximum"), 100000000);  // kopecks
  EXPECT_EQ(fields.at("members").at("items").at("x-order").at(0), "last_name");
  EXPECT_EQ(fields.at("members").at("x-section"), "family");
  EXPECT_FALSE(fields.at("members").at("items").at("properties").at("snils").contains("x-section"));
  EXPECT_EQ(service.term.text, "10 рабочих дней");
}

}  // namespace
}  // namespace okno::catalog
