// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "layout_builder.h"

namespace okno::xsd {
namespace {

int Count(const std::string& text, int otherwise) {
  if (text.empty()) return otherwise;
  if (text == "unbounded") return kUnbounded;
  int count = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
  return read.ec == std::errc() ? count : kUnbounded;  // larger than an int: as good as unbounded
}

bool IsAnyRequired(const std::vector<Part>& parts) {
  return std::ranges::any_of(parts, [](const Part& part) { return part.least > 0; });
}

void MoveInto(std::vector<Part>& into, std::vector<Part>&& parts) {
  std::ranges::move(parts, std::back_inserter(into));
}

}  // namespace

Occurs OccursOf(const Item& item) {
  return {Count(item.attribute("minOccurs"), 1), Count(item.attribute("maxOccurs"), 1)};
}

void LayoutBuilder::Add(const Item& item, std::vector<Part>& into, bool may_go) {
  const auto occurs = OccursOf(item);
  if (occurs.most == 0) return;
  try {
    if (item.Is("element")) AddElement(item, occurs, into);
    if (item.Is("sequence") || item.Is("all")) AddSequence(item, occurs, into);
    if (item.Is("choice")) AddChoice(item, occurs, into);
    if (item.Is("group")) AddGroup(item, occurs, into);
    if (item.Is("any")) NoteAny(item, occurs);
  } catch (const TooDeep& deep) {
    if (occurs.least > 0 && !may_go) throw;
    Note("xsd.note_recursion", deep.place);
  }
}

void LayoutBuilder::AddGroup(const Item& reference, Occurs occurs, std::vector<Part>& into) {
  const auto* group =
      components_.Find(Kind::kGroup, components_.Resolve(reference, reference.attribute("ref")));
  if (group == nullptr) return;
  for (const auto& child : group->children()) {
    if (child.Is("choice")) AddChoice(child, occurs, into);
    if (child.Is("sequence") || child.Is("all")) AddSequence(child, occurs, into);
  }
}

void LayoutBuilder::AddSequence(const Item& item, Occurs occurs, std::vector<Part>& into) {
  std::vector<Part> inner;
  for (const auto& child : item.children()) Add(child, inner, false);
  Wrap(std::move(inner), occurs, DocumentationOf(item), into);
}

void LayoutBuilder::Wrap(std::vector<Part> inner, Occurs occurs, Documentation words,
                         std::vector<Part>& into) {
  if (inner.empty()) return;
  if (occurs.most == 1) {
    if (occurs.least == 0 && inner.size() == 1) inner[0].least = 0;
    if (occurs.least == 1 || !IsAnyRequired(inner)) return MoveInto(into, std::move(inner));
  } else if (inner.size() == 1 && inner[0].kind == Part::Kind::kElement && inner[0].least == 1 &&
             inner[0].most == 1) {
    inner[0].least = occurs.least;
    inner[0].most = occurs.most;
    return MoveInto(into, std::move(inner));
  }
  Part group{.kind = Part::Kind::kGroup,
             .least = occurs.least,
             .most = occurs.most,
             .words = std::move(words)};
  group.object = std::make_unique<Object>();
  group.object->parts = std::move(inner);
  into.push_back(std::move(group));
}

void LayoutBuilder::AddChoice(const Item& item, Occurs occurs, std::vector<Part>& into) {
  Part choice{.kind = Part::Kind::kChoice, .words = DocumentationOf(item)};
  bool nothing_will_do = false;
  for (const auto& child : item.children()) {
    std::vector<Part> parts;
    Add(child, parts, true);
    if (parts.empty()) {
      nothing_will_do = nothing_will_do || child.Is("sequence");
    } else if (parts.size() == 1 && parts[0].kind == Part::Kind::kChoice) {
      nothing_will_do = nothing_will_do || parts[0].least == 0;
      std::ranges::move(parts[0].alternatives, std::back_inserter(choice.alternatives));
    } else {
      choice.alternatives.push_back({.parts = std::move(parts)});
    }
  }
  if (choice.alternatives.empty()) return ThrowIfNeeded(item, occurs);
  FinishChoice(std::move(choice), {nothing_will_do ? 0 : occurs.least, occurs.most}, into);
}

void LayoutBuilder::ThrowIfNeeded(const Item& item, Occurs occurs) const {
  if (occurs.least > 0 && !item.children().empty())
    throw TooDeep{"xsd.recursive", item.Place("choice")};
}

void LayoutBuilder::FinishChoice(Part choice, Occurs occurs, std::vector<Part>& into) {
  if (choice.alternatives.size() == 1) {
    return Wrap(std::move(choice.alternatives[0].parts), occurs, std::move(choice.words), into);
  }
  if (occurs.most == 1) {
    choice.least = occurs.least;
    into.push_back(std::move(choice));
    return;
  }
  std::vector<Part> inner;
  auto words = choice.words;
  inner.push_back(std::move(choice));
  Wrap(std::move(inner), occurs, std::move(words), into);
}

}  // namespace okno::xsd
