// SPDX-License-Identifier: Apache-2.0
#include "content_files/condition_notation.h"

#include <algorithm>

#include "logic/rules/schema.h"
#include "text/strings.h"

namespace okno::catalog {
namespace {

class Notation {
 public:
  explicit Notation(const Json& known) : known_(known) {}

  Json Read(const yaml::Node& node) const {
    if (node.kind != yaml::Node::Kind::kMap || node.members.empty()) {
      node.Fail("a condition is written as 'field: value'");
    }
    auto parts = Json::array();
    for (const auto& [key, value] : node.members) {
      for (auto& part : Part(key, value)) parts.push_back(std::move(part));
    }
    return parts.size() == 1 ? parts[0] : Json{{"allOf", parts}};
  }

 private:
  // Conditions of one member; several where it is a map of fields.
  std::vector<Json> Part(const std::string& key, const yaml::Node& value) const {
    if (key == "not") return {Json{{"not", Read(value)}}};
    if (key == "any") return {Json{{"anyOf", All(value)}}};
    if (key == "all") return {Json{{"allOf", All(value)}}};
    if (key == "filled") return Filled(value);
    if (key == "has") return EachField(value, [&](auto& field, auto& v) { return Has(field, v); });
    if (key == "some")
      return EachField(value, [&](auto& field, auto& v) { return Some(field, v); });
    if (key == "at_least")
      return EachField(value, [](auto&, auto& v) { return Limit("minimum", v); });
    if (key == "at_most")
      return EachField(value, [](auto&, auto& v) { return Limit("maximum", v); });
    if (key == "rows") return EachField(value, [](auto&, auto& v) { return Limit("minItems", v); });
    return {Named(key, value, [&](const Json& field) { return Equal(field, value); })};
  }

  Json All(const yaml::Node& list) const {
    auto conditions = Json::array();
    for (const auto& item : list.Items()) conditions.push_back(Read(item));
    return conditions;
  }

  std::vector<Json> Filled(const yaml::Node& list) const {
    std::vector<Json> conditions;
    for (const auto& item : list.Items()) {
      conditions.push_back(Named(item.Text(), item, [](const Json&) { return Json::object(); }));
    }
    return conditions;
  }

  template <typename F>
  std::vector<Json> EachField(const yaml::Node& map, F condition) const {
    std::vector<Json> conditions;
    for (const auto& [name, value] : map.members) {
      conditions.push_back(
          Named(name, value, [&](const Json& field) { return condition(field, value); }));
    }
    return conditions;
  }

  // "passport.kind" -> required and properties down to the last name, whose condition `leaf` makes
  // from its field.
  template <typename F>
  Json Named(const std::string& path, const yaml::Node& place, F leaf) const {
    const auto names = text::Split(path, '.');
    const Json* field = &known_;
    for (const auto& name : names) field = Inner(*field, name, place);
    Json condition = leaf(*field);
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
      Json outer = {{"required", Json::array({*name})}};
      if (!condition.empty()) outer["properties"] = {{*name, std::move(condition)}};
      condition = std::move(outer);
    }
    return condition;
  }

  // The applicant's card is not described by a schema here: below `null` any name goes.
  static const Json* Inner(const Json& object, const std::string& name, const yaml::Node& place) {
    if (object.is_null()) return &object;
    const auto properties = object.find("properties");
    if (properties == object.end() || !properties->contains(name)) {
      place.Fail("the condition names '" + name + "', which is no field before this one");
    }
    return &properties->at(name);
  }

  static Json Equal(const Json& field, const yaml::Node& value) {
    if (value.kind == yaml::Node::Kind::kList) {
      auto choices = Json::array();
      for (const auto& item : value.items) choices.push_back(Value(field, item));
      return {{"enum", choices}};
    }
    return {{"const", Value(field, value)}};
  }

  static Json Value(const Json& field, const yaml::Node& node) {
    auto value = node.ToJson();
    if (field.is_null()) return value;
    const auto choices = field.find("enum");
    const bool fits = choices != field.end()
                          ? std::ranges::find(*choices, value) != choices->end()
                          : Keyword(field, "type") == "boolean" && value.is_boolean();
    if (!fits) node.Fail("the field never has the value " + value.dump());
    return value;
  }

  static Json Has(const Json& field, const yaml::Node& value) {
    if (Keyword(field, "type") != "array") value.Fail("'has' wants a field of several choices");
    return {{"contains", Equal(field.at("items"), value)}};
  }

  static Json Some(const Json& field, const yaml::Node& value) {
    if (Keyword(field, "type") != "array") value.Fail("'some' wants a field of rows");
    return {{"contains", Notation(field.at("items")).Read(value)}};
  }

  static Json Limit(const char* keyword, const yaml::Node& value) {
    return {{keyword, value.Integer()}};
  }

  const Json& known_;
};

}  // namespace

Json ReadCondition(const yaml::Node& node, const Json& known) { return Notation(known).Read(node); }

}  // namespace okno::catalog
