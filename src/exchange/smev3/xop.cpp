// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "exchange/smev3/dialect.h"
#include "exchange/smev3/source.h"
#include "text/strings.h"

namespace okno::exchange::smev3 {

namespace {

Refusal RefuseXop(std::string code) { return {RefusalKind::kMalformed, std::move(code), {}, {}}; }

struct Include {
  xml::Element element;
  std::string content_id;
};

void FindIncludes(xml::Element element, std::vector<Include>& found) {
  for (auto child : element.children()) {
    if (child.Is(kXop, "Include")) {
      found.push_back({child, FromHref(child.attribute("href").value_or(""))});
    } else {
      FindIncludes(child, found);
    }
  }
}

bool IsAttachmentContent(xml::Element include) {
  auto content = include.parent();
  auto item = content ? content.parent() : xml::Element();
  return item && content.name() == "Content" && item.name() == "AttachmentContent";
}

// The next element in document order within `top`; `depth` follows.
const xmlNode* Next(const xmlNode* node, const xmlNode* top, std::size_t& depth) {
  const auto element = [](const xmlNode* at) {
    while (at != nullptr && at->type != XML_ELEMENT_NODE) at = at->next;
    return at;
  };
  if (const auto* inside = element(node->children)) {
    ++depth;
    return inside;
  }
  for (; node != top; node = node->parent, --depth) {
    if (const auto* beside = element(node->next)) return beside;
  }
  return nullptr;
}

// The content must fit into a document of its own: as such it is stored, signed and handed on, in
// envelopes of other depths than this one.
bool IsContentTooDeep(const Source& source) {
  constexpr auto kDeepest = xml::Limits{}.depth;
  std::size_t depth = 1, holder = 0;  // of MessagePrimaryContent; 0 outside of one
  const auto* top = source.root().native();
  for (const xmlNode* node = top; node != nullptr; node = Next(node, top, depth)) {
    if (depth <= holder) holder = 0;
    if (holder != 0 && depth - holder > kDeepest) return true;
    if (holder == 0 && xml::Element(const_cast<xmlNode*>(node)).name() == "MessagePrimaryContent")
      holder = depth;
  }
  return false;
}

}  // namespace

Result<Source> ReadEnvelope(const Package& package, MissingParts missing) {
  auto source = Source::Parse(package.envelope);
  if (!source) return source.refusal();
  if (IsContentTooDeep(*source)) return RefuseXop("xml.depth");
  std::vector<Include> includes;
  FindIncludes(source->root(), includes);
  std::set<std::string> seen;
  std::string bytes;
  std::size_t copied = 0;
  for (const auto& include : includes) {
    const auto* part = package.Find(include.content_id);
    if (include.content_id.empty() || !include.element.children().empty())
      return RefuseXop("xop.malformed");
    if (part == nullptr && missing == MissingParts::kLeave) continue;
    if (part == nullptr) return RefuseXop("xop.missing_part");
    // A part used twice could blow a small message up without limit.
    if (!seen.insert(include.content_id).second) return RefuseXop("xop.part_reused");
    if (IsAttachmentContent(include.element)) continue;
    auto place = source->BytesOf(include.element);
    auto begin = static_cast<std::size_t>(place.data() - source->bytes().data());
    bytes += source->bytes().substr(copied, begin - copied);
    bytes += text::Base64Encode(part->bytes);
    copied = begin + place.size();
  }
  if (copied == 0) return source;
  bytes += source->bytes().substr(copied);
  return Source::Parse(std::move(bytes));
}

}  // namespace okno::exchange::smev3
