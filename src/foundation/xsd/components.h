// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "sources.h"

namespace okno::xsd {

struct Name {
  std::string uri, local;
  auto operator<=>(const Name&) const = default;
};

// A file as part of a namespace: one without a namespace of its own takes that of who includes it.
struct Unit {
  const Source* source = nullptr;
  std::string uri;
  bool elements_qualified = false, attributes_qualified = false;
};
// A schema element with what is needed to read it.
struct Item {
  const Unit* unit = nullptr;
  xml::Element node;
  explicit operator bool() const { return static_cast<bool>(node); }
  Item At(xml::Element other) const { return {unit, other}; }
  bool Is(std::string_view name) const { return node.Is(kXsd, name); }
  std::string Place(std::string_view what) const { return PlaceOf(unit->source->file, node, what); }
  std::string attribute(std::string_view name) const { return node.attribute(name).value_or(""); }
  std::vector<Item> children() const;
  Item child(std::string_view name) const;  // of the schema language, first; empty when absent
};

enum class Kind { kElement, kAttribute, kType, kGroup, kAttributeGroup };

// The named components of a set.
class Components {
 public:
  explicit Components(const Sources& sources);
  Components(const Components&) = delete;

  const Item* Find(Kind kind, const Name& name) const;
  const std::map<Name, Item>& All(Kind kind) const { return components_.at(kind); }
  const std::vector<std::unique_ptr<Unit>>& units() const { return units_; }
  // The name that a QName in an attribute or list stands for.
  Name Resolve(const Item& at, std::string_view qualified) const;
  // Global elements that may stand for `head`, and types derived from `base`, each through any
  // steps.
  std::vector<Name> Substitutes(const Name& head) const;
  std::vector<Name> Derived(const Name& base) const;

 private:
  const Unit* AddUnit(const Sources& sources, const Source& source, const std::string& uri);
  void AddComponents(const Unit& unit);
  void AddHeirs();

  std::vector<std::unique_ptr<Unit>> units_;
  std::map<std::pair<std::string, std::string>, const Unit*> known_;  // file, namespace
  std::map<Kind, std::map<Name, Item>> components_;
  std::map<Name, std::vector<Name>> substitutes_, derived_;  // by the next step only
};

// Refuses what would be wrong or dangerous to lay out: unknown names, circles, too many parts,
// chains too long, patterns. Afterwards every reference resolves.
Outcome CheckComponents(const Components& components, const Limits& limits);
// Refuses contents that the judge would take too long, or too much memory, to compile. After
// CheckComponents.
Outcome CheckContents(const Components& components, const Limits& limits);

}  // namespace okno::xsd
