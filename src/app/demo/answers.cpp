// SPDX-License-Identifier: Apache-2.0
#include "demo/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

#include "catalog/forms.h"
#include "demo/numbers.h"
#include "demo/people.h"
#include "text/strings.h"

namespace okno::app::demo {
namespace {

constexpr char kBik[] = "044525225";
constexpr int kAdult = 28 * 365;  // days

class Respondent {
 public:
  Respondent(Random& random, Date today)
      : random_(random), today_(today), name_(MakeName(random, random.Chance(50))) {}

  Json Answer(const Json& field, const std::string& name, const FieldError& error) {
    row_ = RowIn(error.pointer);
    if (error.code.starts_with("field.date_")) return Within(error);
    return Answer(field, name);
  }

 private:
  // "/children/2/first_name": 2; nothing outside of rows.
  static std::optional<std::size_t> RowIn(const std::string& pointer) {
    for (const auto& step : text::Split(std::string_view(pointer).substr(1), '/'))
      if (!step.empty() && step == text::DigitsOnly(step))
        return static_cast<std::size_t>(std::stoul(step));
    return std::nullopt;
  }

  // The refusal of a date names its limit: 23.11.2008.
  std::string Within(const FieldError& error) {
    const auto today = std::chrono::sys_days(today_);
    const auto parts = text::Split(error.detail, '.');
    const auto days = std::chrono::days(random_.Between(1, 5));
    if (error.code == "field.date_in_past") return FormatDate(Date(today + days));
    if (parts.size() == 3 && error.code != "field.date_in_future") {
      const auto limit = std::chrono::sys_days(
          ParseDate(parts[2] + "-" + parts[1] + "-" + parts[0]).value_or(today_));
      return FormatDate(Date(error.code == "field.date_too_late" ? limit - days : limit + days));
    }
    return FormatDate(today_);
  }

  Json Answer(const Json& field, const std::string& name) {
    const auto type = field.at("type").get<std::string>();
    if (type == "boolean") return field.contains("const") ? true : random_.Chance(50);
    if (type == "integer") return Number(field, 1, 60);
    if (type == "number") return Number(field, 30, 90);
    if (type == "array") return Rows(field, name);
    if (type == "object") return Json::object();  // its fields ask for themselves
    return Text(field, name);
  }

  Json Number(const Json& field, int low, int high) {
    const bool money = field.value("x-widget", "") == "money";
    const auto least = field.value("minimum", money ? 500'000LL : static_cast<long long>(low));
    const auto most =
        field.value("maximum", money ? 5'000'000LL : std::max<long long>(least, high));
    return random_.Between(
        static_cast<int>(least),
        static_cast<int>(std::min(most, std::max(least, least + 60LL * (money ? 10'000 : 1)))));
  }

  Json Rows(const Json& field, const std::string& name) {
    const auto& items = field.at("items");
    Json rows = Json::array();
    const auto count = std::max<std::size_t>(1, field.value("minItems", std::size_t{1}));
    if (items.at("type") == "object") {
      for (std::size_t i = 0; i < count; ++i) rows.push_back(Json::object());
      return rows;
    }
    for (std::size_t i = 0; i < count; ++i)
      rows.push_back(items.contains("enum") ? items["enum"][i] : Answer(items, name));
    return rows;
  }

  Json Text(const Json& field, const std::string& name) {
    if (field.contains("enum"))
      return field["enum"][static_cast<std::size_t>(
          random_.Between(0, static_cast<int>(field["enum"].size()) - 1))];
    const auto format = field.value("format", "");
    if (format == "date") return Day(field, name);
    if (const auto made = Formatted(format, name); !made.empty()) return made;
    if (field.value("x-widget", "") == "address" || name.find("address") != std::string::npos)
      return MakeAddress(random_);
    if (field.contains("x-placeholder"))
      return Placeholder(field["x-placeholder"].get<std::string>());
    if (field.contains("pattern"))
      throw std::runtime_error("no example (x-placeholder) for a pattern");
    const auto most = field.value("maxLength", std::size_t{1000});
    for (const auto& text : {Named(name), std::string("по представленным документам")})
      if (!text.empty() && text::Length(text) <= most) return text;
    return "б/н";
  }

  // What a field of this name holds. Takes nothing from `random_`, which the rest depends on.
  std::string Named(const std::string& name) const {
    if (name == "bank_name") return "ПАО «Приречье-Банк»";
    if (name.ends_with("issuer")) return "Министерство социальной защиты населения";
    if (name.ends_with("series")) return "ПР";
    if (!name.ends_with("number")) return "";
    unsigned serial = 0;
    for (const unsigned char letter : name_.last + name_.first + name)
      serial = serial * 31 + letter;
    return fmt::format("{:06}", serial % 1'000'000);
  }

  static std::string Placeholder(std::string example) {
    for (const std::string_view lead : {"например, ", "Например, ", "например: ", "Например: "}) {
      if (example.starts_with(lead)) example.erase(0, lead.size());
    }
    return example;
  }

  std::string Formatted(const std::string& format, const std::string& name) {
    if (format == "snils") return MakeSnils(random_);
    if (format == "inn" || format == "inn_person") return MakePersonInn(random_);
    if (format == "inn_entity") return MakeEntityInn(random_);
    if (format == "ogrn") return MakeOgrn(random_);
    if (format == "ogrnip") return MakeOgrnip(random_);
    if (format == "kpp") return "770101001";
    if (format == "passport_rf_series") return "77" + std::to_string(random_.Between(10, 24));
    if (format == "passport_rf_number" || format == "birth_certificate_number")
      return std::to_string(random_.Between(100'001, 999'999));
    if (format == "foreign_passport_rf")
      return "75" + std::to_string(random_.Between(1'000'001, 9'999'999));
    if (format == "issuer_code") return "770" + std::to_string(random_.Between(100, 160));
    if (format == "birth_certificate_series") return "II-ПР";
    if (format == "phone") return MakePhone(random_);
    if (format == "email") return fmt::format("user{}@example.ru", random_.Between(1000, 9999));
    if (format == "postal_code") return "7" + random_.Digits(4) + "1";
    if (format == "oktmo") return "99701000";
    if (format == "bik") return kBik;
    if (format == "bank_account") return MakeBankAccount(random_, kBik);
    if (format == "cadastral_number")
      return fmt::format("77:{:02}:{:07}:{}", random_.Between(1, 40), random_.Between(1, 9'999'999),
                         random_.Between(1, 9999));
    if (format == "vehicle_number") return fmt::format("А{:03}ВС77", random_.Between(1, 999));
    if (format == "country") return "RUS";
    if (format == "person_name") return PersonName(name);
    return "";
  }

  std::string PersonName(const std::string& field) {
    if (field.find("last") != std::string::npos || field.find("surname") != std::string::npos)
      return name_.last;
    if (field.find("middle") != std::string::npos || field.find("patronymic") != std::string::npos)
      return name_.middle;
    if (field.find("first") != std::string::npos) return FirstName();
    return fmt::format("{} {} {}", name_.last, name_.first, name_.middle);
  }

  // Brothers and sisters have the patronymic in common, not the name.
  std::string FirstName() const {
    static constexpr std::array kSisters = {"Алиса", "Вера", "Дарья", "Ксения", "Полина"};
    static constexpr std::array kBrothers = {"Артём", "Богдан", "Глеб", "Илья", "Тимофей"};
    if (row_.value_or(0) == 0) return name_.first;
    const auto& names = name_.middle.ends_with("а") ? kSisters : kBrothers;
    const auto taken = std::ranges::find(names, name_.first);  // by the first of them
    const auto next = taken == names.end() ? 0 : static_cast<std::size_t>(taken - names.begin());
    return names[(next + *row_) % names.size()];
  }

  std::string Day(const Json& field, const std::string& name) {
    const auto today = std::chrono::sys_days(today_);
    const auto least = field.value("x-min-date", "");
    const bool of_adult = !row_ && least.empty() && name.find("birth_date") != std::string::npos &&
                          name.find("child") == std::string::npos;
    const bool ahead = least.starts_with("today") && least.find('-') == std::string::npos;
    const bool behind_limit = least.starts_with("today-");
    // Limits such as "today-1m" are met by a recent day; without limits a day some years back is
    // plausible.
    const bool of_child = row_ && name == "birth_date";
    const int days = ahead          ? random_.Between(8, 25)
                     : of_child     ? -random_.Between(400, 15 * 365)
                     : behind_limit ? -random_.Between(1, 5)
                                    : -random_.Between(30, 1500);
    return FormatDate(Date(today + std::chrono::days(days - (of_adult ? kAdult : 0))));
  }

  Random& random_;
  Date today_;
  FullName name_;
  std::optional<std::size_t> row_;  // where the field is one of a row
};

// The schema of the field a pointer leads to, and the pointer's last name.
const Json* FieldAt(const Json& schema, const std::string& pointer, std::string& name) {
  const Json* field = &schema;
  for (const auto& step : text::Split(std::string_view(pointer).substr(1), '/')) {
    if (field->contains("items"))
      field = &field->at("items");
    else if (field->contains("properties") && field->at("properties").contains(step)) {
      field = &field->at("properties").at(step);
      name = step;
    } else
      return nullptr;
  }
  return field;
}

}  // namespace

Json AnswerForm(Random& random, const catalog::Service& service, const Json& prefilled,
                Date today) {
  Respondent respondent(random, today);
  Json form = prefilled;
  std::string last;
  for (int round = 0; round < 60; ++round) {
    const auto errors = catalog::ValidateForm(service.form, form, today);
    if (errors.empty()) return catalog::Prune(service.form, form);
    for (const auto& error : errors) {
      std::string name;
      const Json* field = FieldAt(service.form, error.pointer, name);
      if (field == nullptr)
        throw std::runtime_error(service.code + ": no field at " + error.pointer);
      form[Json::json_pointer(error.pointer)] = respondent.Answer(*field, name, error);
      last = error.pointer + " " + error.code;
    }
  }
  throw std::runtime_error(service.code + ": the form can not be filled: " + last);
}

}  // namespace okno::app::demo
