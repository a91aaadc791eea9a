// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "parts.h"

namespace okno::xsd {

// The whole layout is refused.
struct LayoutRefused {
  Refusal refusal;
};
// A type stands in itself too often, or too many levels down; what is optional above is left out.
struct TooDeep {
  std::string code, place;
};

struct Occurs {
  int least = 1, most = 1;
};
Occurs OccursOf(const Item& item);

// Lays one root element out. The parts of the work stand in files of their own: layout_particles,
// layout_elements, layout_types, layout_attributes, layout_notes.
class LayoutBuilder {
 public:
  LayoutBuilder(const Components& components, const FormLimits& limits)
      : components_(components), limits_(limits) {}

  // Throws LayoutRefused and TooDeep.
  Layout Root(const Name& name, const Item& item);

 private:
  void Add(const Item& item, std::vector<Part>& into, bool may_go);
  void AddGroup(const Item& reference, Occurs occurs, std::vector<Part>& into);
  void AddSequence(const Item& item, Occurs occurs, std::vector<Part>& into);
  // Steps that come together: side by side with the others where that says the same, else as a
  // group.
  void Wrap(std::vector<Part> inner, Occurs occurs, Documentation words, std::vector<Part>& into);
  void AddChoice(const Item& item, Occurs occurs, std::vector<Part>& into);
  void ThrowIfNeeded(const Item& item, Occurs occurs) const;
  void FinishChoice(Part choice, Occurs occurs, std::vector<Part>& into);

  void AddElement(const Item& item, Occurs occurs, std::vector<Part>& into);
  void AddReference(const Item& item, const Name& name, Occurs occurs, std::vector<Part>& into);
  // A declaration as one required part.
  Part Declared(const Item& item, const Name& name);
  // The type as an item; empty when it is built in.
  std::optional<Item> TypeOf(const Item& element);
  static void TakeValueOut(Part& part);

  Object Content(const Item& type);
  void AddDerived(const Item& type, Object& object);
  void AddContent(const Item& type, Object& object);
  void AddSimpleContent(const Item& content, Object& object);
  void AddComplexContent(const Item& content, Object& object);
  void AddParticles(const Item& around, Object& object);

  void AddAttributes(const Item& around, Object& object);
  void AddAttribute(const Item& item, Object& object);

  void NoteAny(const Item& item, Occurs occurs);
  void NoteValue(const SimpleType& type, const Item& item);
  void NoteOnce(std::string code, std::string detail);
  void Note(std::string code, std::string detail);

  void CountField(const Item& item, const Name& name);

  const Components& components_;
  const FormLimits& limits_;
  std::vector<const xmlNode*> open_types_;
  std::vector<std::string> path_;
  std::vector<xsd::Note> notes_;
  std::size_t fields_ = 0;
};

}  // namespace okno::xsd
