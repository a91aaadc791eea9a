// SPDX-License-Identifier: Apache-2.0
#include "content_files/form_notation.h"

#include <algorithm>
#include <array>
#include <regex>

#include "content_files/condition_notation.h"
#include "logic/rules/day_limit.h"
#include "logic/rules/formats.h"
#include "logic/rules/letters.h"
#include "logic/rules/schema.h"

namespace okno::catalog {
namespace {

using yaml::Members;
using yaml::Node;

constexpr int kMostLevels = 4;
constexpr int kLongestText = 4000;

Json EmptyObject() {
  return {{"type", "object"},
          {"x-order", Json::array()},
          {"properties", Json::object()},
          {"required", Json::array()}};
}

// What the keys of a field's plain hints become, with the values allowed ("" = any text).
struct Hint {
  std::string_view key, keyword;
  std::string_view pattern;
};
constexpr Hint kHints[] = {
    {"help", "description", ""},
    {"title_en", "x-title-en", ""},
    {"help_en", "x-description-en", ""},
    {"mask", "x-mask", ""},
    {"placeholder", "x-placeholder", ""},
    {"suffix", "x-suffix", ""},
    {"width", "x-width", "^(full|half|third)$"},
    {"widget", "x-widget", "^(textarea|radio|select|checkbox|address)$"},
};

class FormReader {
 public:
  explicit FormReader(std::span<const ReferenceBook> books) : books_(books), form_(EmptyObject()) {}

  Json Read(const Node& node) {
    Members members(node);
    form_["x-sections"] = Json::array();
    for (const auto& item : members.Get("sections").Items()) Section(item);
    members.Finish();
    return form_;
  }

 private:
  void Section(const Node& node) {
    Members members(node);
    Json section = {{"code", members.Text("code")}, {"title", members.Text("title")}};
    if (const auto* help = members.Maybe("help")) section["description"] = help->Text();
    if (const auto* title = members.Maybe("title_en")) section["title-en"] = title->Text();
    form_["x-sections"].push_back(section);
    section_ = section["code"];
    Fields(members.Get("fields"), form_, form_, 1);
    section_ = nullptr;
    members.Finish();
  }

  // Adds the fields to `object`. `scope` is what their conditions look at, as far as it has been
  // read.
  void Fields(const Node& node, Json& object, const Json& scope, int level) {
    if (level > kMostLevels) node.Fail("fields are nested too deep");
    if (node.kind != Node::Kind::kMap || node.members.empty()) node.Fail("there are no fields");
    const auto section = level == 1 ? section_ : Json();
    for (const auto& [name, field_node] : node.members) {
      if (!Matches("^[a-z][a-z0-9_]*$", name)) field_node.Fail("a field's name is lower_case");
      if (object["properties"].contains(name))
        field_node.Fail("field '" + name + "' is there twice");
      Members members(field_node);
      auto field = Field(members, field_node, object, scope, level);
      if (!section.is_null()) field["x-section"] = section;
      Requirement(members, name, field, object, scope);
      members.Finish();
      object["x-order"].push_back(name);
      object["properties"][name] = std::move(field);
    }
  }

  Json Field(Members& members, const Node& node, const Json& object, const Json& scope, int level) {
    Json field = {{"title", members.Text("title")}};
    for (const auto& hint : kHints) {
      const auto* value = members.Maybe(hint.key);
      if (value == nullptr) continue;
      if (!Matches(hint.pattern, value->Text())) value->Fail("a value not known here");
      field[hint.keyword] = value->Text();
    }
    if (const auto* when = members.Maybe("when"))
      field["x-visible-when"] = ReadCondition(*when, scope);
    if (const auto* fields = members.Maybe("fields")) {
      if (const auto* follows = members.Maybe("prefill_when"))
        field["x-prefill-when"] = ReadCondition(*follows, scope);
      field.update(EmptyObject());
      Fields(*fields, field, scope, level + 1);
    } else if (const auto* rows = members.Maybe("rows")) {
      Rows(members, *rows, field, level);
    } else if (members.Maybe("choices") || members.Maybe("reference")) {
      Choices(members, field);
    } else {
      Value(members, node, field, object);
    }
    return field;
  }

  static void Requirement(Members& members, const std::string& name, Json& field, Json& object,
                          const Json& scope) {
    const auto* required = members.Maybe("required");
    if (required == nullptr) return;
    if (required->kind == Node::Kind::kMap) {
      field["x-required-when"] = ReadCondition(*required, scope);
    } else if (required->Flag()) {
      object["required"].push_back(name);
    }
  }

  void Rows(Members& members, const Node& node, Json& field, int level) {
    if (level > 1) node.Fail("rows stand at the first level only");
    Members row(node);
    field["type"] = "array";
    field["x-item-title"] = row.Text("title");
    auto items = EmptyObject();
    Fields(row.Get("fields"), items, items, level + 1);
    field["items"] = std::move(items);
    row.Finish();
    Counts(members, field);
  }

  static void Counts(Members& members, Json& field) {
    if (const auto* least = members.Maybe("min_rows")) field["minItems"] = least->Integer();
    if (const auto* most = members.Maybe("max_rows")) field["maxItems"] = most->Integer();
  }

  void Choices(Members& members, Json& field) {
    Json choice = {{"type", "string"}, {"enum", Json::array()}};
    if (const auto* reference = members.Maybe("reference")) {
      for (const auto& item : Book(*reference).items) {
        choice["enum"].push_back(item.code);
        choice["x-enum-titles"][item.code] = item.name;
      }
    } else {
      ChoiceTitles(members.Get("choices"), choice);
    }
    if (const auto* titles = members.Maybe("choices_en"))
      choice["x-enum-titles-en"] = titles->ToJson();
    if (members.FlagOr("many", false)) {
      field["type"] = "array";
      field["items"] = std::move(choice);
      Counts(members, field);
    } else {
      field.update(choice);
      Start(members, field);
    }
  }

  static void ChoiceTitles(const Node& node, Json& choice) {
    if (node.members.size() < 2) node.Fail("a choice of less than two");
    for (const auto& [code, title] : node.members) {
      choice["enum"].push_back(code);
      choice["x-enum-titles"][code] = title.Text();
    }
  }

  const ReferenceBook& Book(const Node& node) const {
    const auto book = std::ranges::find(books_, node.Text(), &ReferenceBook::code);
    if (book == books_.end()) node.Fail("there is no reference book '" + node.Text() + "'");
    return *book;
  }

  static void Value(Members& members, const Node& node, Json& field, const Json& object) {
    const auto type = members.TextOr("type", "text");
    if (type == "text") {
      Text(members, field, object);
    } else if (type == "date") {
      field["type"] = "string";
      field["format"] = "date";
      Day(members, field, object);
    } else if (type == "integer" || type == "number" || type == "money") {
      Number(members, type, field);
    } else if (type == "yes_no") {
      field["type"] = "boolean";
    } else if (type == "consent") {
      field["type"] = "boolean";
      field["const"] = true;
    } else {
      node.Fail("there is no type '" + type + "'");
    }
    Start(members, field);
  }

  static void Text(Members& members, Json& field, const Json& object) {
    field["type"] = "string";
    if (const auto* least = members.Maybe("min_length")) field["minLength"] = least->Integer();
    if (const auto* most = members.Maybe("max_length")) {
      if (most->Integer() > kLongestText) most->Fail("longer than any text may be");
      field["maxLength"] = most->Integer();
    }
    if (const auto* pattern = members.Maybe("pattern")) field["pattern"] = CheckedPattern(*pattern);
    if (const auto* format = members.Maybe("format")) {
      if (!IsFormat(format->Text())) format->Fail("there is no format '" + format->Text() + "'");
      field["format"] = format->Text();
    }
    Beside(members, "bik", "x-bik", "bik", field, object);
  }

  static std::string CheckedPattern(const Node& node) {
    const auto pattern = node.Text();
    try {
      std::wregex compiled(Widen(pattern));
    } catch (const std::regex_error&) {
      node.Fail("the pattern can not be read");
    }
    if (Matches("\\(\\?|\\\\[wWsSbBpPkDux1-9]", pattern)) {
      node.Fail("the pattern uses what browser and server do not share");
    }
    return pattern;
  }

  // The field named by `key` must stand beside this one, before it, with the given format.
  static void Beside(Members& members, std::string_view key, std::string_view keyword,
                     std::string_view format, Json& field, const Json& object) {
    const auto* node = members.Maybe(key);
    if (node == nullptr) return;
    const auto& fields = object.at("properties");
    const auto other = fields.find(node->Text());
    if (other == fields.end() || Keyword(*other, "format") != format) {
      node->Fail("'" + node->Text() + "' is no field of this kind before this one");
    }
    field[keyword] = node->Text();
  }

  static void Day(Members& members, Json& field, const Json& object) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kLimits = {
        {{"earliest", "x-min-date"}, {"latest", "x-max-date"}}};
    for (const auto& [key, keyword] : kLimits) {
      const auto* limit = members.Maybe(key);
      if (limit == nullptr) continue;
      const Date any_day = std::chrono::year(2000) / 1 / 1;
      if (!ReadDayLimit(limit->Text(), any_day)) limit->Fail("neither a day nor 'today-14y'");
      field[keyword] = limit->Text();
    }
    Beside(members, "not_before", "x-not-before", "date", field, object);
  }

  // Limits of money are written in roubles.
  static void Number(Members& members, const std::string& type, Json& field) {
    const bool money = type == "money";
    field["type"] = money ? "integer" : type;
    if (money) field["x-widget"] = "money";
    const int unit = money ? 100 : 1;
    if (const auto* least = members.Maybe("min")) field["minimum"] = least->Integer() * unit;
    if (const auto* most = members.Maybe("max")) field["maximum"] = most->Integer() * unit;
  }

  // The values a new form starts with.
  static void Start(Members& members, Json& field) {
    if (const auto* value = members.Maybe("default")) field["default"] = value->ToJson();
    const auto* prefill = members.Maybe("prefill");
    if (prefill == nullptr) return;
    field["x-prefill"] = prefill->ToJson();
    const auto paths =
        prefill->kind == Node::Kind::kList ? prefill->Texts() : std::vector{prefill->Text()};
    for (const auto& path : paths) {
      if (!path.starts_with("applicant.")) prefill->Fail("'" + path + "' is not of the card");
    }
  }

  std::span<const ReferenceBook> books_;
  Json form_;
  Json section_;
};

}  // namespace

Json ReadForm(const Node& node, std::span<const ReferenceBook> books) {
  return FormReader(books).Read(node);
}

}  // namespace okno::catalog
