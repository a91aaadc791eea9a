// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "components.h"

// libxml2 compiles the content of every complex type to an automaton: its table takes the square of
// the elements, and joining what may be left out takes about the cube of it (1,000 optional
// elements in a row: seconds; 2,000: minutes). Both are known before it begins.
namespace okno::xsd {
namespace {

struct Content {
  std::size_t elements = 0;  // places an element may stand at
  std::size_t first = 0;     // elements it may begin with
  std::size_t last = 0;      // elements it may end with
  std::size_t follows = 0;   // pairs of elements of which one may follow the other
  bool may_be_empty = true;
};

Content InTurn(const Content& a, const Content& b) {
  return {.elements = a.elements + b.elements,
          .first = a.first + (a.may_be_empty ? b.first : 0),
          .last = b.last + (b.may_be_empty ? a.last : 0),
          .follows = a.follows + b.follows + a.last * b.first,
          .may_be_empty = a.may_be_empty && b.may_be_empty};
}
Content EitherOf(const Content& a, const Content& b) {
  return {.elements = a.elements + b.elements,
          .first = a.first + b.first,
          .last = a.last + b.last,
          .follows = a.follows + b.follows,
          .may_be_empty = a.may_be_empty || b.may_be_empty};
}

class Measurer {
 public:
  Measurer(const Components& components, const Limits& limits)
      : components_(components), limits_(limits) {}

  // Every complex type of a file has a content of its own.
  Outcome MeasureBelow(const Item& item) {
    if (item.Is("complexType")) {
      if (auto judged = Judge(item, OfType(item)); !judged) return judged;
    }
    for (const auto& child : item.children()) {
      if (auto judged = MeasureBelow(child); !judged) return judged;
    }
    return Done();
  }

 private:
  Outcome Judge(const Item& type, const Content& content) {
    const auto name = type.attribute("name");
    const auto place = type.Place(name.empty() ? "complexType" : name);
    table_ += content.elements * content.elements;
    if (table_ > limits_.elements * limits_.elements) return Refused("xsd.too_many_fields", place);
    steps_ += std::pow(static_cast<double>(content.follows), 1.5);
    if (steps_ > limits_.content_steps) return Refused("xsd.too_wide", place);
    return Done();
  }

  Content OfType(const Item& type) const {
    const auto complex = type.child("complexContent");
    if (!complex) return ParticlesOf(type);
    const auto extension = complex.child("extension");
    if (!extension) return ParticlesOf(complex.child("restriction"));
    const auto* base =
        components_.Find(Kind::kType, components_.Resolve(extension, extension.attribute("base")));
    return InTurn(base == nullptr ? Content() : OfType(*base), ParticlesOf(extension));
  }

  // What stands below, one after the other.
  Content ParticlesOf(const Item& parent) const {
    Content content;
    if (!parent) return content;
    for (const auto& child : parent.children()) content = InTurn(content, Particle(child));
    return content;
  }

  Content Particle(const Item& item) const {
    auto content = Once(item);
    const auto most = item.attribute("maxOccurs");
    if (most == "0") return {};
    if (!most.empty() && most != "1") content.follows += content.last * content.first;
    if (item.attribute("minOccurs") == "0") content.may_be_empty = true;
    return content;
  }

  Content Once(const Item& item) const {
    if (item.Is("element")) return Places(1 + Substitutes(item));
    if (item.Is("any")) return Places(1);
    if (item.Is("sequence")) return ParticlesOf(item);
    if (item.Is("choice") || item.Is("all")) return Alternatives(item);
    if (!item.Is("group")) return {};
    const auto* group =
        components_.Find(Kind::kGroup, components_.Resolve(item, item.attribute("ref")));
    return group == nullptr ? Content() : ParticlesOf(*group);
  }
  static Content Places(std::size_t count) { return {count, count, count, 0, false}; }
  std::size_t Substitutes(const Item& element) const {
    const auto head = element.attribute("ref");
    return head.empty() ? 0 : components_.Substitutes(components_.Resolve(element, head)).size();
  }
  Content Alternatives(const Item& item) const {
    Content content{.may_be_empty = false};
    for (const auto& child : item.children()) content = EitherOf(content, Particle(child));
    return content;
  }

  const Components& components_;
  const Limits& limits_;
  std::size_t table_ = 0;
  double steps_ = 0;
};

}  // namespace

Outcome CheckContents(const Components& components, const Limits& limits) {
  Measurer measurer(components, limits);
  for (const auto& unit : components.units()) {
    for (auto node : unit->source->document.root().children()) {
      if (auto judged = measurer.MeasureBelow({unit.get(), node}); !judged) return judged;
    }
  }
  return Done();
}

}  // namespace okno::xsd
