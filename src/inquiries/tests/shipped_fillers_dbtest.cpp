// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "bureau.h"
#include "message_types/registry.h"

// «Заполнить по СНИЛС» over the message types the program brings: whatever document a person has,
// the СНИЛС can be asked for.
namespace okno::inquiries {
namespace {

using testing::Bureau;

struct Case {
  std::string kind, series, number;
};
const Case kDocuments[] = {
    {"passport_rf", "7725", "123456"},        {"birth_certificate", "II-МЮ", "123456"},
    {"foreign_passport_rf", "77", "1234567"}, {"temporary_identity_card", "", "12345"},
    {"military_id", "АВ", "1234567"},         {"foreign_document", "", "C01X00T47"},
    {"residence_permit", "82", "1234567"},    {"refugee_certificate", "А", "12345"},
};

Json Person(const Case& document) {
  return {{"last_name", "Петрова"},
          {"first_name", "Мария"},
          {"birth_date", "1980-03-12"},
          {"sex", "female"},
          {"identity_document",
           {{"kind", document.kind},
            {"series", document.series},
            {"number", document.number},
            {"issue_date", "2025-04-01"},
            {"issued_by", "ОВД"}}}};
}

class ShippedFillers : public ::testing::Test {
 protected:
  ShippedFillers() { bureau.ConnectToBus(); }
  // The type that was asked, or why none was.
  std::string Ask(const Json& person) {
    const auto view =
        AskAboutPerson(services, bureau.As("operator"),
                       {.applicant_id = {}, .person = person, .type = {}}, Bureau::Key());
    if (view) return view->inquiry.type_name;
    auto why = view.refusal().code;
    for (const auto& field : view.refusal().fields) why += " " + field.pointer + " " + field.code;
    return why;
  }

  Bureau bureau;
  std::unique_ptr<message_types::Registry> types =
      message_types::OpenRegistry(bureau.db, OKNO_SOURCE_DIR "/content", bureau.clock.Now());
  Services services{.db = bureau.db,
                    .files = *bureau.files,
                    .clock = bureau.clock,
                    .texts = bureau.texts,
                    .types = *types,
                    .data_folder = bureau.folder,
                    .find_case = {}};
};

TEST_F(ShippedFillers, AskForTheSnilsWithEveryDocument) {
  for (const auto& document : kDocuments) {
    EXPECT_EQ(Ask(Person(document)), "snils-by-additional-data") << document.kind;
  }
}

TEST_F(ShippedFillers, AskWithoutTheDocumentWhenTheCardKnowsTooLittleOfIt) {
  for (const auto& document : kDocuments) {
    auto person = Person(document);
    person["identity_document"].erase("issue_date");
    person["identity_document"].erase("issued_by");
    EXPECT_TRUE(Ask(person).starts_with("snils-by-")) << document.kind << ": " << Ask(person);
  }
}

TEST_F(ShippedFillers, OfACardWithNothingInItAskForWhatThatKindOfApplicantHas) {
  EXPECT_EQ(Ask({{"kind", "person"}}),
            "input.invalid /person/last_name field.required /person/first_name field.required "
            "/person/birth_date field.required /person/sex field.required");
  EXPECT_EQ(Ask(Json::object()), Ask({{"kind", "person"}}));
  EXPECT_EQ(Ask({{"kind", "entrepreneur"}}), "input.invalid /person/ogrn field.required");
  EXPECT_EQ(Ask({{"kind", "legal_entity"}}), "input.invalid /person/ogrn field.required");
  EXPECT_EQ(Ask({{"kind", "legal_entity"}, {"ogrn", "1027700132195"}}), "egrul-extract");
  EXPECT_EQ(Ask({{"kind", "entrepreneur"}, {"ogrn", "304500116000157"}}), "egrip-extract");
}

TEST_F(ShippedFillers, OfEachKindAreTheOnesWhoseAnswerTheCardHasRoomFor) {
  std::map<std::string, std::set<std::string>> kinds;
  for (const auto& filler : ListCardFillers(services)) kinds[filler.type.name] = filler.kinds;
  const std::set<std::string> people{"person", "entrepreneur"};
  EXPECT_EQ(kinds["snils-by-data"], people);
  EXPECT_EQ(kinds["snils-by-additional-data"], people);
  EXPECT_EQ(kinds["egrip-extract"], std::set<std::string>{"entrepreneur"});
  EXPECT_EQ(kinds["egrul-extract"], std::set<std::string>{"legal_entity"});
}

}  // namespace
}  // namespace okno::inquiries
