// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "components.h"
#include "pattern.h"
#include "text/strings.h"

namespace okno::xsd {
namespace {

struct Stop {
  Refusal refusal;
};
[[noreturn]] void Fail(std::string code, std::string detail) {
  throw Stop{Refused(std::move(code), std::move(detail))};
}

struct Reference {
  Kind kind;
  Name name;
  bool laid_out =
      false;  // its parts become parts of the one that refers to it; of simple types always
};

// What one schema element refers to by its attributes.
std::vector<Reference> ReferencesAt(const Components& components, const Item& item) {
  std::vector<Reference> found;
  const auto add = [&](std::string_view attribute, Kind kind, bool laid_out) {
    for (const auto& name : text::Split(item.attribute(attribute), ' ')) {
      if (!name.empty()) found.push_back({kind, components.Resolve(item, name), laid_out});
    }
  };
  add("type", Kind::kType, false);
  add("base", Kind::kType, true);
  add("itemType", Kind::kType, false);
  add("memberTypes", Kind::kType, false);
  add("substitutionGroup", Kind::kElement, false);
  if (item.Is("element")) add("ref", Kind::kElement, false);
  if (item.Is("attribute")) add("ref", Kind::kAttribute, false);
  if (item.Is("group")) add("ref", Kind::kGroup, true);
  if (item.Is("attributeGroup")) add("ref", Kind::kAttributeGroup, true);
  return found;
}

// What costs steps of its own when a content is laid out, even when nothing is in it.
std::size_t OwnParts(const Item& item) {
  for (const auto* name :
       {"element", "attribute", "any", "sequence", "choice", "all", "group", "attributeGroup"}) {
    if (item.Is(name)) return 1;
  }
  if (!item.Is("union")) return 0;
  return text::Split(item.attribute("memberTypes"), ' ').size() + item.children().size();
}

class Checker {
 public:
  Checker(const Components& components, const Limits& limits)
      : components_(components), limits_(limits) {}

  void Run() {
    for (const auto& unit : components_.units()) {
      for (auto node : unit->source->document.root().children()) CheckNames({unit.get(), node});
    }
    for (const auto kind : {Kind::kElement, Kind::kType, Kind::kGroup, Kind::kAttributeGroup}) {
      for (const auto& [name, item] : components_.All(kind)) {
        MeasureChain(item);
        Count(item);
      }
    }
  }

 private:
  // An anonymous type inside an element is a content of its own.
  void Count(const Item& first) {
    inner_.assign(1, first);
    while (!inner_.empty()) {
      const auto item = inner_.back();
      inner_.pop_back();
      total_ += Parts(item, 0);
      if (total_ > limits_.parts) Fail("xsd.too_many_parts", item.Place(item.attribute("name")));
    }
  }

  void CheckNames(const Item& item) {
    for (const auto& reference : ReferencesAt(components_, item)) {
      if (reference.name.uri == kXsd || components_.Find(reference.kind, reference.name)) continue;
      Fail("xsd.unknown_component",
           item.Place("{" + reference.name.uri + "}" + reference.name.local));
    }
    if (item.Is("pattern")) CheckPattern(item);
    for (const auto& child : item.children()) CheckNames(child);
  }
  static void CheckPattern(const Item& item) {
    const auto value = item.attribute("value");
    const auto pattern = ReadPattern(value);
    if (!pattern) Fail(pattern.refusal().code, item.Place(value.substr(0, 100)));
    if (IsDangerous(*pattern)) Fail("xsd.pattern_dangerous", item.Place(value.substr(0, 100)));
  }

  // Parts of a component once everything it is made of is laid out; each is counted once and kept.
  std::size_t Parts(const Item& item, int depth) {
    if (depth > limits_.references) Fail("xsd.too_deep", item.Place(item.attribute("name")));
    const auto known = parts_.find(item.node.native());
    if (known != parts_.end()) return known->second;
    if (!open_.insert(item.node.native()).second)
      Fail("xsd.circular", item.Place(item.attribute("name")));
    const auto parts = PartsBelow(item, depth);
    open_.erase(item.node.native());
    return parts_[item.node.native()] = parts;
  }
  std::size_t PartsBelow(const Item& item, int depth) {
    std::size_t parts = OwnParts(item);
    for (const auto& reference : ReferencesAt(components_, item)) {
      const auto* target = components_.Find(reference.kind, reference.name);
      const bool laid_out = reference.laid_out || (target != nullptr && target->Is("simpleType"));
      if (target != nullptr && laid_out) parts += Parts(*target, depth + 1);
      if (parts > limits_.parts) Fail("xsd.too_many_parts", item.Place(item.attribute("name")));
    }
    for (const auto& child : item.children()) {
      if (item.Is("element") && !child.Is("simpleType")) {
        if (child.Is("complexType")) inner_.push_back(child);
        continue;
      }
      parts += PartsBelow(child, depth);
      if (parts > limits_.parts) Fail("xsd.too_many_parts", item.Place(item.attribute("name")));
    }
    return parts;
  }

  // Walks from component to component as a schema reader does that reads each when it is first
  // needed.
  void MeasureChain(const Item& first) {
    struct Step {
      std::vector<Item> next;
      std::size_t at = 0;
    };
    if (!seen_.insert(first.node.native()).second) return;
    std::vector<Step> chain{{Needed(first)}};
    while (!chain.empty()) {
      auto& step = chain.back();
      if (step.at == step.next.size()) {
        chain.pop_back();
        continue;
      }
      const auto item = step.next[step.at++];
      if (!seen_.insert(item.node.native()).second) continue;
      if (static_cast<int>(chain.size()) >= limits_.references) {
        Fail("xsd.too_deep", item.Place(item.attribute("name")));
      }
      chain.push_back({Needed(item)});
    }
  }
  std::vector<Item> Needed(const Item& item) {
    std::vector<Item> needed;
    for (const auto& reference : ReferencesAt(components_, item)) {
      if (const auto* target = components_.Find(reference.kind, reference.name))
        needed.push_back(*target);
    }
    for (const auto& child : item.children()) {
      const auto below = Needed(child);
      needed.insert(needed.end(), below.begin(), below.end());
    }
    return needed;
  }

  const Components& components_;
  const Limits& limits_;
  std::map<xmlNode*, std::size_t> parts_;
  std::set<xmlNode*> open_, seen_;
  std::vector<Item> inner_;
  std::size_t total_ = 0;
};

}  // namespace

Outcome CheckComponents(const Components& components, const Limits& limits) {
  try {
    Checker(components, limits).Run();
    return Done();
  } catch (Stop& stop) {
    return std::move(stop.refusal);
  }
}

}  // namespace okno::xsd
