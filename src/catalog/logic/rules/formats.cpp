// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/formats.h"

#include <algorithm>
#include <stdexcept>

#include "catalog/forms.h"
#include "logic/rules/letters.h"
#include "text/checks.h"
#include "text/strings.h"
#include "time/time.h"

namespace okno::catalog {
namespace {

using Reading = Result<std::string>;

Reading Wrong(std::string code) { return Refusal::Invalid(std::move(code)); }

template <typename Checked>
Reading Parsed(std::string_view typed) {
  auto checked = Checked::Parse(typed);
  if (!checked) return checked.refusal();
  return checked->value();
}

// What people put between the characters of a number taken out.
std::string Condensed(std::string_view typed) {
  std::wstring kept;
  for (const auto c : Widen(typed)) {
    if (!IsWhiteSpace(c) && !IsDash(c) && c != L'№') kept.push_back(ToUpper(c));
  }
  return Narrow(kept);
}

std::string WithoutBlanks(std::string_view typed) {
  std::wstring kept;
  for (const auto c : Widen(typed)) {
    if (!IsWhiteSpace(c)) kept.push_back(c);
  }
  return Narrow(kept);
}

Reading Fitting(std::string text, std::string_view pattern, std::string code) {
  if (!Matches(pattern, text)) return Wrong(std::move(code));
  return text;
}

Reading Digits(std::string_view typed, std::string_view pattern, std::string code) {
  auto digits = Condensed(typed);
  if (digits.find_first_not_of('0') == std::string::npos) return Wrong(std::move(code));
  return Fitting(std::move(digits), pattern, std::move(code));
}

Reading Day(std::string_view typed) {
  const auto day = typed.size() == 10 ? ParseDate(typed) : std::nullopt;
  const auto year = day ? static_cast<int>(day->year()) : 0;
  if (year < 1800 || year > 2199) return Wrong("field.date");
  return std::string(typed);
}

Reading InnOf(std::string_view typed, bool person) {
  auto inn = text::Inn::Parse(typed);
  if (!inn) return inn.refusal();
  if (inn->of_person() != person) return Wrong(person ? "inn.person" : "inn.entity");
  return inn->value();
}

// The foundation reads series and number together; a number is lent to the series alone.
Reading CertificateSeries(std::string_view typed) {
  const auto whole = text::BirthCertificate::Parse(std::string(typed) + " 000001");
  if (!whole) return Wrong("birth_certificate_series.format");
  return whole->value().substr(0, whole->value().rfind(' '));
}

Reading VehicleNumber(std::string_view typed) {
  auto letters = Widen(WithoutBlanks(typed));
  for (auto& c : letters) c = LatinToCyrillic(ToUpper(c));
  return Fitting(Narrow(letters), "^[АВЕКМНОРСТУХ]\\d{3}[АВЕКМНОРСТУХ]{2}\\d{2,3}$",
                 "vehicle_number.format");
}

bool IsLetter(wchar_t c) {
  return (c >= L'A' && c <= L'Z') || (c >= L'a' && c <= L'z') || (c >= L'А' && c <= L'я') ||
         c == L'Ё' || c == L'ё';
}

Reading PersonName(std::string_view typed) {
  std::wstring name;
  for (const auto c : Widen(typed)) {
    if (!IsWhiteSpace(c)) {
      name.push_back(c);
    } else if (!name.empty() && name.back() != L' ') {
      name.push_back(L' ');
    }
  }
  const auto may_stand = [](wchar_t c) {
    return IsLetter(c) || std::wstring_view(L" '’.-").find(c) != std::wstring_view::npos;
  };
  if (name.empty() || !IsLetter(name.front()) || !std::ranges::all_of(name, may_stand))
    return Wrong("person_name.format");
  return Narrow(name);
}

Reading Country(std::string_view typed) {
  auto letters = Widen(typed);
  for (auto& c : letters) c = ToUpper(c);
  return Fitting(Narrow(letters), "^[A-Z]{3}$", "country.format");
}

// "1 500,5" as "1500.5"; a plain minus, no plus.
Reading Decimal(std::string_view typed) {
  auto number = WithoutBlanks(typed);
  std::ranges::replace(number, ',', '.');
  return Fitting(std::move(number), "^-?\\d{1,100}(\\.\\d{1,100})?$", "decimal.format");
}

// "10:15" and "10:15:30", with what XML Schema allows behind it.
Reading Time(std::string_view typed) {
  std::string time(typed);
  if (Matches("^\\d:", time)) time.insert(0, "0");
  if (Matches("^\\d{2}:\\d{2}$", time)) time += ":00";
  return Fitting(std::move(time),
                 "^([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})?$",
                 "time.format");
}

// "23.11.2026 10:15" as "2026-11-23T10:15:00".
Reading DateTime(std::string_view typed) {
  std::string text(typed);
  if (Matches("^\\d{2}\\.\\d{2}\\.\\d{4} ", text)) {
    text = text.substr(6, 4) + "-" + text.substr(3, 2) + "-" + text.substr(0, 2) + "T" +
           text.substr(11);
  }
  if (text.size() < 12 || (text[10] != 'T' && text[10] != ' ')) return Wrong("date_time.format");
  const auto day = Day(text.substr(0, 10));
  const auto time = Time(text.substr(11));
  if (!day || !time) return Wrong("date_time.format");
  return *day + "T" + *time;
}

struct Format {
  std::string_view name;
  Reading (*read)(std::string_view typed);
};

using Text = std::string_view;
constexpr Format kFormats[] = {
    {"date", Day},
    {"snils", Parsed<text::Snils>},
    {"inn", Parsed<text::Inn>},
    {"inn_person", [](Text t) { return InnOf(t, true); }},
    {"inn_entity", [](Text t) { return InnOf(t, false); }},
    {"ogrn", Parsed<text::Ogrn>},
    {"ogrnip", Parsed<text::Ogrnip>},
    {"kpp",
     [](Text t) { return Fitting(Condensed(t), "^\\d{4}[0-9A-Z]{2}\\d{3}$", "kpp.format"); }},
    {"passport_rf_series",
     [](Text t) { return Fitting(Condensed(t), "^\\d{4}$", "passport_series.format"); }},
    {"passport_rf_number", [](Text t) { return Digits(t, "^\\d{6}$", "passport_number.format"); }},
    {"foreign_passport_rf",
     [](Text t) { return Digits(t, "^\\d{9}$", "foreign_passport.format"); }},
    {"issuer_code", Parsed<text::IssuerCode>},
    {"birth_certificate_series", CertificateSeries},
    {"birth_certificate_number",
     [](Text t) { return Fitting(Condensed(t), "^\\d{6}$", "birth_certificate_number.format"); }},
    {"phone", Parsed<text::Phone>},
    {"email", Parsed<text::Email>},
    {"postal_code", [](Text t) { return Digits(t, "^\\d{6}$", "postal_code.format"); }},
    {"oktmo", [](Text t) { return Digits(t, "^(\\d{8}|\\d{11})$", "oktmo.format"); }},
    {"bik", [](Text t) { return Digits(t, "^0\\d{8}$", "bik.format"); }},
    {"bank_account",
     [](Text t) { return Fitting(Condensed(t), "^\\d{20}$", "bank_account.format"); }},
    {"cadastral_number",
     [](Text t) {
       return Fitting(WithoutBlanks(t), "^\\d{2}:\\d{2}:\\d{6,7}:\\d{1,10}$",
                      "cadastral_number.format");
     }},
    {"vehicle_number", VehicleNumber},
    {"person_name", PersonName},
    {"country", Country},
    {"decimal", Decimal},
    {"time", Time},
    {"date_time", DateTime},
};

const Format* Find(std::string_view name) {
  const auto* found = std::ranges::find(kFormats, name, &Format::name);
  return found == std::end(kFormats) ? nullptr : found;
}

// Thousands apart by a no-break space, a comma before the fraction.
std::string ShownDecimal(const std::string& stored) {
  const auto point = std::min(stored.find('.'), stored.size());
  const std::size_t sign = stored.starts_with('-') ? 1 : 0;
  auto shown = stored.substr(0, sign);
  for (auto at = sign; at < point; ++at) {
    if (at > sign && (point - at) % 3 == 0) shown += "\u00A0";
    shown += stored[at];
  }
  return point < stored.size() ? shown + "," + stored.substr(point + 1) : shown;
}

template <typename Checked>
std::string Formatted(const std::string& stored) {
  const auto checked = Checked::Parse(stored);
  return checked ? checked->formatted() : stored;
}

}  // namespace

bool IsFormFormat(std::string_view format) { return IsFormat(format); }
bool IsFormat(std::string_view format) { return Find(format) != nullptr; }

Result<std::string> ReadFormat(std::string_view format, std::string_view typed) {
  const auto* found = Find(format);
  if (found == nullptr) throw std::logic_error("catalog: unknown format " + std::string(format));
  return found->read(typed);
}

std::string ShowFormat(std::string_view format, const std::string& stored) {
  if (format == "snils") return Formatted<text::Snils>(stored);
  if (format == "phone") return Formatted<text::Phone>(stored);
  if (format == "issuer_code") return Formatted<text::IssuerCode>(stored);
  if (format == "passport_rf_series" && stored.size() == 4) {
    return stored.substr(0, 2) + " " + stored.substr(2);
  }
  if (format == "foreign_passport_rf" && stored.size() == 9) {
    return stored.substr(0, 2) + " " + stored.substr(2);
  }
  if (format == "date") {
    const auto day = ParseDate(stored);
    return day ? FormatDateRu(*day) : stored;
  }
  if (format == "decimal") return ShownDecimal(stored);
  if (format == "time" && stored.ends_with(":00") && stored.size() == 8) return stored.substr(0, 5);
  if (format == "date_time" && stored.size() >= 16) {
    return ShowFormat("date", stored.substr(0, 10)) + " " + stored.substr(11, 5);
  }
  return stored;
}

bool AccountFitsBank(std::string_view account, std::string_view bik) {
  if (!bik.starts_with("04") || bik.substr(6) < "050") return true;
  constexpr int kWeights[] = {7, 1, 3};
  const auto digits = std::string(bik.substr(6)) + std::string(account);
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] - '0') * kWeights[i % 3];
  return sum % 10 == 0;
}

}  // namespace okno::catalog
