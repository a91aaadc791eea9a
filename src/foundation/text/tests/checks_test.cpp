// SPDX-License-Identifier: Apache-2.0
#include "text/checks.h"

#include <gtest/gtest.h>

namespace okno::text {
namespace {

struct Good {
  std::string_view typed, value, formatted;
};
struct Bad {
  std::string_view typed, code;
};

template <typename Checked>
void ExpectGood(std::initializer_list<Good> cases) {
  for (const auto& [typed, value, formatted] : cases) {
    const auto parsed = Checked::Parse(typed);
    ASSERT_TRUE(parsed) << typed << ": " << parsed.refusal().code;
    EXPECT_EQ(parsed->value(), value);
    EXPECT_EQ(parsed->formatted(), formatted);
    EXPECT_EQ(Checked::Parse(formatted).value(), *parsed) << "what is shown can be typed back";
  }
}

template <typename Checked>
void ExpectBad(std::initializer_list<Bad> cases) {
  for (const auto& [typed, code] : cases) {
    const auto parsed = Checked::Parse(typed);
    ASSERT_FALSE(parsed) << typed;
    EXPECT_EQ(parsed.refusal().code, code) << typed;
    EXPECT_EQ(parsed.refusal().kind, RefusalKind::kInvalid);
  }
}

TEST(Snils, IsReadWithItsCheckDigits) {
  ExpectGood<Snils>({
      {"112-233-445 95", "11223344595", "112-233-445 95"},
      {"11223344595", "11223344595", "112-233-445 95"},
      {" № 112 233 445 95 ", "11223344595", "112-233-445 95"},
      {"087-654-302 00", "08765430200", "087-654-302 00"},  // sum 100
      {"087-654-303 00", "08765430300", "087-654-303 00"},  // sum 101
      {"001-001-998 77", "00100199877", "001-001-998 77"},  // not judged
  });
  ExpectBad<Snils>({{"", "snils.format"},
                    {"1122334459", "snils.format"},
                    {"112233445955", "snils.format"},
                    {"112-233-445 9x", "snils.format"},
                    {"000-000-000 00", "snils.format"},
                    {"112-233-445 96", "snils.check_digits"},
                    {"121-233-445 95", "snils.check_digits"},
                    {"001-001-999 00", "snils.check_digits"}});
}

TEST(Inn, IsReadForOrganizationsAndPersons) {
  ExpectGood<Inn>({{"7707083893", "7707083893", "7707083893"},
                   {"7830002293", "7830002293", "7830002293"},
                   {"7710474375", "7710474375", "7710474375"},
                   {"5001 0073 2259", "500100732259", "500100732259"}});
  EXPECT_TRUE(Inn::Parse("500100732259")->of_person());
  EXPECT_FALSE(Inn::Parse("7707083893")->of_person());
  ExpectBad<Inn>({{"77070838931", "inn.format"},
                  {"0000000000", "inn.format"},
                  {"000000000000", "inn.format"},
                  {"7707083894", "inn.check_digits"},
                  {"500100732258", "inn.check_digits"},
                  {"500100732269", "inn.check_digits"}});
}

TEST(Ogrn, IsReadWithItsCheckDigit) {
  ExpectGood<Ogrn>({{"1027700132195", "1027700132195", "1027700132195"},
                    {"1 04 77 02 026701", "1047702026701", "1047702026701"}});
  ExpectBad<Ogrn>({{"102770013219", "ogrn.format"},
                   {"3027700132195", "ogrn.format"},
                   {"1027700132196", "ogrn.check_digits"}});
}

TEST(Ogrnip, IsReadWithItsCheckDigit) {
  ExpectGood<Ogrnip>({{"304500116000157", "304500116000157", "304500116000157"}});
  ExpectBad<Ogrnip>({{"30450011600015", "ogrnip.format"},
                     {"104500116000157", "ogrnip.format"},
                     {"304500116000158", "ogrnip.check_digits"}});
}

TEST(PassportRf, IsASeriesAndANumber) {
  ExpectGood<PassportRf>({{"4508 123456", "4508123456", "45 08 123456"},
                          {"45 08 № 123456", "4508123456", "45 08 123456"}});
  EXPECT_EQ(PassportRf::Parse("4508123456")->series(), "4508");
  EXPECT_EQ(PassportRf::Parse("4508123456")->number(), "123456");
  ExpectBad<PassportRf>({{"450812345", "passport.format"},
                         {"0000000000", "passport.format"},
                         {"4508 I23456", "passport.format"}});
}

TEST(IssuerCode, HasSixDigits) {
  ExpectGood<IssuerCode>({{"770001", "770001", "770-001"}, {"770–001", "770001", "770-001"}});
  ExpectBad<IssuerCode>({{"77001", "issuer_code.format"}, {"770-0O1", "issuer_code.format"}});
}

TEST(BirthCertificate, TakesLookAlikeLettersForTheRightOnes) {
  ExpectGood<BirthCertificate>({
      {"II-МЮ 123456", "II-МЮ 123456", "II-МЮ 123456"},
      {"ii-мю № 123456", "II-МЮ 123456", "II-МЮ 123456"},
      {"ХI-СВ-654321", "XI-СВ 654321", "XI-СВ 654321"},     // Cyrillic Х in the numeral
      {"III-CB 654321", "III-СВ 654321", "III-СВ 654321"},  // Latin letters after it
      {"IVБА123456", "IV-БА 123456", "IV-БА 123456"},
  });
  EXPECT_EQ(BirthCertificate::Parse("II-МЮ 123456")->digits(), "123456");
  constexpr auto kCode = "birth_certificate.format";
  ExpectBad<BirthCertificate>({{"", kCode},
                               {"II-МЮ 12345", kCode},
                               {"II-МЮ 1234567", kCode},
                               {"МЮ 123456", kCode},
                               {"IIII-МЮ 123456", kCode},
                               {"IXX-МЮ 123456", kCode},
                               {"II-М1 123456", kCode},
                               {"II-QЮ 123456", kCode},
                               {"2-МЮ 123456", kCode}});
}

TEST(Phone, IsNormalisedFromFreeTyping) {
  for (auto typed : {"+79123456789", "89123456789", "79123456789", "9123456789",
                     "8 (912) 345-67-89", "+7 912 345–67–89", "8.912.345.67.89"}) {
    ExpectGood<Phone>({{typed, "+79123456789", "+7 912 345-67-89"}});
  }
  ExpectGood<Phone>({{"8 (812) 123-45-67", "+78121234567", "+7 812 123-45-67"},
                     {"+375 29 123 45 67", "+375291234567", "+375291234567"},
                     {"+49 30 901820", "+4930901820", "+4930901820"}});
  EXPECT_TRUE(Phone::Parse("89123456789")->russian());
  EXPECT_FALSE(Phone::Parse("+375291234567")->russian());
  for (auto typed :
       {"", "+", "112", "345-67-89", "+7 912 345-67-8", "+7 912 345-67-890", "+7 012 345-67-89",
        "891234567890", "8912345678a", "++79123456789", "+0 123 4567890", "8+9123456789"}) {
    ExpectBad<Phone>({{typed, "phone.format"}});
  }
}

TEST(Email, IsSane) {
  ExpectGood<Email>({{" Ivanova@Example.RU ", "Ivanova@example.ru", "Ivanova@example.ru"},
                     {"a.b+c@mail.example.com", "a.b+c@mail.example.com", "a.b+c@mail.example.com"},
                     {"иван@Почта.РФ", "иван@почта.рф", "иван@почта.рф"}});
  for (auto typed :
       {"", "ivanova", "@example.ru", "ivanova@", "ivanova@example", "a b@example.ru",
        "a@@example.ru", "a..b@example.ru", ".a@example.ru", "a@-example.ru", "a@example..ru",
        "a@127.0.0.1", "a@example.r", "a@exa mple.ru", "a<b>@example.ru", "a\n@example.ru"}) {
    ExpectBad<Email>({{typed, "email.format"}});
  }
  ExpectBad<Email>({{std::string(65, 'a') + "@example.ru", "email.format"}});
}

}  // namespace
}  // namespace okno::text
