// SPDX-License-Identifier: Apache-2.0
#include "components.h"

#include <libxml/tree.h>

#include <optional>
#include <set>

namespace okno::xsd {
namespace {

std::optional<Kind> KindOf(const Item& item) {
  if (item.Is("element")) return Kind::kElement;
  if (item.Is("attribute")) return Kind::kAttribute;
  if (item.Is("complexType") || item.Is("simpleType")) return Kind::kType;
  if (item.Is("group")) return Kind::kGroup;
  if (item.Is("attributeGroup")) return Kind::kAttributeGroup;
  return std::nullopt;
}

std::vector<Name> Heirs(const std::map<Name, std::vector<Name>>& next, const Name& first) {
  std::vector<Name> heirs;
  std::set<Name> seen{first};
  std::vector<Name> open{first};
  while (!open.empty()) {
    const auto found = next.find(open.back());
    open.pop_back();
    if (found == next.end()) continue;
    for (const auto& heir : found->second) {
      if (!seen.insert(heir).second) continue;
      heirs.push_back(heir);
      open.push_back(heir);
    }
  }
  return heirs;
}

}  // namespace

std::vector<Item> Item::children() const {
  std::vector<Item> items;
  for (auto child : node.children()) {
    if (child.namespace_uri() == kXsd) items.push_back(At(child));
  }
  return items;
}

Item Item::child(std::string_view name) const { return At(node.child(kXsd, name)); }

Components::Components(const Sources& sources) {
  for (const auto kind :
       {Kind::kElement, Kind::kAttribute, Kind::kType, Kind::kGroup, Kind::kAttributeGroup}) {
    components_[kind];
  }
  for (const auto& [file, source] : sources) {
    if (!source.target_namespace.empty()) AddUnit(sources, source, source.target_namespace);
  }
  for (const auto& [file, source] : sources) {  // those nobody took into a namespace
    bool taken = false;
    for (const auto& unit : units_) taken = taken || unit->source == &source;
    if (!taken) AddUnit(sources, source, "");
  }
  AddHeirs();
}

const Unit* Components::AddUnit(const Sources& sources, const Source& source,
                                const std::string& uri) {
  auto& known = known_[{source.file, uri}];
  if (known != nullptr) return known;
  const auto root = source.document.root();
  units_.push_back(
      std::make_unique<Unit>(Unit{&source, uri, root.attribute("elementFormDefault") == "qualified",
                                  root.attribute("attributeFormDefault") == "qualified"}));
  known = units_.back().get();
  const auto* unit = known;
  AddComponents(*unit);
  for (const auto& file : source.includes) AddUnit(sources, sources.at(file), uri);
  return unit;
}

void Components::AddComponents(const Unit& unit) {
  for (auto node : unit.source->document.root().children()) {
    const Item item{&unit, node};
    const auto kind = KindOf(item);
    const auto name = item.attribute("name");
    if (kind && !name.empty()) components_[*kind].emplace(Name{unit.uri, name}, item);
  }
}

void Components::AddHeirs() {
  for (const auto& [name, item] : components_[Kind::kElement]) {
    const auto head = item.attribute("substitutionGroup");
    if (!head.empty()) substitutes_[Resolve(item, head)].push_back(name);
  }
  for (const auto& [name, item] : components_[Kind::kType]) {
    const auto content = item.child("complexContent");
    if (!content) continue;
    for (const auto& derivation : content.children()) {
      const auto base = derivation.attribute("base");
      if (!base.empty()) derived_[Resolve(derivation, base)].push_back(name);
    }
  }
}

const Item* Components::Find(Kind kind, const Name& name) const {
  const auto& all = components_.at(kind);
  const auto found = all.find(name);
  return found == all.end() ? nullptr : &found->second;
}

Name Components::Resolve(const Item& at, std::string_view qualified) const {
  const auto colon = qualified.find(':');
  const auto prefix =
      colon == std::string_view::npos ? std::string() : std::string(qualified.substr(0, colon));
  const auto local =
      std::string(colon == std::string_view::npos ? qualified : qualified.substr(colon + 1));
  auto* node = at.node.native();
  const auto* ns = xmlSearchNs(
      node->doc, node, prefix.empty() ? nullptr : reinterpret_cast<const xmlChar*>(prefix.c_str()));
  if (ns != nullptr && ns->href != nullptr) return {reinterpret_cast<const char*>(ns->href), local};
  if (!prefix.empty()) return {"unknown prefix " + prefix, local};
  const bool taken_in = at.unit->source->target_namespace.empty();
  return {taken_in ? at.unit->uri : "", local};
}

std::vector<Name> Components::Substitutes(const Name& head) const {
  return Heirs(substitutes_, head);
}
std::vector<Name> Components::Derived(const Name& base) const { return Heirs(derived_, base); }

}  // namespace okno::xsd
