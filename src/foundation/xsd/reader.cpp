// SPDX-License-Identifier: Apache-2.0
#include <libxml/tree.h>

#include <algorithm>

#include "form_schema.h"
#include "value_field.h"
#include "writer.h"

namespace okno::xsd {
namespace {

constexpr std::string_view kInstance = "http://www.w3.org/2001/XMLSchema-instance";
using Elements = std::vector<xml::Element>;

bool Is(xml::Element element, const Name& name) { return element.Is(name.uri, name.local); }

bool Contains(const std::vector<Part>& parts, xml::Element child) {
  return std::ranges::any_of(parts, [&](const Part& part) {
    if (part.kind == Part::Kind::kElement) return Is(child, part.name);
    if (part.kind == Part::Kind::kGroup) return Contains(part.object->parts, child);
    return std::ranges::any_of(part.alternatives,
                               [&](const auto& one) { return Contains(one.parts, child); });
  });
}

bool MayBeAbsent(const Part& part) {
  if (part.least == 0) return true;
  if (part.kind == Part::Kind::kElement) return false;
  if (part.kind == Part::Kind::kGroup) return std::ranges::all_of(part.object->parts, MayBeAbsent);
  return std::ranges::any_of(part.alternatives, [](const auto& one) {
    return std::ranges::all_of(one.parts, MayBeAbsent);
  });
}

// Whether the parts may begin with the element.
bool BeginsWith(const std::vector<Part>& parts, xml::Element child) {
  for (const auto& part : parts) {
    bool begins = part.kind == Part::Kind::kElement && Is(child, part.name);
    if (part.kind == Part::Kind::kGroup) begins = BeginsWith(part.object->parts, child);
    for (const auto& one : part.alternatives) begins = begins || BeginsWith(one.parts, child);
    if (begins) return true;
    if (!MayBeAbsent(part)) return false;
  }
  return false;
}

std::string InstanceAttribute(xml::Element element, const char* name) {
  auto* text = xmlGetNsProp(element.native(), reinterpret_cast<const xmlChar*>(name),
                            reinterpret_cast<const xmlChar*>(kInstance.data()));
  std::string value = text == nullptr ? "" : reinterpret_cast<const char*>(text);
  xmlFree(text);
  const auto colon = value.find(':');
  return colon == std::string::npos ? value : value.substr(colon + 1);
}

class Reader {
 public:
  Form::Reading Read(const Layout& layout, xml::Element root) {
    reading_.data = ReadObject(layout.object, root, "");
    return std::move(reading_);
  }

 private:
  Json ReadObject(const Object& object, xml::Element element, const std::string& path) {
    auto data = Json::object();
    const auto* content = &object;
    if (!object.types.empty()) {
      const auto type = InstanceAttribute(element, "type");
      for (const auto& derived : object.types) {
        if (derived.type.local != type) continue;
        data["#type"] = type;
        content = derived.object.get();
      }
    }
    ReadAttributes(*content, element, path, data);
    if (content->text && !element.text().empty())
      data["#text"] = FromLexical(*content->text, element.text());
    ReadChildren(*content, element, path, data);
    return data;
  }

  void ReadAttributes(const Object& object, xml::Element element, const std::string& path,
                      Json& data) {
    for (auto* node = element.native()->properties; node != nullptr; node = node->next) {
      const Name name{node->ns == nullptr ? "" : reinterpret_cast<const char*>(node->ns->href),
                      reinterpret_cast<const char*>(node->name)};
      if (name.uri == kInstance) continue;
      auto* raw = xmlNodeListGetString(element.native()->doc, node->children, 1);
      const std::string value = raw == nullptr ? "" : reinterpret_cast<const char*>(raw);
      xmlFree(raw);
      const auto known = std::ranges::find(object.attributes, name, &Attribute::name);
      if (known == object.attributes.end()) {
        reading_.strangers.push_back({path, "@" + name.local, value});
      } else if (IsShown(*known)) {
        data[known->member] = FromLexical(known->type, value);
      }
    }
  }

  void ReadChildren(const Object& object, xml::Element element, const std::string& path,
                    Json& data) {
    Elements children;
    for (auto child : element.children()) {
      Contains(object.parts, child) ? children.push_back(child) : AddStranger(child, path);
    }
    if (object.any_order) {
      for (std::size_t at = 0; at < children.size(); ++at)
        ReadAnywhere(object.parts, children, at, path, data);
      return;
    }
    for (auto at = ReadParts(object.parts, children, 0, path, data); at < children.size(); ++at) {
      AddStranger(children[at], path);
    }
  }

  void ReadAnywhere(const std::vector<Part>& parts, const Elements& children, std::size_t at,
                    const std::string& path, Json& data) {
    for (const auto& part : parts) {
      if (part.kind == Part::Kind::kElement && Is(children[at], part.name)) {
        ReadPart(part, {children[at]}, 0, path, data);
      }
    }
  }

  void AddStranger(xml::Element element, const std::string& path) {
    reading_.strangers.push_back({path, element.name(), element.text()});
  }

  std::size_t ReadParts(const std::vector<Part>& parts, const Elements& children, std::size_t at,
                        const std::string& path, Json& data) {
    for (const auto& part : parts) at = ReadPart(part, children, at, path, data);
    return at;
  }

  std::size_t ReadPart(const Part& part, const Elements& children, std::size_t at,
                       const std::string& path, Json& data) {
    if (part.kind == Part::Kind::kChoice) return ReadChoice(part, children, at, path, data);
    if (part.kind == Part::Kind::kGroup) return ReadGroup(part, children, at, path, data);
    const auto place = path.empty() ? part.member : path + "/" + part.member;
    auto rows = Json::array();
    while (at < children.size() && Is(children[at], part.name)) {
      const auto row_place = part.repeats() ? place + "/" + std::to_string(rows.size()) : place;
      auto value = ReadElement(part, children[at++], row_place);
      if (!part.repeats()) {
        if (IsShown(part) && !value.is_null()) data[part.member] = std::move(value);
        return at;
      }
      rows.push_back(std::move(value));
    }
    if (!rows.empty()) data[part.member] = std::move(rows);
    return at;
  }

  // null for a nil one.
  Json ReadElement(const Part& part, xml::Element element, const std::string& path) {
    const auto nil = InstanceAttribute(element, "nil");
    if (part.is_empty()) return part.repeats() ? Json::object() : Json(true);
    if (nil == "true" || nil == "1") return part.repeats() ? Json::object() : Json();
    if (!part.value) return ReadObject(*part.object, element, path);
    auto value = element.text().empty() ? Json() : FromLexical(*part.value, element.text());
    if (!part.repeats()) return value;
    auto row = Json::object();
    if (!value.is_null()) row["#text"] = std::move(value);
    return row;
  }

  std::size_t ReadChoice(const Part& choice, const Elements& children, std::size_t at,
                         const std::string& path, Json& data) {
    if (at >= children.size()) return at;
    for (const auto& alternative : choice.alternatives) {
      if (!BeginsWith(alternative.parts, children[at])) continue;
      data[choice.member] = alternative.value;
      return ReadParts(alternative.parts, children, at, path, data);
    }
    return at;
  }

  std::size_t ReadGroup(const Part& group, const Elements& children, std::size_t at,
                        const std::string& path, Json& data) {
    const auto place = path.empty() ? group.member : path + "/" + group.member;
    auto rows = Json::array();
    while (at < children.size() && BeginsWith(group.object->parts, children[at])) {
      auto row = Json::object();
      const auto row_place = group.repeats() ? place + "/" + std::to_string(rows.size()) : place;
      at = ReadParts(group.object->parts, children, at, row_place, row);
      rows.push_back(std::move(row));
      if (!group.repeats()) break;
    }
    if (rows.empty()) return at;
    data[group.member] = group.repeats() ? rows : rows[0];
    return at;
  }

  Form::Reading reading_;
};

}  // namespace

Form::Reading ReadDocument(const Layout& layout, xml::Element root) {
  return Reader().Read(layout, root);
}

}  // namespace okno::xsd
