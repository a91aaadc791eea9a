// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/source.h"

#include <map>
#include <set>
#include <stdexcept>

namespace okno::exchange::smev3 {

namespace {

std::string Text(const xmlChar* text) {
  return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

// The next element in document order inside `top`, or null.
xmlNode* NextElement(xmlNode* node, const xmlNode* top) {
  for (xmlNode* next = node->children; next != nullptr; next = next->next) {
    if (next->type == XML_ELEMENT_NODE) return next;
  }
  while (node != top) {
    for (xmlNode* next = node->next; next != nullptr; next = next->next) {
      if (next->type == XML_ELEMENT_NODE) return next;
    }
    node = node->parent;
  }
  return nullptr;
}

// Namespace declarations in scope at `node` that it does not make itself; the nearest of each
// prefix.
std::map<std::string, std::string> OuterNamespaces(const xmlNode* node) {
  std::map<std::string, std::string> found;
  std::set<std::string> own;
  for (auto* ns = node->nsDef; ns != nullptr; ns = ns->next) own.insert(Text(ns->prefix));
  for (auto* outer = node->parent; outer != nullptr && outer->type == XML_ELEMENT_NODE;
       outer = outer->parent) {
    for (auto* ns = outer->nsDef; ns != nullptr; ns = ns->next) {
      if (!own.contains(Text(ns->prefix))) found.emplace(Text(ns->prefix), Text(ns->href));
    }
  }
  return found;
}

bool UsesDefaultNamespace(xmlNode* top, const std::string& uri) {
  for (xmlNode* node = top; node != nullptr; node = NextElement(node, top)) {
    if (node->ns != nullptr && node->ns->prefix == nullptr && Text(node->ns->href) == uri) {
      return true;
    }
  }
  return false;
}

std::string EscapeAttribute(std::string_view value) {
  std::string escaped;
  for (char letter : value) {
    if (letter == '&')
      escaped += "&amp;";
    else if (letter == '<')
      escaped += "&lt;";
    else if (letter == '"')
      escaped += "&quot;";
    else
      escaped += letter;
  }
  return escaped;
}

std::size_t EndOfName(std::string_view element) {
  auto end = element.find_first_of(" \t\r\n/>", 1);
  return end == std::string_view::npos ? element.size() : end;
}

}  // namespace

Source::Source(std::string bytes, xml::Document document)
    : bytes_(std::move(bytes)), document_(std::move(document)) {
  auto ranges = ElementRanges(bytes_);
  std::size_t index = 0;
  xmlNode* top = document_.root().native();
  for (xmlNode* node = top; node != nullptr; node = NextElement(node, top)) {
    if (index == ranges.size())
      throw std::logic_error("smev3: the tree has more elements than the bytes");
    ranges_.emplace(node, ranges[index++]);
  }
  if (index != ranges.size())
    throw std::logic_error("smev3: the bytes have more elements than the tree");
}

Result<Source> Source::Parse(std::string bytes, const xml::Limits& limits) {
  auto document = xml::Document::Parse(bytes, limits);
  if (!document) return document.refusal();
  return Source(std::move(bytes), std::move(*document));
}

std::string_view Source::BytesOf(xml::Element element) const {
  auto range = ranges_.at(element.native());
  return std::string_view(bytes_).substr(range.begin, range.end - range.begin);
}

std::string Source::FragmentOf(xml::Element element) const {
  std::string fragment(BytesOf(element));
  std::string declarations;
  for (const auto& [prefix, uri] : OuterNamespaces(element.native())) {
    // A prefix may also be used inside a value (xsi:type="p:T"), which only the bytes show.
    bool used = prefix.empty() ? UsesDefaultNamespace(element.native(), uri)
                               : fragment.find(prefix + ":") != std::string::npos;
    if (used) {
      declarations +=
          (prefix.empty() ? " xmlns=\"" : " xmlns:" + prefix + "=\"") + EscapeAttribute(uri) + "\"";
    }
  }
  fragment.insert(EndOfName(fragment), declarations);
  return fragment;
}

}  // namespace okno::exchange::smev3
