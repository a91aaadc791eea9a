// SPDX-License-Identifier: Apache-2.0
#include "layout_builder.h"

namespace okno::xsd {

void LayoutBuilder::AddElement(const Item& item, Occurs occurs, std::vector<Part>& into) {
  const auto reference = item.attribute("ref");
  if (!reference.empty())
    return AddReference(item, components_.Resolve(item, reference), occurs, into);
  const auto form = item.attribute("form");
  const bool qualified = form.empty() ? item.unit->elements_qualified : form == "qualified";
  const Name name{qualified ? item.unit->uri : "", item.attribute("name")};
  if (!qualified && !item.unit->uri.empty())
    NoteOnce("xsd.note_unqualified", item.Place(name.local));
  auto part = Declared(item, name);
  part.least = occurs.least;
  part.most = occurs.most;
  into.push_back(std::move(part));
}

void LayoutBuilder::AddReference(const Item& item, const Name& name, Occurs occurs,
                                 std::vector<Part>& into) {
  const auto* head = components_.Find(Kind::kElement, name);
  if (head == nullptr) return;
  Part choice{.kind = Part::Kind::kChoice, .words = DocumentationOf(item)};
  auto names = components_.Substitutes(name);
  names.insert(names.begin(), name);
  for (const auto& each : names) {
    const auto* declaration = components_.Find(Kind::kElement, each);
    if (declaration->attribute("abstract") == "true") continue;
    std::vector<Part> parts;
    parts.push_back(Declared(*declaration, each));
    if (auto words = DocumentationOf(item); names.size() == 1 && !words.russian.empty())
      parts[0].words = words;
    choice.alternatives.push_back({.parts = std::move(parts)});
  }
  if (choice.alternatives.empty()) throw TooDeep{"xsd.abstract", item.Place(name.local)};
  FinishChoice(std::move(choice), occurs, into);
}

Part LayoutBuilder::Declared(const Item& item, const Name& name) {
  CountField(item, name);
  Part part{.words = DocumentationOf(item),
            .name = name,
            .nillable = item.attribute("nillable") == "true",
            .fixed = item.node.attribute("fixed"),
            .initial = item.node.attribute("default")};
  path_.push_back(name.local);
  const auto type = TypeOf(item);
  if (type && type->Is("complexType")) {
    if (part.words.russian.empty()) part.words = DocumentationOf(*type);
    part.object = std::make_unique<Object>(Content(*type));
    TakeValueOut(part);
  } else {
    part.value = SimpleTypeOf(components_, type ? *type : item);
    if (part.words.russian.empty() && type) part.words = DocumentationOf(*type);
    NoteValue(*part.value, item);
  }
  path_.pop_back();
  return part;
}

std::optional<Item> LayoutBuilder::TypeOf(const Item& element) {
  for (const auto* inner : {"complexType", "simpleType"}) {
    if (const auto child = element.child(inner)) return child;
  }
  if (const auto type = element.attribute("type"); !type.empty()) {
    const auto name = components_.Resolve(element, type);
    const auto* item = components_.Find(Kind::kType, name);
    if (item == nullptr && name.local == "anyType") Note("xsd.note_wildcard", element.Place(type));
    return item == nullptr ? std::optional<Item>() : *item;
  }
  if (const auto head = element.attribute("substitutionGroup"); !head.empty()) {
    const auto* item = components_.Find(Kind::kElement, components_.Resolve(element, head));
    if (item != nullptr) return TypeOf(*item);
  }
  return std::nullopt;
}

void LayoutBuilder::TakeValueOut(Part& part) {
  auto& object = *part.object;
  if (!object.text || !object.attributes.empty() || !object.parts.empty()) return;
  part.value = std::move(object.text);
  part.object.reset();
}

}  // namespace okno::xsd
