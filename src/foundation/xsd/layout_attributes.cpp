// SPDX-License-Identifier: Apache-2.0
#include "layout_builder.h"

namespace okno::xsd {

void LayoutBuilder::AddAttributes(const Item& around, Object& object) {
  for (const auto& child : around.children()) {
    if (child.Is("attribute")) AddAttribute(child, object);
    if (child.Is("attributeGroup")) {
      const auto name = components_.Resolve(child, child.attribute("ref"));
      if (const auto* group = components_.Find(Kind::kAttributeGroup, name))
        AddAttributes(*group, object);
    }
  }
}

void LayoutBuilder::AddAttribute(const Item& item, Object& object) {
  const auto reference = item.attribute("ref");
  const auto* global =
      reference.empty() ? nullptr
                        : components_.Find(Kind::kAttribute, components_.Resolve(item, reference));
  const auto& declaration = global != nullptr ? *global : item;
  const auto form = item.attribute("form");
  const bool qualified =
      global != nullptr || (form.empty() ? item.unit->attributes_qualified : form == "qualified");
  const Name name{qualified ? declaration.unit->uri : "", declaration.attribute("name")};
  std::erase_if(object.attributes, [&](const Attribute& known) { return known.name == name; });
  if (item.attribute("use") == "prohibited" || name.local.empty()) return;
  CountField(item, name);
  auto words = DocumentationOf(item);
  if (words.russian.empty()) words = DocumentationOf(declaration);
  const auto fixed = item.node.attribute("fixed") ? item.node.attribute("fixed")
                                                  : declaration.node.attribute("fixed");
  const auto initial = item.node.attribute("default") ? item.node.attribute("default")
                                                      : declaration.node.attribute("default");
  object.attributes.push_back({.name = name,
                               .type = SimpleTypeOf(components_, declaration),
                               .required = item.attribute("use") == "required",
                               .fixed = fixed,
                               .initial = initial,
                               .words = words});
  path_.push_back("@" + name.local);
  NoteValue(object.attributes.back().type, item);
  path_.pop_back();
}

}  // namespace okno::xsd
