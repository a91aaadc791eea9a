// SPDX-License-Identifier: Apache-2.0
#include "sources.h"

#include <libxml/tree.h>

#include <algorithm>
#include <set>

#include "tags.h"

namespace okno::xsd {
namespace {

bool Is(xml::Element element, std::string_view name) { return element.Is(kXsd, name); }

std::string LastPart(std::string_view location) {
  const auto slash = location.find_last_of("/\\");
  return std::string(slash == std::string_view::npos ? location : location.substr(slash + 1));
}

Refusal FromXml(const std::string& file, const Refusal& refusal) {
  const auto place = file + (refusal.detail.empty() ? "" : ":" + refusal.detail);
  if (refusal.code == "xml.dtd") return Refused("xsd.doctype", file + ": DOCTYPE");
  if (refusal.code == "xml.depth" || refusal.code == "xml.attributes")
    return Refused("xsd.too_deep", place);
  return Refused("xsd.malformed", place);
}

// Of the schema itself: deeper down, in an xs:appinfo, the same names mean something else.
bool IsReference(const Tag& tag) {
  const auto name = tag.local_name();
  return tag.depth == 1 && (name == "include" || name == "import");
}

std::string Unescaped(std::string text) {
  for (auto at = text.find("&amp;"); at != std::string::npos; at = text.find("&amp;", at + 1)) {
    text.replace(at, 5, "&");
  }
  return text;
}

class SourceReader {
 public:
  SourceReader(const Files& files, const Limits& limits) : files_(files), limits_(limits) {}

  Result<Sources> Read() {
    if (files_.empty()) return Refused("xsd.no_files", "");
    if (files_.size() > limits_.files)
      return Refused("xsd.too_many_files", std::to_string(limits_.files));
    std::size_t bytes = 0;
    for (const auto& [name, text] : files_) bytes += text.size();
    if (bytes > limits_.bytes)
      return Refused("xsd.too_large", std::to_string(limits_.bytes / 1024));
    for (const auto& [name, text] : files_) {
      if (auto refusal = ReadFile(name, text)) return *refusal;
    }
    GatherNamespaces();
    for (auto& [name, source] : sources_) {
      if (auto refusal = GiveLocations(source)) return *refusal;
    }
    return std::move(sources_);
  }

 private:
  std::optional<Refusal> ReadFile(const std::string& name, const std::string& bytes) {
    auto text = ToUtf8(bytes);
    if (!text) return Refused("xsd.encoding", name + ": " + text.refusal().detail);
    return Parse(name, *std::move(text));
  }

  std::optional<Refusal> Parse(const std::string& name, std::string text) {
    auto document = xml::Document::Parse(text, {.bytes = limits_.bytes, .depth = limits_.depth});
    if (!document) return FromXml(name, document.refusal());
    const auto root = document->root();
    if (!Is(root, "schema")) return Refused("xsd.not_a_schema", PlaceOf(name, root, root.name()));
    auto uri = root.attribute("targetNamespace").value_or("");
    sources_.insert_or_assign(
        name, Source{name, std::move(text), *std::move(document), std::move(uri), {}, {}});
    return std::nullopt;
  }

  // Which file stands for a namespace: the only one that no other includes, or one made to include
  // them all.
  void GatherNamespaces() {
    std::set<std::string> included;
    for (const auto& [name, source] : sources_) {
      for (auto child : source.document.root().children()) {
        if (Is(child, "include"))
          included.insert(LastPart(child.attribute("schemaLocation").value_or("")));
      }
    }
    std::map<std::string, std::vector<std::string>> by_namespace;
    for (const auto& [name, source] : sources_) {
      if (!included.contains(name)) by_namespace[source.target_namespace].push_back(name);
    }
    for (const auto& [name, source] : sources_) {  // files that include each other in a ring
      by_namespace.try_emplace(source.target_namespace, std::vector<std::string>{name});
    }
    for (const auto& [uri, names] : by_namespace) {
      heads_[uri] = names.size() == 1 || uri.empty() ? names[0] : MakeHead(uri, names);
    }
  }

  std::string MakeHead(const std::string& uri, const std::vector<std::string>& names) {
    auto document = xml::Document::Create(kXsd, "xs", "schema");
    document.root().SetAttribute("targetNamespace", uri);
    for (const auto& name : names) {
      document.root().Add(kXsd, "xs", "include").SetAttribute("schemaLocation", name);
    }
    std::string file = "all-" + names[0];
    while (sources_.contains(file)) file = "all-" + file;
    auto refusal = Parse(file, document.Serialize());
    if (refusal) throw std::logic_error("xsd: a made file is refused: " + refusal->code);
    return file;
  }

  std::optional<Refusal> GiveLocations(Source& source) {
    std::vector<std::pair<const Tag::Attribute*, std::string>> changes;
    std::vector<xml::Element> references;
    for (auto child : source.document.root().children()) {
      if (Is(child, "redefine") || Is(child, "override")) {
        return Refused("xsd.redefine", PlaceOf(source.file, child, child.name()));
      }
      if (Is(child, "include") || Is(child, "import")) references.push_back(child);
    }
    const auto tags = StartTags(source.text);
    std::vector<const Tag*> reference_tags;
    for (const auto& tag : tags) {
      if (IsReference(tag)) reference_tags.push_back(&tag);
    }
    if (reference_tags.size() != references.size()) return Refused("xsd.malformed", source.file);
    auto text = source.text;
    for (std::size_t i = references.size(); i-- > 0;) {  // from the end, so that offsets stay right
      const auto target = Target(source, references[i]);
      if (!target) return target.refusal();
      (Is(references[i], "include") ? source.includes : source.imports).push_back(*target);
      Write(text, *reference_tags[i], *target);
    }
    if (text == source.text) return std::nullopt;
    auto document =
        xml::Document::Parse(text, {.bytes = limits_.bytes * 2, .depth = limits_.depth});
    if (!document) return FromXml(source.file, document.refusal());
    source.text = std::move(text);
    source.document = *std::move(document);
    return std::nullopt;
  }

  Result<std::string> Target(const Source& source, xml::Element reference) const {
    const auto location = reference.attribute("schemaLocation").value_or("");
    const auto file = Unescaped(LastPart(location));
    if (Is(reference, "include")) {
      if (sources_.contains(file)) return file;
      return Refused("xsd.outside", PlaceOf(source.file, reference, location));
    }
    const auto uri = reference.attribute("namespace").value_or("");
    const auto head = heads_.find(uri);
    if (head != heads_.end()) return head->second;
    return Refused("xsd.outside",
                   PlaceOf(source.file, reference, location.empty() ? uri : location));
  }

  static void Write(std::string& text, const Tag& tag, const std::string& file) {
    std::string escaped;
    for (const char c : file)
      escaped += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '"' ? "&quot;" : std::string(1, c);
    if (const auto* location = tag.Find("schemaLocation")) {
      text.replace(location->value_at, location->value.size(), escaped);
    } else {
      text.insert(tag.at + 1 + tag.name.size(), " schemaLocation=\"" + escaped + "\"");
    }
  }

  const Files& files_;
  const Limits& limits_;
  Sources sources_;
  std::map<std::string, std::string> heads_;
};

}  // namespace

std::string PlaceOf(const std::string& file, xml::Element at, std::string_view what) {
  const auto line = at ? xmlGetLineNo(at.native()) : 0;
  return file + ":" + std::to_string(line) + ": " + std::string(what);
}

Refusal Refused(std::string code, std::string detail) {
  auto refusal = Refusal::Invalid(std::move(code));
  refusal.detail = std::move(detail);
  return refusal;
}

std::string WithLocations(std::string text, const std::map<std::string, std::string>& names) {
  const auto original = text;  // the tags look into it
  const auto tags = StartTags(original);
  for (auto tag = tags.rbegin(); tag != tags.rend(); ++tag) {  // from the end: offsets stay right
    const auto* location = IsReference(*tag) ? tag->Find("schemaLocation") : nullptr;
    if (location == nullptr) continue;
    const auto renamed = names.find(Unescaped(LastPart(location->value)));
    if (renamed != names.end())
      text.replace(location->value_at, location->value.size(), renamed->second);
  }
  return text;
}

Result<Sources> ReadSources(const Files& files, const Limits& limits) {
  return SourceReader(files, limits).Read();
}

}  // namespace okno::xsd
