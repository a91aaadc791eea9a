// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace okno::xml {

struct Limits {
  std::size_t bytes = 10 * 1024 * 1024;
  std::size_t depth = 200;
  std::size_t attributes_per_element = 256;
};

// A parsed document and a light handle on its elements. A Document belongs to one thread at a time; Elements are
// valid while it lives. libxml2's functions may read the tree behind native() and add to it; to remove or replace a
// part of it is for Element alone, because most of it lies in memory that only the whole document gives back.
class Element;
class Document {
 public:
  // Reads untrusted XML. Refusals, each before harm is done: "xml.too_large", "xml.dtd" (any DOCTYPE), "xml.depth",
  // "xml.attributes", "xml.encoding" (UTF-8 only), "xml.malformed"; the detail is the line, of the last one
  // "line:column".
  static Result<Document> Parse(std::string_view bytes, const Limits& limits = {});
  // Makes <prefix:name xmlns:prefix="uri"/>.
  static Document Create(std::string_view namespace_uri, std::string_view prefix, std::string_view name);
  Element root() const;
  std::string Serialize() const;  // UTF-8 with declaration, never indented
  xmlDoc* native() const { return doc_.get(); }

 private:
  struct Free {
    void operator()(xmlDoc* doc) const;
  };
  explicit Document(xmlDoc* doc) : doc_(doc) {}
  std::unique_ptr<xmlDoc, Free> doc_;
};

class Element {
 public:
  Element() = default;
  explicit Element(xmlNode* node) : node_(node) {}
  explicit operator bool() const { return node_ != nullptr; }
  bool operator==(const Element&) const = default;
  xmlNode* native() const { return node_; }

  std::string name() const;            // local name
  std::string namespace_uri() const;
  bool Is(std::string_view namespace_uri, std::string_view name) const;
  std::string text() const;            // all text inside, trimmed
  std::optional<std::string> attribute(std::string_view name) const;  // unqualified
  Element parent() const;
  std::vector<Element> children() const;                       // elements only
  Element child(std::string_view name) const;                  // first child with that local name, or empty
  Element child(std::string_view namespace_uri, std::string_view name) const;
  Element next() const;                                        // next sibling element
  std::string child_text(std::string_view name) const;         // "" when absent

  // Building. A namespace already in scope is reused, else declared here with `prefix`.
  Element Add(std::string_view namespace_uri, std::string_view prefix, std::string_view name, std::string_view text = {});
  void SetText(std::string_view text);
  void SetAttribute(std::string_view name, std::string_view value);
  Element AddCopyOf(Element other);    // deep copy, namespaces kept
  // This element alone as XML bytes, with the namespace declarations it needs, no declaration, no indentation.
  std::string Serialize() const;

 private:
  xmlNode* node_ = nullptr;
};

}  // namespace okno::xml
