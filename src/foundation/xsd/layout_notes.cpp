// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "layout_builder.h"
#include "pattern.h"

namespace okno::xsd {

void LayoutBuilder::NoteAny(const Item& item, Occurs occurs) {
  Note(occurs.least > 0 ? "xsd.note_wildcard_required" : "xsd.note_wildcard", item.Place("xs:any"));
}

void LayoutBuilder::NoteValue(const SimpleType& type, const Item& item) {
  if (type.any_of && type.choices.empty()) Note("xsd.note_union", item.Place(""));
  for (const auto& step : type.patterns) {
    for (const auto& text : step) {
      const auto pattern = ReadPattern(text);
      if (pattern && !ToFormPattern(*pattern)) Note("xsd.note_pattern", text);
    }
  }
}

void LayoutBuilder::NoteOnce(std::string code, std::string detail) {
  for (const auto& note : notes_) {
    if (note.code == code) return;
  }
  Note(std::move(code), std::move(detail));
}

void LayoutBuilder::Note(std::string code, std::string detail) {
  std::string path;
  for (std::size_t i = 1; i < path_.size(); ++i) path += (i > 1 ? "/" : "") + path_[i];
  const xsd::Note note{path, std::move(code), std::move(detail)};
  if (notes_.size() < 100 && std::ranges::find(notes_, note) == notes_.end())
    notes_.push_back(note);
}

}  // namespace okno::xsd
