// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "documentation.h"
#include "schema_state.h"

namespace okno::xsd {
namespace {

// Names that every reader of schemas takes for the same file.
bool IsPlain(const std::string& name) {
  return !name.empty() && name.size() <= 100 && name[0] != '.' &&
         std::ranges::all_of(name, [](unsigned char c) {
           return c < 0x80 && (std::isalnum(c) || c == '.' || c == '_' || c == '-');
         });
}

void CollectReferenced(const Components& components, const Item& item, std::set<Name>& referenced) {
  if (item.Is("element") && !item.attribute("ref").empty()) {
    const auto name = components.Resolve(item, item.attribute("ref"));
    referenced.insert(name);
    for (const auto& substitute : components.Substitutes(name)) referenced.insert(substitute);
  }
  for (const auto& child : item.children()) CollectReferenced(components, child, referenced);
}

// What the judge says of a schema, first error only: "…\n  a.xsd:12: complexType: words".
Refusal Wrong(const std::string& said) {
  constexpr std::pair<std::string_view, const char*> kKnown[] = {
      {"not determinist", "xsd.ambiguous"},          {"definition is circular", "xsd.circular"},
      {"does not resolve", "xsd.unknown_component"}, {"does already exist", "xsd.twice"},
      {"'all' model group", "xsd.all_inside"},       {"content is not valid", "xsd.misplaced"},
      {"is not allowed.", "xsd.misplaced"},          {"required but missing", "xsd.misplaced"},
  };
  // What says little without the judge's own words: they follow the place.
  constexpr std::pair<std::string_view, const char*> kExplained[] = {
      {"attribute 'default'", "xsd.default"},
      {"attribute 'fixed'", "xsd.default"},
      {"XPath", "xsd.key"},
      {"facet", "xsd.facet"},
      {"base type", "xsd.derivation"},
      {"derivation", "xsd.derivation"},
      {"Expected is", "xsd.attribute_value"},
      {"is not a valid", "xsd.attribute_value"},
  };
  const auto begin = said.find("\n  ");
  if (begin == std::string::npos) return Refused("xsd.wrong", said);
  const auto line = said.substr(begin + 3, said.find('\n', begin + 3) - begin - 3);
  const auto place = line.find(": ");
  const auto words = line.find(": ", place + 2);
  for (const auto& [part, code] : kKnown) {
    if (line.find(part) != std::string::npos) return Refused(code, line.substr(0, words));
  }
  for (const auto& [part, code] : kExplained) {
    if (line.find(part) != std::string::npos) return Refused(code, line);
  }
  return Refused("xsd.wrong", line);
}

}  // namespace

Result<Schema> Schema::Load(const Files& files, const Limits& limits) {
  for (const auto& [name, text] : files) {
    if (!IsPlain(name)) return Refused("xsd.file_name", name);
  }
  auto sources = ReadSources(files, limits);
  if (!sources) return sources.refusal();
  auto state = std::make_shared<State>();
  state->sources = *std::move(sources);
  state->components = std::make_unique<Components>(state->sources);
  if (auto checked = CheckComponents(*state->components, limits); !checked)
    return checked.refusal();
  if (auto checked = CheckContents(*state->components, limits); !checked) return checked.refusal();
  for (const auto& [name, source] : state->sources) state->files[name] = source.text;
  try {
    state->judge = std::make_unique<xml::SchemaSet>(xml::SchemaSet::Parse(state->files));
  } catch (const std::runtime_error& error) {
    return Wrong(error.what());
  }
  return Schema(std::move(state));
}

const Files& Schema::files() const { return state_->files; }

std::vector<Root> Schema::roots() const {
  const auto& components = *state_->components;
  std::set<Name> referenced;
  for (const auto& unit : components.units()) {
    for (auto node : unit->source->document.root().children()) {
      CollectReferenced(components, {unit.get(), node}, referenced);
    }
  }
  std::vector<Root> roots;
  for (const auto& [name, item] : components.All(Kind::kElement)) {
    if (item.attribute("abstract") == "true") continue;
    roots.push_back(
        {name.uri, name.local, DocumentationOf(item).russian, referenced.contains(name)});
  }
  return roots;
}

std::vector<xml::SchemaError> Schema::Validate(xml::Element element) const {
  return state_->judge->Validate(element);
}

}  // namespace okno::xsd
