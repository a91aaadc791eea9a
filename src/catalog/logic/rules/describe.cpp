// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "catalog/forms.h"
#include "logic/rules/formats.h"
#include "logic/rules/schema.h"
#include "text/strings.h"

namespace okno::catalog {
namespace {

using text::Language;

// A word of the field in the language, else in Russian.
std::string Word(const Json& field, const std::string& key, Language language) {
  auto word = language == Language::kEnglish ? Keyword(field, key + "-en") : std::string();
  return word.empty() ? Keyword(field, key) : word;
}
std::string LabelOf(const Json& field, Language language) {
  const auto english =
      language == Language::kEnglish ? Keyword(field, "x-title-en") : std::string();
  return english.empty() ? Keyword(field, "title") : english;
}

std::string ShowChoice(const Json& field, const std::string& value, Language language) {
  const auto english = field.find("x-enum-titles-en");
  if (language == Language::kEnglish && english != field.end() && english->contains(value)) {
    return english->at(value).get<std::string>();
  }
  return field.at("x-enum-titles").value(value, value);
}

std::string ShowChoices(const Json& field, const Json& choices, Language language) {
  std::string shown;
  for (const auto& choice : choices) {
    if (!shown.empty()) shown += "; ";
    shown += choice.is_string() ? ShowChoice(field.at("items"), choice, language) : choice.dump();
  }
  return shown;
}

std::string ShowNumber(const Json& field, const Json& value) {
  if (Keyword(field, "x-widget") == "money") {
    return text::FormatMoneyRu(static_cast<long long>(value.get<double>()));
  }
  auto number = fmt::format("{}", value.get<double>());
  if (const auto point = number.find('.'); point != std::string::npos) number[point] = ',';
  const auto& suffix = Keyword(field, "x-suffix");
  return suffix.empty() ? number : number + " " + suffix;
}

std::string ShowFlag(bool flag, Language language) {
  if (language == Language::kEnglish) return flag ? "yes" : "no";
  return flag ? "да" : "нет";
}

std::string ShowValue(const Json& field, const Json& value,
                      Language language = Language::kRussian) {
  if (value.is_boolean()) return ShowFlag(value.get<bool>(), language);
  if (value.is_number()) return ShowNumber(field, value);
  if (value.is_array() && Keyword(field, "type") == "array") {
    return ShowChoices(field, value, language);
  }
  if (!value.is_string()) return value.dump();  // an unfinished draft may hold anything
  const auto& text = value.get_ref<const std::string&>();
  return field.contains("enum") ? ShowChoice(field, text, language)
                                : ShowFormat(Keyword(field, "format"), text);
}

class Description {
 public:
  void Object(const Json& schema, const Json& object, const std::string& pointer,
              const std::string& label) {
    for (const auto& name_json : schema.at("x-order")) {
      const auto& name = name_json.get_ref<const std::string&>();
      const auto value = object.find(name);
      if (value == object.end()) continue;
      const auto& field = PropertyOf(schema, name);
      Field(field, *value, Below(pointer, name), label + Keyword(field, "title"));
    }
  }
  std::vector<LabelledValue> Take() { return std::move(values_); }

 private:
  void Field(const Json& field, const Json& value, const std::string& place,
             const std::string& label) {
    if (Keyword(field, "type") == "object" && value.is_object()) {
      Object(field, value, place, label + " — ");
    } else if (IsRows(field) && value.is_array()) {
      Rows(field, value, place, label);
    } else {
      values_.push_back({place, label, ShowValue(field, value)});
    }
  }

  void Rows(const Json& field, const Json& rows, const std::string& place,
            const std::string& label) {
    const auto& one = Keyword(field, "x-item-title");
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (!rows[i].is_object()) continue;
      const auto row = one.empty() ? std::to_string(i + 1) : fmt::format("{} {}", one, i + 1);
      Object(field.at("items"), rows[i], Below(place, std::to_string(i)),
             label + " — " + row + " — ");
    }
  }

  std::vector<LabelledValue> values_;
};

class Outline {
 public:
  explicit Outline(Language language) : language_(language) {}
  void Object(const Json& schema, const Json& object, const std::string& pointer, int depth) {
    for (const auto& name_json : schema.at("x-order")) {
      const auto& name = name_json.get_ref<const std::string&>();
      const auto value = object.find(name);
      if (value == object.end() || name.starts_with("#choice")) continue;
      Field(PropertyOf(schema, name), *value, Below(pointer, name), depth);
    }
  }
  std::vector<OutlineLine> Take() { return std::move(lines_); }

 private:
  void Field(const Json& field, const Json& value, const std::string& place, int depth) {
    const auto label = LabelOf(field, language_);
    if (Keyword(field, "type") == "object" && value.is_object()) {
      lines_.push_back({depth, place, label, "", true});
      Object(field, value, place, depth + 1);
    } else if (IsRows(field) && value.is_array()) {
      Rows(field, value, place, depth);
    } else {
      lines_.push_back({depth, place, label, ShowValue(field, value, language_), false});
    }
  }

  // A row of one text is one line.
  void Rows(const Json& field, const Json& rows, const std::string& place, int depth) {
    const auto one = Word(field, "x-item-title", language_);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (!rows[i].is_object()) continue;
      const auto label = fmt::format("{} {}", one.empty() ? LabelOf(field, language_) : one, i + 1);
      const auto row_place = Below(place, std::to_string(i));
      const auto& properties = field.at("items").at("properties");
      if (properties.size() == 1 && rows[i].contains("#text")) {
        const auto& text = properties.at("#text");
        lines_.push_back(
            {depth, row_place, label, ShowValue(text, rows[i].at("#text"), language_), false});
        continue;
      }
      lines_.push_back({depth, row_place, label, "", true});
      Object(field.at("items"), rows[i], row_place, depth + 1);
    }
  }

  Language language_;
  std::vector<OutlineLine> lines_;
};

}  // namespace

std::vector<OutlineLine> OutlineForm(const Json& form_schema, const Json& data, Language language) {
  Outline outline(language);
  outline.Object(form_schema, Prune(form_schema, data), "", 0);
  return outline.Take();
}

std::vector<LabelledValue> DescribeForm(const Json& form_schema, const Json& data) {
  Description description;
  description.Object(form_schema, Prune(form_schema, data), "", "");
  return description.Take();
}

}  // namespace okno::catalog
