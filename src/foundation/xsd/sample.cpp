// SPDX-License-Identifier: Apache-2.0
#include "form_schema.h"
#include "value_field.h"
#include "writer.h"

namespace okno::xsd {
namespace {

Json SampleValue(const SimpleType& type, const std::string& label) {
  return FromLexical(type, SampleText(type, label));
}

Json SampleObject(const Object& object);

Json SampleElement(const Part& part) {
  if (part.is_empty()) return part.repeats() ? Json::object() : Json(true);
  if (!part.value) return SampleObject(*part.object);
  auto value = SampleValue(*part.value, TitleOf(part));
  return part.repeats() ? Json{{"#text", std::move(value)}} : value;
}

void AddParts(const std::vector<Part>& parts, Json& data) {
  for (const auto& part : parts) {
    if (part.kind == Part::Kind::kChoice) {
      data[part.member] = part.alternatives.front().value;
      AddParts(part.alternatives.front().parts, data);
      continue;
    }
    if (!IsShown(part)) continue;
    auto one = part.kind == Part::Kind::kGroup ? SampleObject(*part.object) : SampleElement(part);
    if (part.repeats()) {
      data[part.member] = Json::array();
      for (int i = 0; i < std::max(part.least, 1) && i < 200; ++i) data[part.member].push_back(one);
    } else if (!one.is_object() || !one.empty()) {
      data[part.member] = std::move(one);
    }
  }
}

Json SampleObject(const Object& object) {
  if (!object.types.empty()) {
    auto data = SampleObject(*object.types.front().object);
    data["#type"] = object.types.front().type.local;
    return data;
  }
  auto data = Json::object();
  for (const auto& attribute : object.attributes) {
    if (!IsShown(attribute)) continue;
    const auto words = LabelOf(attribute.words.russian).title;
    data[attribute.member] =
        SampleValue(attribute.type, words.empty() ? attribute.name.local : words);
  }
  if (object.text) data["#text"] = SampleValue(*object.text, "");
  AddParts(object.parts, data);
  return data;
}

}  // namespace

Json SampleOf(const Layout& layout) { return SampleObject(layout.object); }

}  // namespace okno::xsd
