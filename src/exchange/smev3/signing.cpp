// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/signing.h"

#include <optional>
#include <vector>

#include "exchange/smev3/dialect.h"
#include "exchange/smev3/source.h"
#include "smev3/signature_places.h"

namespace okno::exchange::smev3 {

namespace {

// Where the text goes: inside `element` as the last thing, or right after it.
struct Spot {
  xml::Element element;
  enum class Side { kInside, kAfter } side = Side::kInside;
  std::string new_holder;  // qualified name of a holder to make around the signature; "" = none
};

void Collect(xml::Element element, std::string_view name, std::vector<xml::Element>& found) {
  if (element.name() == name) found.push_back(element);
  for (const auto& child : element.children()) Collect(child, name, found);
}

bool IsInside(xml::Element element, xml::Element outer) {
  for (; element; element = element.parent()) {
    if (element == outer) return true;
  }
  return false;
}

// "typ:Request" as it is written in the start tag.
std::string_view QualifiedName(std::string_view element) {
  return element.substr(1, element.find_first_of(" \t\r\n/>", 1) - 1);
}

// A child of `parent` in the parent's namespace can borrow its prefix.
std::string NameBeside(const Source& source, xml::Element parent, std::string_view name) {
  const auto qualified = QualifiedName(source.BytesOf(parent));
  const auto colon = qualified.find(':');
  if (colon == std::string_view::npos) return std::string(name);
  return std::string(qualified.substr(0, colon + 1)) + std::string(name);
}

Result<Spot> IntoHolder(xml::Element holder, xml::Element target) {
  if (IsInside(holder, target)) return Refusal::Invalid("signing.holder_inside");
  if (holder.child(kDsig, "Signature")) return Refusal::Conflict("signing.holder_taken");
  return Spot{holder, Spot::Side::kInside, {}};
}

Result<Spot> NamedSpot(const Source& source, xml::Element target, const std::string& name) {
  std::vector<xml::Element> found;
  Collect(source.root(), name, found);
  if (found.size() > 1) return Refusal::Conflict("signing.holder_ambiguous", name);
  if (found.size() == 1) return IntoHolder(found[0], target);
  if (!target.parent()) return Refusal::Invalid("signing.holder_inside");
  return Spot{target, Spot::Side::kAfter, NameBeside(source, target.parent(), name)};
}

Result<Spot> SmevSpot(const Source& source, xml::Element target, const HolderPlace& place) {
  if (place.holder) return IntoHolder(place.holder, target);
  auto name = NameBeside(source, place.parent, place.name);
  if (place.after) return Spot{place.after, Spot::Side::kAfter, std::move(name)};
  return Spot{place.parent, Spot::Side::kInside, std::move(name)};
}

Result<Spot> FindSpot(const Source& source, xml::Element target, const SigningOrder& order) {
  if (order.placing == xml::Placing::kEnveloped) return Spot{target, Spot::Side::kInside, {}};
  if (!order.holder.empty()) return NamedSpot(source, target, order.holder);
  if (auto place = PlaceOver(target)) return SmevSpot(source, target, *place);
  return target.parent() ? Spot{target, Spot::Side::kAfter, {}}
                         : Spot{target, Spot::Side::kInside, {}};
}

// The document with `text` put in at the spot.
std::string PutIn(const Source& source, const Spot& spot, const std::string& text) {
  const auto element = source.BytesOf(spot.element);
  const auto begin = static_cast<std::size_t>(element.data() - source.bytes().data());
  std::string document = source.bytes();
  if (spot.side == Spot::Side::kAfter) return document.insert(begin + element.size(), text);
  if (!element.ends_with("/>")) return document.insert(begin + element.rfind("</"), text);
  const auto closing = "</" + std::string(QualifiedName(element)) + ">";
  return document.replace(begin + element.size() - 2, 2, ">" + text + closing);
}

xml::Element FindTarget(xml::Element element, std::string_view id) {
  if (element.attribute("Id") == id) return element;
  for (const auto& child : element.children()) {
    if (auto found = FindTarget(child, id)) return found;
  }
  return {};
}

}  // namespace

Result<std::string> SignDocument(std::string_view document, const SigningOrder& order,
                                 const crypto::Signer& signer) {
  const auto source = Source::Parse(std::string(document));
  if (!source) return source.refusal();
  const auto target = FindTarget(source->root(), order.id);
  if (!target) return Refusal::Invalid("signature.target_missing");
  const auto spot = FindSpot(*source, target, order);
  if (!spot) return spot.refusal();
  const bool inside = spot->side == Spot::Side::kInside && spot->element == target;
  const auto placing = inside ? xml::Placing::kEnveloped : xml::Placing::kDetached;
  auto text = xml::WriteSignature(target, order.id, placing, signer);
  if (!text) return text.refusal();
  if (!spot->new_holder.empty()) {
    *text = "<" + spot->new_holder + ">" + *text + "</" + spot->new_holder + ">";
  }
  return PutIn(*source, *spot, *text);
}

}  // namespace okno::exchange::smev3
