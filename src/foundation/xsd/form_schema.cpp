// SPDX-License-Identifier: Apache-2.0
#include "form_schema.h"

#include <algorithm>
#include <map>

#include "value_field.h"

namespace okno::xsd {
namespace {

constexpr int kMostRows = 200;  // where the schema sets no limit

// A field is there while the radio `choice` beside it has the value.
struct Shown {
  std::string choice, value;
};
struct Use {
  std::optional<Shown> shown;
  bool required = false;
};
using ScopePath = std::vector<std::string>;

Json AtPath(const ScopePath& path, const std::string& choice, Json value) {
  Json condition{{"required", {choice}}, {"properties", {{choice, std::move(value)}}}};
  for (auto name = path.rbegin(); name != path.rend(); ++name) {
    condition = Json{{"required", {*name}}, {"properties", {{*name, std::move(condition)}}}};
  }
  return condition;
}

// Holds when one of the uses is shown.
Json ConditionOf(const ScopePath& path, const std::vector<Use>& uses) {
  std::map<std::string, std::vector<std::string>> values;
  for (const auto& use : uses) values[use.shown->choice].push_back(use.shown->value);
  auto conditions = Json::array();
  for (const auto& [choice, wanted] : values) {
    conditions.push_back(AtPath(
        path, choice, wanted.size() == 1 ? Json{{"const", wanted[0]}} : Json{{"enum", wanted}}));
  }
  return conditions.size() == 1 ? conditions[0] : Json{{"anyOf", conditions}};
}

void SetWords(Json& field, const Documentation& words, const std::string& name) {
  const auto label = LabelOf(words.russian);
  field["title"] = label.title.empty() ? name : label.title;
  if (!label.help.empty()) field["description"] = label.help;
  if (!words.english.empty()) field["x-title-en"] = LabelOf(words.english).title;
}

// An object schema in the making.
class ObjectSchema {
 public:
  explicit ObjectSchema(ScopePath path) : path_(std::move(path)) {}

  void AddContent(const Object& object, const std::optional<Shown>& shown) {
    for (const auto& attribute : object.attributes) AddAttribute(attribute, shown);
    if (object.text) {
      auto field = FieldOf(*object.text);
      field["title"] = "Значение";
      field["x-title-en"] = "Value";
      Add("#text", std::move(field), {shown, true});
    }
    AddTypes(object, shown);
    AddParts(object.parts, shown);
  }

  Json Finish() {
    Json schema{{"type", "object"}, {"properties", Json::object()}, {"x-order", order_}};
    auto required = Json::array();
    for (const auto& name : order_) {
      auto& [field, uses] = fields_.at(name);
      if (std::ranges::all_of(uses, &Use::required)) required.push_back(name);
      AddConditions(field, uses);
      schema["properties"][name] = std::move(field);
    }
    if (!required.empty()) schema["required"] = std::move(required);
    return schema;
  }

 private:
  void Add(const std::string& member, Json field, Use use) {
    auto& [known, uses] = fields_[member];
    if (uses.empty()) {
      known = std::move(field);
      order_.push_back(member);
    }
    uses.push_back(std::move(use));
  }

  void AddConditions(Json& field, const std::vector<Use>& uses) const {
    if (!std::ranges::all_of(uses, [](const Use& use) { return use.shown.has_value(); })) return;
    field["x-visible-when"] = ConditionOf(path_, uses);
    std::vector<Use> required;
    std::ranges::copy_if(uses, std::back_inserter(required), &Use::required);
    if (!required.empty() && required.size() < uses.size()) {
      field["x-required-when"] = ConditionOf(path_, required);
    }
  }

  void AddAttribute(const Attribute& attribute, const std::optional<Shown>& shown) {
    if (!IsShown(attribute)) return;
    auto field = FieldOf(attribute.type);
    SetWords(field, attribute.words, attribute.name.local);
    if (attribute.initial) field["default"] = FromLexical(attribute.type, *attribute.initial);
    Add(attribute.member, std::move(field), {shown, attribute.required && !attribute.initial});
  }

  void AddTypes(const Object& object, const std::optional<Shown>& shown) {
    if (object.types.empty()) return;
    Json radio{
        {"type", "string"}, {"title", "Вид"}, {"x-title-en", "Kind"}, {"enum", Json::array()}};
    for (const auto& type : object.types) {
      radio["enum"].push_back(type.type.local);
      radio["x-enum-titles"][type.type.local] = LabelOf(type.title).title;
    }
    Add("#type", std::move(radio), {shown, true});
    for (const auto& type : object.types) AddContent(*type.object, Shown{"#type", type.type.local});
  }

  void AddParts(const std::vector<Part>& parts, const std::optional<Shown>& shown) {
    for (const auto& part : parts) {
      if (part.kind == Part::Kind::kChoice) {
        AddChoice(part, shown);
      } else if (IsShown(part)) {
        Add(part.member, FieldFor(part),
            {shown, part.least > 0 && !part.nillable && !part.is_empty()});
      }
    }
  }

  void AddChoice(const Part& choice, const std::optional<Shown>& shown) {
    Json radio{{"type", "string"}, {"enum", Json::array()}};
    SetWords(radio, choice.words, "Выберите одно");
    if (choice.words.russian.empty()) radio["x-title-en"] = "Choose one";
    for (const auto& alternative : choice.alternatives) {
      radio["enum"].push_back(alternative.value);
      radio["x-enum-titles"][alternative.value] = alternative.title;
    }
    if (choice.least == 0) radio["x-widget"] = "select";  // can be emptied again
    Add(choice.member, std::move(radio), {shown, choice.least > 0});
    for (const auto& alternative : choice.alternatives) {
      AddParts(alternative.parts, Shown{choice.member, alternative.value});
    }
  }

  Json FieldFor(const Part& part) const {
    if (part.repeats()) return RowsOf(part);
    Json field;
    if (part.is_empty()) {
      field = {{"type", "boolean"}};
    } else if (part.value) {
      field = FieldOf(*part.value);
      if (part.initial) field["default"] = FromLexical(*part.value, *part.initial);
    } else {
      auto path = path_;
      path.push_back(part.member);
      ObjectSchema inner(std::move(path));
      inner.AddContent(*part.object, std::nullopt);
      field = inner.Finish();
    }
    SetWords(field, part.words, TitleOf(part));
    return field;
  }

  // Conditions inside a row are judged on the row.
  static Json RowsOf(const Part& part) {
    ObjectSchema row({});
    if (part.value) {
      Object text;
      text.text = *part.value;
      row.AddContent(text, std::nullopt);
    } else {
      row.AddContent(*part.object, std::nullopt);
    }
    Json field{{"type", "array"}, {"items", row.Finish()}};
    field["maxItems"] = part.most == kUnbounded ? kMostRows : std::min(part.most, 1000);
    if (part.least > 1) field["minItems"] = part.least;
    SetWords(field, part.words, TitleOf(part));
    field["x-item-title"] = field["title"];
    return field;
  }

  ScopePath path_;
  std::map<std::string, std::pair<Json, std::vector<Use>>> fields_;
  std::vector<std::string> order_;
};

}  // namespace

bool IsShown(const Part& part) {
  if (part.fixed) return false;
  if (part.value && part.value->base == SimpleType::Base::kId) return false;
  return !(part.is_empty() && part.least > 0 && !part.repeats());
}

bool IsShown(const Attribute& attribute) {
  return !attribute.fixed && attribute.type.base != SimpleType::Base::kId;
}

Json FormSchema(const Layout& layout) {
  ObjectSchema root({});
  root.AddContent(layout.object, std::nullopt);
  auto schema = root.Finish();
  SetWords(schema, layout.words, layout.root.local);
  return schema;
}

}  // namespace okno::xsd
