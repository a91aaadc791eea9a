// SPDX-License-Identifier: Apache-2.0
#include "plain_reader.h"

#include <libxml/uri.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "guard.h"
#include "native.h"
#include "plain_text.h"
#include "tree.h"

namespace okno::xml {
namespace {

constexpr std::size_t kMostBytes = 8'000'000;  // libxml2 has limits of its own from 10 MB on
constexpr std::size_t kMostDepth = 250;        // and at 256 elements
constexpr std::size_t kMostName = 1000;
constexpr unsigned kMostLine = 65'535;  // what a node can hold

enum NameTrait : unsigned char { kInside = 1, kStart = 2 };
constexpr auto kNameTraits = [] {
  std::array<unsigned char, 256> traits{};
  for (unsigned c = 'a'; c <= 'z'; ++c) traits[c] = traits[c - 'a' + 'A'] = kInside | kStart;
  for (unsigned c = '0'; c <= '9'; ++c) traits[c] = kInside;
  traits['_'] = kInside | kStart;
  traits['-'] = traits['.'] = kInside;
  return traits;
}();

struct Name {
  std::string_view prefix, local;
};

class PlainReader {
 public:
  PlainReader(std::string_view bytes, xmlDoc* doc, const Limits& limits)
      : bytes_(bytes), doc_(doc), limits_(limits), tree_(doc) {}

  // Not part of the document yet; it belongs to it after Adopt.
  xmlNode* ReadElement() {
    if (Peek() != '<' || !StartTag()) return nullptr;
    while (!open_.empty()) {
      if (!Text() || !(bytes_.substr(at_ + 1).starts_with('/') ? EndTag() : StartTag()))
        return nullptr;
    }
    return root_;
  }
  void Adopt() { tree_.Adopt(); }

  bool SkipDeclaration() {
    constexpr std::array<std::string_view, 3> kDeclarations = {
        R"(<?xml version="1.0" encoding="UTF-8"?>)", R"(<?xml version="1.0" encoding="utf-8"?>)",
        R"(<?xml version="1.0"?>)"};
    for (const auto declaration : kDeclarations) {
      if (!bytes_.starts_with(declaration)) continue;
      at_ = declaration.size();
      SkipBlanks();
      return true;
    }
    return !bytes_.starts_with("<?");
  }

  bool SkipBlanks() {
    const auto from = at_;
    for (char c = Peek(); c == ' ' || c == '\n' || c == '\t'; c = Peek()) {
      if (c == '\n') ++line_;
      ++at_;
    }
    return at_ != from;
  }

  bool AtEnd() const { return at_ == bytes_.size(); }

 private:
  struct Open {
    std::string_view name;  // with its prefix
    std::size_t scopes;     // how many declarations it found
  };
  struct Scope {
    std::string_view prefix;
    xmlNs* ns;
  };
  struct Attribute {
    Name name;
    std::string_view value;
    unsigned traits;
    xmlNs* ns;
  };

  char Peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }

  bool StartTag() {
    const auto begin = ++at_;
    Name name;
    if (!TakeName(name) || open_.size() >= std::min(limits_.depth, kMostDepth)) return false;
    open_.push_back({bytes_.substr(begin, at_ - begin), scopes_.size()});
    auto* element = tree_.Element(Kept(name.local));
    if (current_ == nullptr) {
      root_ = element;
    } else {
      Append(current_, element);
    }
    attributes_.clear();
    if (!TakeAttributes(element) || !Resolve(name.prefix, element->ns)) return false;
    for (auto& attribute : attributes_) {
      if (!AddAttribute(element, attribute)) return false;
    }
    element->line = Line();
    current_ = element;
    const bool empty = Peek() == '/';
    at_ += empty ? 2 : 1;
    if (empty) Close();
    return true;
  }

  bool EndTag() {
    at_ += 2;
    const auto name = open_.back().name;
    if (bytes_.substr(at_, name.size()) != name) return false;
    at_ += name.size();
    SkipBlanks();
    if (Peek() != '>') return false;
    ++at_;
    Close();
    return true;
  }

  void Close() {
    scopes_.resize(open_.back().scopes);
    open_.pop_back();
    current_ = current_->parent;
  }

  bool Text() {
    const auto end = bytes_.find('<', at_);
    if (end == std::string_view::npos) return false;
    const auto text = bytes_.substr(at_, end - at_);
    at_ = end;
    if (text.empty()) return true;
    const auto traits = TraitsOf(text);
    if (!IsFine(text, traits)) return false;
    if ((traits & kBracket) != 0 && text.find("]]>") != std::string_view::npos) return false;
    if ((traits & kLineFeed) != 0) line_ += std::count(text.begin(), text.end(), '\n');
    auto* node = MakeText(text, traits);
    if (node == nullptr) return false;
    Append(current_, node);
    return true;
  }

  static bool IsFine(std::string_view text, unsigned traits) {
    return (traits & kStrange) == 0 && ((traits & kBeyondAscii) == 0 || IsCharacters(text));
  }

  bool TakeName(Name& name) {
    name.local = TakePart();
    if (!name.local.empty() && Peek() == ':') {
      ++at_;
      name.prefix = name.local;
      name.local = TakePart();
    }
    return !name.local.empty() && name.prefix.size() + name.local.size() <= kMostName;
  }

  std::string_view TakePart() {
    const auto from = at_;
    if ((kNameTraits[static_cast<unsigned char>(Peek())] & kStart) == 0) return {};
    while ((kNameTraits[static_cast<unsigned char>(Peek())] & kInside) != 0) ++at_;
    return bytes_.substr(from, at_ - from);
  }

  bool TakeAttributes(xmlNode* element) {
    for (std::size_t count = 0;; ++count) {
      const bool blank = SkipBlanks();
      if (Peek() == '>' || bytes_.substr(at_, 2) == "/>") return true;
      if (!blank || count == limits_.attributes_per_element || !TakeAttribute(element))
        return false;
    }
  }

  bool TakeAttribute(xmlNode* element) {
    Name name;
    if (!TakeName(name) || Peek() != '=') return false;
    ++at_;
    const char quote = Peek();
    if (quote != '"' && quote != '\'') return false;
    const auto end = bytes_.find(quote, ++at_);
    if (end == std::string_view::npos) return false;
    const auto value = bytes_.substr(at_, end - at_);
    at_ = end + 1;
    const auto traits = TraitsOf(value);
    if ((traits & (kTab | kLineFeed)) != 0 || !IsFine(value, traits)) return false;
    if (name.prefix == "xmlns") return !value.empty() && Declare(element, name.local, value);
    if (name.prefix.empty() && name.local == "xmlns") return Declare(element, {}, value);
    attributes_.push_back({name, value, traits, nullptr});
    return true;
  }

  bool Declare(xmlNode* element, std::string_view prefix, std::string_view uri) {
    if (TraitsOf(uri) != 0 || prefix.starts_with("xml") ||
        uri.starts_with("http://www.w3.org/XML/") || uri == "http://www.w3.org/2000/xmlns/")
      return false;
    if (!uri.empty()) {
      auto* parsed = xmlParseURI(std::string(uri).c_str());
      if (parsed == nullptr) return false;
      xmlFreeURI(parsed);
    }
    auto* ns = tree_.AddNamespace(element, prefix, uri);
    if (ns == nullptr || scopes_.size() == kMostNamespaces) return false;  // declared twice
    scopes_.push_back({prefix, ns});
    return true;
  }

  // The nearest declaration; none is needed for no prefix.
  bool Resolve(std::string_view prefix, xmlNs*& ns) const {
    const auto found = std::find_if(scopes_.rbegin(), scopes_.rend(),
                                    [&](const Scope& scope) { return scope.prefix == prefix; });
    if (found == scopes_.rend()) return prefix.empty();
    ns = *found->ns->href == 0 ? nullptr : found->ns;
    return true;
  }

  bool AddAttribute(xmlNode* element, Attribute& attribute) {
    if (!attribute.name.prefix.empty() && !Resolve(attribute.name.prefix, attribute.ns))
      return false;
    for (const auto* other = attributes_.data(); other != &attribute; ++other) {
      if (other->name.local == attribute.name.local &&
          NamespaceOf(other->ns) == NamespaceOf(attribute.ns))
        return false;
    }
    auto* text = MakeText(attribute.value, attribute.traits);
    if (text == nullptr) return false;
    tree_.AddAttribute(element, Kept(attribute.name.local), attribute.ns, text);
    return true;
  }

  // Null when a reference in it can not be resolved.
  xmlNode* MakeText(std::string_view text, unsigned traits) {
    if ((traits & kReference) != 0) {
      resolved_.clear();
      if (!AppendResolved(resolved_, text)) return nullptr;
      text = resolved_;
    }
    return tree_.Text(text, Line());
  }

  // The name in the document's dictionary. Names are few and come again at once: the last of each
  // length is remembered.
  const xmlChar* Kept(std::string_view name) {
    auto& last = kept_[name.size() % kept_.size()];
    if (last.first != name) {
      last = {name, xmlDictLookup(doc_->dict, reinterpret_cast<const xmlChar*>(name.data()),
                                  static_cast<int>(name.size()))};
    }
    return last.second;
  }

  unsigned short Line() const {
    return static_cast<unsigned short>(std::min<std::size_t>(line_, kMostLine));
  }

  std::string_view bytes_;
  xmlDoc* doc_;
  const Limits& limits_;
  std::size_t at_ = 0, line_ = 1;
  TreeMaker tree_;
  xmlNode* root_ = nullptr;
  xmlNode* current_ = nullptr;  // the innermost open element
  std::vector<Open> open_;
  std::vector<Scope> scopes_;  // declarations in scope, outermost first
  std::vector<Attribute> attributes_;
  std::string resolved_;
  std::array<std::pair<std::string_view, const xmlChar*>, 16> kept_{};
};

}  // namespace

DocumentPtr ReadPlain(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > std::min(limits.bytes, kMostBytes)) return nullptr;
  auto doc = NewDocument();
  PlainReader reader(bytes, doc.get(), limits);
  if (!reader.SkipDeclaration()) return nullptr;
  auto* root = reader.ReadElement();
  if (root == nullptr) return nullptr;
  reader.SkipBlanks();
  if (!reader.AtEnd()) return nullptr;
  reader.Adopt();
  doc->encoding = xmlStrdup(reinterpret_cast<const xmlChar*>("UTF-8"));
  xmlDocSetRootElement(doc.get(), root);
  return doc;
}

xmlNode* ReadPlainElement(std::string_view bytes, xmlDoc* doc) {
  const Limits limits;
  PlainReader reader(bytes, doc, limits);
  auto* element = reader.ReadElement();
  if (element == nullptr || !reader.AtEnd()) return nullptr;
  reader.Adopt();
  return element;
}

}  // namespace okno::xml
