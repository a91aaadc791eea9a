// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <set>

#include "member_names.h"
#include "parts.h"
#include "pattern.h"
#include "text/strings.h"

namespace okno::xsd {
namespace {

struct Stop {
  Refusal refusal;
};
// A type stands in itself too often, or too many levels down; what is optional above is left out.
struct TooDeep {
  std::string code, place;
};

struct Occurs {
  int least = 1, most = 1;
};

int Count(const std::string& text, int otherwise) {
  if (text.empty()) return otherwise;
  if (text == "unbounded") return kUnbounded;
  int count = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
  return read.ec == std::errc() ? count : kUnbounded;  // larger than an int: as good as unbounded
}

Occurs OccursOf(const Item& item) {
  return {Count(item.attribute("minOccurs"), 1), Count(item.attribute("maxOccurs"), 1)};
}

std::optional<std::string> Maybe(const Item& item, std::string_view attribute) {
  return item.node.attribute(attribute);
}

bool IsAnyRequired(const std::vector<Part>& parts) {
  return std::ranges::any_of(parts, [](const Part& part) { return part.least > 0; });
}

void MoveInto(std::vector<Part>& into, std::vector<Part>&& parts) {
  std::ranges::move(parts, std::back_inserter(into));
}

class Builder {
 public:
  Builder(const Components& components, const FormLimits& limits)
      : components_(components), limits_(limits) {}

  Layout Root(const Name& name, const Item& item) {
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

 private:
  // --- particles

  void Add(const Item& item, std::vector<Part>& into, bool may_go) {
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

  void AddGroup(const Item& reference, Occurs occurs, std::vector<Part>& into) {
    const auto* group =
        components_.Find(Kind::kGroup, components_.Resolve(reference, reference.attribute("ref")));
    if (group == nullptr) return;
    for (const auto& child : group->children()) {
      if (child.Is("choice")) AddChoice(child, occurs, into);
      if (child.Is("sequence") || child.Is("all")) AddSequence(child, occurs, into);
    }
  }

  void AddSequence(const Item& item, Occurs occurs, std::vector<Part>& into) {
    std::vector<Part> inner;
    for (const auto& child : item.children()) Add(child, inner, false);
    Wrap(std::move(inner), occurs, DocumentationOf(item), into);
  }

  // Steps that come together: side by side with the others where that says the same, else as a
  // group.
  void Wrap(std::vector<Part> inner, Occurs occurs, Documentation words, std::vector<Part>& into) {
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

  void AddChoice(const Item& item, Occurs occurs, std::vector<Part>& into) {
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
  void ThrowIfNeeded(const Item& item, Occurs occurs) const {
    if (occurs.least > 0 && !item.children().empty())
      throw TooDeep{"xsd.recursive", item.Place("choice")};
  }

  void FinishChoice(Part choice, Occurs occurs, std::vector<Part>& into) {
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

  // --- elements

  void AddElement(const Item& item, Occurs occurs, std::vector<Part>& into) {
    const auto reference = item.attribute("ref");
    if (!reference.empty())
      return AddReference(item, components_.Resolve(item, reference), occurs, into);
    const auto form = item.attribute("form");
    const bool qualified = form.empty() ? item.unit->elements_qualified : form == "qualified";
    const Name name{qualified ? item.unit->uri : "", item.attribute("name")};
    if (!qualified && !item.unit->uri.empty())
      NoteOnce("xsd.note_unqualified", item.Place(name.local));
    auto part = Declared(item, name);
    part.least = occurs.least;
    part.most = occurs.most;
    into.push_back(std::move(part));
  }

  void AddReference(const Item& item, const Name& name, Occurs occurs, std::vector<Part>& into) {
    const auto* head = components_.Find(Kind::kElement, name);
    if (head == nullptr) return;
    Part choice{.kind = Part::Kind::kChoice, .words = DocumentationOf(item)};
    auto names = components_.Substitutes(name);
    names.insert(names.begin(), name);
    for (const auto& each : names) {
      const auto* declaration = components_.Find(Kind::kElement, each);
      if (declaration->attribute("abstract") == "true") continue;
      std::vector<Part> parts;
      parts.push_back(Declared(*declaration, each));
      if (auto words = DocumentationOf(item); names.size() == 1 && !words.russian.empty())
        parts[0].words = words;
      choice.alternatives.push_back({.parts = std::move(parts)});
    }
    if (choice.alternatives.empty()) throw TooDeep{"xsd.abstract", item.Place(name.local)};
    FinishChoice(std::move(choice), occurs, into);
  }

  // A declaration as one required part.
  Part Declared(const Item& item, const Name& name) {
    if (++fields_ > limits_.fields)
      throw Stop{Refused("xsd.too_many_fields", item.Place(name.local))};
    Part part{.words = DocumentationOf(item),
              .name = name,
              .nillable = item.attribute("nillable") == "true",
              .fixed = Maybe(item, "fixed"),
              .initial = Maybe(item, "default")};
    path_.push_back(name.local);
    const auto type = TypeOf(item);
    if (type && type->Is("complexType")) {
      if (part.words.russian.empty()) part.words = DocumentationOf(*type);
      part.object = std::make_unique<Object>(Content(*type));
      TakeValueOut(part);
    } else {
      part.value = SimpleTypeOf(components_, type ? *type : item);
      if (part.words.russian.empty() && type) part.words = DocumentationOf(*type);
      NoteValue(*part.value, item);
    }
    path_.pop_back();
    return part;
  }

  // The type as an item; empty when it is built in.
  std::optional<Item> TypeOf(const Item& element) {
    for (const auto* inner : {"complexType", "simpleType"}) {
      if (const auto child = element.child(inner)) return child;
    }
    if (const auto type = element.attribute("type"); !type.empty()) {
      const auto name = components_.Resolve(element, type);
      const auto* item = components_.Find(Kind::kType, name);
      if (item == nullptr && name.local == "anyType")
        Note("xsd.note_wildcard", element.Place(type));
      return item == nullptr ? std::optional<Item>() : *item;
    }
    if (const auto head = element.attribute("substitutionGroup"); !head.empty()) {
      const auto* item = components_.Find(Kind::kElement, components_.Resolve(element, head));
      if (item != nullptr) return TypeOf(*item);
    }
    return std::nullopt;
  }

  static void TakeValueOut(Part& part) {
    auto& object = *part.object;
    if (!object.text || !object.attributes.empty() || !object.parts.empty()) return;
    part.value = std::move(object.text);
    part.object.reset();
  }

  // --- types

  Object Content(const Item& type) {
    const auto* node = type.node.native();
    if (std::ranges::count(open_types_, node) >= limits_.repetitions) {
      throw TooDeep{"xsd.recursive", type.Place(type.attribute("name"))};
    }
    if (static_cast<int>(open_types_.size()) > limits_.levels) {
      throw TooDeep{"xsd.too_many_levels", type.Place(type.attribute("name"))};
    }
    open_types_.push_back(node);
    const Popper popper{open_types_};
    Object object;
    type.attribute("abstract") == "true" ? AddDerived(type, object) : AddContent(type, object);
    return object;
  }
  struct Popper {
    std::vector<const xmlNode*>& stack;
    ~Popper() { stack.pop_back(); }
  };

  void AddDerived(const Item& type, Object& object) {
    const Name base{type.unit->uri, type.attribute("name")};
    for (const auto& name : components_.Derived(base)) {
      const auto* item = components_.Find(Kind::kType, name);
      if (item->attribute("abstract") == "true") continue;
      auto title = DocumentationOf(*item).russian;
      if (title.empty()) title = name.local;
      object.types.push_back({name, title, std::make_unique<Object>(Content(*item))});
    }
    if (object.types.empty()) throw TooDeep{"xsd.abstract", type.Place(base.local)};
  }

  void AddContent(const Item& type, Object& object) {
    bool mixed = type.attribute("mixed") == "true";
    if (const auto simple = type.child("simpleContent")) {
      AddSimpleContent(simple, object);
    } else if (const auto complex = type.child("complexContent")) {
      mixed = mixed || complex.attribute("mixed") == "true";
      AddComplexContent(complex, object);
    } else {
      AddParticles(type, object);
      AddAttributes(type, object);
    }
    if (!mixed) return;
    if (object.parts.empty()) {
      object.text = SimpleType{};
    } else {
      Note("xsd.note_mixed", type.Place(type.attribute("name")));
    }
  }

  void AddSimpleContent(const Item& content, Object& object) {
    for (const auto& derivation : content.children()) {
      if (!derivation.Is("extension") && !derivation.Is("restriction")) continue;
      const auto name = components_.Resolve(derivation, derivation.attribute("base"));
      const auto* base = components_.Find(Kind::kType, name);
      if (base != nullptr && base->Is("complexType")) {
        AddContent(*base, object);
      } else {
        object.text = SimpleTypeNamed(components_, name);
      }
      if (derivation.Is("restriction") && object.text) {
        if (const auto inner = derivation.child("simpleType"))
          object.text = SimpleTypeOf(components_, inner);
        Restrict(derivation, *object.text);
      }
      if (object.text) NoteValue(*object.text, derivation);
      AddAttributes(derivation, object);
    }
  }

  void AddComplexContent(const Item& content, Object& object) {
    for (const auto& derivation : content.children()) {
      if (!derivation.Is("extension") && !derivation.Is("restriction")) continue;
      const auto* base = components_.Find(
          Kind::kType, components_.Resolve(derivation, derivation.attribute("base")));
      if (base != nullptr && base->Is("complexType")) AddContent(*base, object);
      if (derivation.Is("restriction")) object.parts.clear();
      AddParticles(derivation, object);
      AddAttributes(derivation, object);
    }
  }

  void AddParticles(const Item& around, Object& object) {
    for (const auto& child : around.children()) {
      if (child.Is("all")) object.any_order = true;
      if (child.Is("all") || child.Is("sequence") || child.Is("choice") || child.Is("group")) {
        Add(child, object.parts, false);
      }
    }
  }

  // --- attributes

  void AddAttributes(const Item& around, Object& object) {
    for (const auto& child : around.children()) {
      if (child.Is("attribute")) AddAttribute(child, object);
      if (child.Is("attributeGroup")) {
        const auto name = components_.Resolve(child, child.attribute("ref"));
        if (const auto* group = components_.Find(Kind::kAttributeGroup, name))
          AddAttributes(*group, object);
      }
    }
  }

  void AddAttribute(const Item& item, Object& object) {
    const auto reference = item.attribute("ref");
    const auto* global = reference.empty() ? nullptr
                                           : components_.Find(Kind::kAttribute,
                                                              components_.Resolve(item, reference));
    const auto& declaration = global != nullptr ? *global : item;
    const auto form = item.attribute("form");
    const bool qualified =
        global != nullptr || (form.empty() ? item.unit->attributes_qualified : form == "qualified");
    const Name name{qualified ? declaration.unit->uri : "", declaration.attribute("name")};
    std::erase_if(object.attributes, [&](const Attribute& known) { return known.name == name; });
    if (item.attribute("use") == "prohibited" || name.local.empty()) return;
    if (++fields_ > limits_.fields)
      throw Stop{Refused("xsd.too_many_fields", item.Place(name.local))};
    auto words = DocumentationOf(item);
    if (words.russian.empty()) words = DocumentationOf(declaration);
    const auto fixed = Maybe(item, "fixed") ? Maybe(item, "fixed") : Maybe(declaration, "fixed");
    const auto initial =
        Maybe(item, "default") ? Maybe(item, "default") : Maybe(declaration, "default");
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

  // --- notes

  void NoteAny(const Item& item, Occurs occurs) {
    Note(occurs.least > 0 ? "xsd.note_wildcard_required" : "xsd.note_wildcard",
         item.Place("xs:any"));
  }
  void NoteValue(const SimpleType& type, const Item& item) {
    if (type.any_of && type.choices.empty()) Note("xsd.note_union", item.Place(""));
    for (const auto& step : type.patterns) {
      for (const auto& text : step) {
        const auto pattern = ReadPattern(text);
        if (pattern && !ToFormPattern(*pattern)) Note("xsd.note_pattern", text);
      }
    }
  }
  void NoteOnce(std::string code, std::string detail) {
    for (const auto& note : notes_) {
      if (note.code == code) return;
    }
    Note(std::move(code), std::move(detail));
  }
  void Note(std::string code, std::string detail) {
    std::string path;
    for (std::size_t i = 1; i < path_.size(); ++i) path += (i > 1 ? "/" : "") + path_[i];
    const xsd::Note note{path, std::move(code), std::move(detail)};
    if (notes_.size() < 100 && std::ranges::find(notes_, note) == notes_.end())
      notes_.push_back(note);
  }

  const Components& components_;
  const FormLimits& limits_;
  std::vector<const xmlNode*> open_types_;
  std::vector<std::string> path_;
  std::vector<xsd::Note> notes_;
  std::size_t fields_ = 0;
};

}  // namespace

Result<Layout> LayOut(const Components& components, const Name& root, const FormLimits& limits) {
  const auto* item = components.Find(Kind::kElement, root);
  if (item == nullptr) return Refused("xsd.no_such_root", root.local);
  try {
    return Builder(components, limits).Root(root, *item);
  } catch (Stop& stop) {
    return std::move(stop.refusal);
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
