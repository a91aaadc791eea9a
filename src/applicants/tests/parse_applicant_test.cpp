// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "applicants/applicant.h"
#include "applicants/card_members.h"
#include "logic/rules/identity_documents.h"

namespace okno::applicants {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Date kToday{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)};

Json Person() {
  return {{"kind", "person"},
          {"last_name", "Иванова"},
          {"first_name", "Анна"},
          {"middle_name", "Петровна"},
          {"birth_date", "1980-03-12"},
          {"sex", "female"},
          {"citizenship", "RUS"},
          {"snils", "112-233-445 95"},
          {"identity_document",
           {{"kind", "passport_rf"},
            {"series", "45 08"},
            {"number", "123456"},
            {"issued_by", "ОВД района Заречье"},
            {"issuer_code", "770-001"},
            {"issue_date", "2025-04-01"}}},
          {"phone", "8 (912) 345-67-89"}};
}

Json Entity() {
  return {{"kind", "legal_entity"},
          {"full_name", "Общество с ограниченной ответственностью «Ромашка»"},
          {"short_name", "ООО «Ромашка»"},
          {"inn", "7707083893"},
          {"ogrn", "1027700132195"},
          {"kpp", "770701001"}};
}

std::vector<std::string> WrongFields(const Json& input) {
  const auto parsed = ParseApplicant(input, kToday);
  std::vector<std::string> wrong;
  if (parsed) return wrong;
  for (const auto& field : parsed.refusal().fields)
    wrong.push_back(field.pointer + " " + field.code);
  return wrong;
}

TEST(ParseApplicant, KeepsStoredFormsOfWhatWasTyped) {
  const auto card = ParseApplicant(Person(), kToday);
  ASSERT_TRUE(card);
  EXPECT_EQ(card->snils, "11223344595");
  EXPECT_EQ(card->phone, "+79123456789");
  EXPECT_EQ(card->identity_document->series, "4508");
  EXPECT_EQ(card->identity_document->issuer_code, "770001");
  EXPECT_EQ(card->DisplayName(), "Иванова Анна Петровна");
  EXPECT_EQ(card->ShortName(), "Иванова А. П.");
  EXPECT_EQ(card->MaskedDocument(), "паспорт •• •• •••456");
}

TEST(ParseApplicant, ReadsAnEntity) {
  const auto card = ParseApplicant(Entity(), kToday);
  ASSERT_TRUE(card);
  EXPECT_EQ(card->ShortName(), "ООО «Ромашка»");
}

TEST(ParseApplicant, WrittenCardReadsBackAsItself) {
  auto json = ParseApplicant(Person(), kToday)->ToJson();
  for (const auto* key : {"id", "display_name", "version", "created_at", "updated_at"})
    json.erase(key);
  const auto again = ParseApplicant(json, kToday);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->ToJson().dump(), ParseApplicant(Person(), kToday)->ToJson().dump());
}

struct WrongCase {
  const char* what;
  Json patch;  // merged into a right card
  std::string wrong;
};

TEST(ParseApplicant, NamesTheWrongField) {
  const std::vector<WrongCase> cases = {
      {"check digits of SNILS", {{"snils", "112-233-445 96"}}, "/snils snils.check_digits"},
      {"check digits of INN", {{"inn", "500100732250"}}, "/inn inn.check_digits"},
      {"an entity's INN", {{"inn", "7707083893"}}, "/inn inn.format"},
      {"digits in a name", {{"last_name", "Иванова2"}}, "/last_name person_name.format"},
      {"no name", {{"first_name", " "}}, "/first_name field.required"},
      {"born tomorrow", {{"birth_date", "2026-11-24"}}, "/birth_date field.date_in_future"},
      {"no such day", {{"birth_date", "1980-02-30"}}, "/birth_date field.date"},
      {"no such sex", {{"sex", "x"}}, "/sex field.enum"},
      {"an entity's field", {{"full_name", "ООО"}}, "/full_name applicants.field_of_other_kind"},
      {"an unknown field", {{"lastname", "x"}}, "/lastname field.unknown"},
      {"passport digits",
       {{"identity_document", {{"number", "12345"}}}},
       "/identity_document/number passport.format"},
      {"no issuer code",
       {{"identity_document", {{"issuer_code", ""}}}},
       "/identity_document/issuer_code field.required"},
      {"issued in the future",
       {{"identity_document", {{"issue_date", "2026-12-01"}}}},
       "/identity_document/issue_date field.date_in_future"},
      {"phone", {{"phone", "12"}}, "/phone phone.format"},
      {"email", {{"email", "anna@"}}, "/email email.format"},
  };
  for (const auto& wrong : cases) {
    auto input = Person();
    input.merge_patch(wrong.patch);
    EXPECT_THAT(WrongFields(input), testing::Contains(wrong.wrong)) << wrong.what;
  }
}

TEST(ParseApplicant, TakesTheMembersThatItsKindHasAndNoOthers) {
  const std::pair<const char*, ApplicantKind> kinds[] = {
      {"person", ApplicantKind::kPerson},
      {"entrepreneur", ApplicantKind::kEntrepreneur},
      {"legal_entity", ApplicantKind::kLegalEntity}};
  const char* members[] = {"snils",      "inn",       "ogrn",          "kpp",         "last_name",
                           "first_name", "full_name", "head_position", "citizenship", "sex",
                           "short_name", "phone",     "birth_place"};
  for (const auto& [word, kind] : kinds) {
    for (const auto* member : members) {
      const auto wrong = WrongFields({{"kind", word}, {member, "1"}});
      const auto foreign = std::string("/") + member + " applicants.field_of_other_kind";
      EXPECT_EQ(std::ranges::find(wrong, foreign) == wrong.end(), HasMember(kind, member))
          << word << " " << member;
    }
  }
  EXPECT_TRUE(HasMember(ApplicantKind::kPerson, "identity_document/number"));
  EXPECT_FALSE(HasMember(ApplicantKind::kLegalEntity, "identity_document.number"));
  EXPECT_FALSE(HasMember(ApplicantKind::kPerson, "Cadastral"));
}

TEST(ParseApplicant, NamesAllWrongFieldsAtOnce) {
  auto input = Person();
  input["snils"] = "1";
  input["phone"] = "1";
  input["identity_document"]["number"] = "1";
  EXPECT_THAT(WrongFields(input), ElementsAre("/snils snils.format", "/phone phone.format",
                                              "/identity_document/number passport.format"));
}

TEST(ParseApplicant, WantsTheRegisterNumbersOfBusiness) {
  auto entity = Entity();
  entity.erase("inn");
  entity["ogrn"] = "1027700132196";
  EXPECT_THAT(WrongFields(entity), ElementsAre("/inn field.required", "/ogrn ogrn.check_digits"));
  auto entrepreneur = Person();
  entrepreneur["kind"] = "entrepreneur";
  EXPECT_THAT(WrongFields(entrepreneur),
              ElementsAre("/inn field.required", "/ogrn field.required"));
}

struct PassportCase {
  const char* born;
  const char* issued;
  const char* today;
  const char* wrong;
};

TEST(JudgePassport, FollowsTheAges) {
  const PassportCase cases[] = {
      {"2000-05-10", "2014-05-09", "2014-06-01", "passport.before_14"},
      {"2000-05-10", "2014-05-10", "2014-06-01", ""},
      {"2000-05-10", "2014-06-01", "2020-08-08", ""},  // 90 days after the birthday, the last one
      {"2000-05-10", "2014-06-01", "2020-08-09", "passport.replaced_at_20"},
      {"2000-05-10", "2020-05-10", "2045-05-09", ""},
      {"1980-03-12", "2024-04-01", "2025-06-10", ""},
      {"1980-03-12", "2024-04-01", "2025-06-11", "passport.replaced_at_45"},
      {"1980-03-12", "2025-03-12", "2060-01-01", ""},
      {"2004-02-29", "2018-03-01", "2018-03-02",
       ""},  // 29 February: 14 on the 28th of a common year
      {"2004-02-29", "2018-02-27", "2018-03-02", "passport.before_14"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(rules::JudgePassport(*ParseDate(c.born), *ParseDate(c.issued), *ParseDate(c.today)),
              c.wrong)
        << c.born << ' ' << c.issued << ' ' << c.today;
  }
}

TEST(ParseApplicant, TakesABirthCertificateOfAChild) {
  auto child = Person();
  child["birth_date"] = "2020-01-15";
  child["identity_document"] = {
      {"kind", "birth_certificate"}, {"series", "II-МЮ"}, {"number", "123456"}};
  EXPECT_THAT(WrongFields(child), IsEmpty());
  const auto card = ParseApplicant(child, kToday);
  EXPECT_EQ(card->identity_document->series, "II-МЮ");
  EXPECT_EQ(card->MaskedDocument(), "свидетельство о рождении •••456");
}

TEST(ParseApplicant, ACertificateOfBirthProvesNobodyGrown) {
  auto person = Person();
  person["identity_document"] = {
      {"kind", "birth_certificate"}, {"series", "II-МЮ"}, {"number", "123456"}};
  const Date last_day = std::chrono::sys_days(kToday) - std::chrono::days(90);  // of grace
  person["birth_date"] = FormatDate(last_day - std::chrono::years(14));
  EXPECT_THAT(WrongFields(person), IsEmpty());
  person["birth_date"] = FormatDate(Date(std::chrono::sys_days(last_day) - std::chrono::days(1)) -
                                    std::chrono::years(14));
  EXPECT_THAT(WrongFields(person),
              ::testing::ElementsAre(
                  "/identity_document/kind document.birth_certificate_after_14"));
}

}  // namespace
}  // namespace okno::applicants
