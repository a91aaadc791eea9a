// SPDX-License-Identifier: Apache-2.0
#include "layout_builder.h"
#include "member_names.h"

namespace okno::xsd {

Layout LayoutBuilder::Root(const Name& name, const Item& item) {
  Layout layout{.root = name, .words = DocumentationOf(item)};
  auto part = Declared(item, name);
  if (part.object) {
    layout.object = std::move(*part.object);
  } else {
    layout.object.text = std::move(part.value);
  }
  NameMembers(layout.object);
  layout.notes = std::move(notes_);
  return layout;
}

void LayoutBuilder::CountField(const Item& item, const Name& name) {
  if (++fields_ > limits_.fields)
    throw LayoutRefused{Refused("xsd.too_many_fields", item.Place(name.local))};
}

Result<Layout> LayOut(const Components& components, const Name& root, const FormLimits& limits) {
  const auto* item = components.Find(Kind::kElement, root);
  if (item == nullptr) return Refused("xsd.no_such_root", root.local);
  try {
    return LayoutBuilder(components, limits).Root(root, *item);
  } catch (LayoutRefused& refused) {
    return std::move(refused.refusal);
  } catch (const TooDeep& deep) {
    return Refused(deep.code, deep.place);
  }
}

std::string TitleOf(const Part& part) {
  if (!part.words.russian.empty()) return LabelOf(part.words.russian).title;
  if (part.kind == Part::Kind::kElement) return part.name.local;
  std::vector<std::string> titles;
  if (part.object) {
    for (const auto& inner : part.object->parts) titles.push_back(TitleOf(inner));
  }
  for (const auto& alternative : part.alternatives) {
    for (const auto& inner : alternative.parts) titles.push_back(TitleOf(inner));
  }
  const char* separator = part.kind == Part::Kind::kChoice ? " или " : ", ";
  std::string title;
  for (std::size_t i = 0; i < titles.size() && i < 3; ++i)
    title += (i > 0 ? separator : "") + titles[i];
  return titles.size() > 3 ? title + "…" : title;
}

}  // namespace okno::xsd
