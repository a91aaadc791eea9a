// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "layout_builder.h"

namespace okno::xsd {
namespace {

struct Popper {
  std::vector<const xmlNode*>& stack;
  ~Popper() { stack.pop_back(); }
};

}  // namespace

Object LayoutBuilder::Content(const Item& type) {
  const auto* node = type.node.native();
  if (std::ranges::count(open_types_, node) >= limits_.repetitions) {
    throw TooDeep{"xsd.recursive", type.Place(type.attribute("name"))};
  }
  if (static_cast<int>(open_types_.size()) > limits_.levels) {
    throw TooDeep{"xsd.too_many_levels", type.Place(type.attribute("name"))};
  }
  open_types_.push_back(node);
  const Popper popper{open_types_};
  Object object;
  type.attribute("abstract") == "true" ? AddDerived(type, object) : AddContent(type, object);
  return object;
}

void LayoutBuilder::AddDerived(const Item& type, Object& object) {
  const Name base{type.unit->uri, type.attribute("name")};
  for (const auto& name : components_.Derived(base)) {
    const auto* item = components_.Find(Kind::kType, name);
    if (item->attribute("abstract") == "true") continue;
    auto title = DocumentationOf(*item).russian;
    if (title.empty()) title = name.local;
    object.types.push_back({name, title, std::make_unique<Object>(Content(*item))});
  }
  if (object.types.empty()) throw TooDeep{"xsd.abstract", type.Place(base.local)};
}

void LayoutBuilder::AddContent(const Item& type, Object& object) {
  bool mixed = type.attribute("mixed") == "true";
  if (const auto simple = type.child("simpleContent")) {
    AddSimpleContent(simple, object);
  } else if (const auto complex = type.child("complexContent")) {
    mixed = mixed || complex.attribute("mixed") == "true";
    AddComplexContent(complex, object);
  } else {
    AddParticles(type, object);
    AddAttributes(type, object);
  }
  if (!mixed) return;
  if (object.parts.empty()) {
    object.text = SimpleType{};
  } else {
    Note("xsd.note_mixed", type.Place(type.attribute("name")));
  }
}

void LayoutBuilder::AddSimpleContent(const Item& content, Object& object) {
  for (const auto& derivation : content.children()) {
    if (!derivation.Is("extension") && !derivation.Is("restriction")) continue;
    const auto name = components_.Resolve(derivation, derivation.attribute("base"));
    const auto* base = components_.Find(Kind::kType, name);
    if (base != nullptr && base->Is("complexType")) {
      AddContent(*base, object);
    } else {
      object.text = SimpleTypeNamed(components_, name);
    }
    if (derivation.Is("restriction") && object.text) {
      if (const auto inner = derivation.child("simpleType"))
        object.text = SimpleTypeOf(components_, inner);
      Restrict(derivation, *object.text);
    }
    if (object.text) NoteValue(*object.text, derivation);
    AddAttributes(derivation, object);
  }
}

void LayoutBuilder::AddComplexContent(const Item& content, Object& object) {
  for (const auto& derivation : content.children()) {
    if (!derivation.Is("extension") && !derivation.Is("restriction")) continue;
    const auto* base = components_.Find(
        Kind::kType, components_.Resolve(derivation, derivation.attribute("base")));
    if (base != nullptr && base->Is("complexType")) AddContent(*base, object);
    if (derivation.Is("restriction")) object.parts.clear();
    AddParticles(derivation, object);
    AddAttributes(derivation, object);
  }
}

void LayoutBuilder::AddParticles(const Item& around, Object& object) {
  for (const auto& child : around.children()) {
    if (child.Is("all")) object.any_order = true;
    if (child.Is("all") || child.Is("sequence") || child.Is("choice") || child.Is("group")) {
      Add(child, object.parts, false);
    }
  }
}

}  // namespace okno::xsd
