// SPDX-License-Identifier: Apache-2.0
#include "member_names.h"

#include <map>
#include <set>

namespace okno::xsd {
namespace {

// Through which alternatives of which choices one comes to a part.
using Trail = std::vector<std::pair<const Part*, std::size_t>>;

bool NeverTogether(const Trail& a, const Trail& b) {
  for (const auto& [choice, alternative] : a) {
    for (const auto& [other, other_alternative] : b) {
      if (choice == other && alternative != other_alternative) return true;
    }
  }
  return false;
}

class Namer {
 public:
  void Attributes(std::vector<Attribute>& attributes) {
    for (auto& attribute : attributes)
      attribute.member = Take("@" + attribute.name.local, nullptr, {});
  }
  void Parts(std::vector<Part>& parts, const Trail& trail) {
    for (auto& part : parts) Give(part, trail);
  }

 private:
  struct Use {
    const Part* element;  // null: nobody else may have the name
    Trail trail;
  };

  void Give(Part& part, const Trail& trail) {
    if (part.kind == Part::Kind::kElement) {
      part.member = Take(part.name.local, &part, trail);
    } else if (part.kind == Part::Kind::kGroup) {
      part.member = TakeNumbered(part.repeats() ? "#rows" : "#group");
    } else {
      part.member = TakeNumbered("#choice");
      GiveAlternatives(part, trail);
    }
    if (part.object) NameMembers(*part.object);
  }

  void GiveAlternatives(Part& choice, const Trail& trail) {
    std::set<std::string> values;
    for (std::size_t i = 0; i < choice.alternatives.size(); ++i) {
      auto& alternative = choice.alternatives[i];
      auto inner = trail;
      inner.emplace_back(&choice, i);
      Parts(alternative.parts, inner);
      const auto first = FirstName(alternative.parts);
      alternative.value = first;
      for (int number = 2; !values.insert(alternative.value).second; ++number) {
        alternative.value = first + "#" + std::to_string(number);
      }
      for (std::size_t at = 0; at < alternative.parts.size() && at < 3; ++at) {
        alternative.title += (at > 0 ? ", " : "") + TitleOf(alternative.parts[at]);
      }
      if (alternative.parts.size() > 3) alternative.title += "…";
    }
  }

  static std::string FirstName(const std::vector<Part>& parts) {
    const auto& first = parts.front();
    if (first.kind == Part::Kind::kElement) return first.name.local;
    if (first.object) return FirstName(first.object->parts);
    return FirstName(first.alternatives.front().parts);
  }

  std::string Take(const std::string& name, const Part* element, const Trail& trail) {
    auto member = name;
    for (int number = 2; !IsFree(member, element, trail); ++number) {
      member = name + "#" + std::to_string(number);
    }
    uses_[member].push_back({element, trail});
    return member;
  }
  bool IsFree(const std::string& member, const Part* element, const Trail& trail) const {
    const auto found = uses_.find(member);
    if (found == uses_.end()) return true;
    for (const auto& use : found->second) {
      const bool same = element != nullptr && use.element != nullptr &&
                        use.element->name == element->name &&
                        use.element->repeats() == element->repeats();
      if (!same || !NeverTogether(use.trail, trail)) return false;
    }
    return true;
  }
  std::string TakeNumbered(const std::string& name) {
    auto member = name;
    for (int number = 2; uses_.contains(member); ++number) member = name + std::to_string(number);
    uses_[member].push_back({nullptr, {}});
    return member;
  }

  std::map<std::string, std::vector<Use>> uses_;
};

}  // namespace

void NameMembers(Object& object) {
  Namer namer;
  namer.Attributes(object.attributes);
  namer.Parts(object.parts, {});
  for (auto& type : object.types) NameMembers(*type.object);
}

}  // namespace okno::xsd
