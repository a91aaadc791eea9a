// SPDX-License-Identifier: Apache-2.0
#include "xml/schema.h"

#include <libxml/xmlschemas.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

#include "schema_errors.h"

namespace okno::xml {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema";

struct SchemaFile {
  std::string target_namespace;
  std::set<std::string> includes;
};

std::string ReadWhole(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// A location may only name a neighbour file, so that a schema can never make us read or fetch
// anything else.
void CheckLocation(const fs::path& file, const std::string& location) {
  bool plain = !location.empty() && location.find_first_of("/\\:%") == std::string::npos;
  if (!plain || !fs::exists(file.parent_path() / location)) {
    throw std::runtime_error("schema " + file.string() + ": location \"" + location +
                             "\" is not a file of the same folder");
  }
}

SchemaFile Inspect(const fs::path& path) {
  auto document = Document::Parse(ReadWhole(path));
  if (!document) {
    throw std::runtime_error("schema " + path.string() + ": " + document.refusal().code + " " +
                             document.refusal().detail);
  }
  auto root = document->root();
  if (!root.Is(kXsd, "schema"))
    throw std::runtime_error("schema " + path.string() + ": not an XSD");
  SchemaFile file;
  file.target_namespace = root.attribute("targetNamespace").value_or("");
  for (auto child : root.children()) {
    if (auto location = child.attribute("schemaLocation")) {
      CheckLocation(path, *location);
      if (!child.Is(kXsd, "import")) file.includes.insert(*location);
    }
  }
  return file;
}

std::map<std::string, SchemaFile> InspectFolder(const fs::path& folder) {
  std::map<std::string, SchemaFile> files;
  if (fs::is_directory(folder)) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".xsd") {
        files[entry.path().filename().string()] = Inspect(entry.path());
      }
    }
  }
  if (files.empty()) throw std::runtime_error("no schema (*.xsd) in " + folder.string());
  return files;
}

// A schema that imports every file of the folder that no other includes: libxml2 compiles one entry
// file.
std::string MakeEntry(const fs::path& folder, const std::map<std::string, SchemaFile>& files) {
  std::set<std::string> included;
  for (const auto& [name, file] : files)
    included.insert(file.includes.begin(), file.includes.end());
  std::map<std::string, std::string> by_namespace;
  for (const auto& [name, file] : files) {
    if (included.contains(name)) continue;
    if (!by_namespace.emplace(file.target_namespace, name).second) {
      throw std::runtime_error("schemas in " + folder.string() +
                               ": two files define the namespace " + file.target_namespace);
    }
  }
  auto entry = Document::Create(kXsd, "xs", "schema");
  for (const auto& [uri, name] : by_namespace) {
    auto import = entry.root().Add(kXsd, "xs", "import");
    if (!uri.empty()) import.SetAttribute("namespace", uri);
    import.SetAttribute("schemaLocation", name);
  }
  // An import of schemas without a namespace is allowed only into a schema that has one.
  entry.root().SetAttribute("targetNamespace", "urn:okno:entry");
  return entry.Serialize();
}

struct FreeSchema {
  void operator()(xmlSchema* schema) const { xmlSchemaFree(schema); }
};
struct FreeParser {
  void operator()(xmlSchemaParserCtxt* context) const { xmlSchemaFreeParserCtxt(context); }
};
struct FreeValidator {
  void operator()(xmlSchemaValidCtxt* context) const { xmlSchemaFreeValidCtxt(context); }
};
struct FreeDocument {
  void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
};

std::string Join(const std::vector<SchemaError>& errors) {
  std::string text;
  for (const auto& error : errors) text += "\n  " + error.element + ": " + error.text;
  return text;
}

}  // namespace

struct SchemaSet::State {
  std::unique_ptr<xmlDoc, FreeDocument> entry;  // the compiled schema points into it
  std::unique_ptr<xmlSchema, FreeSchema> schema;
};

SchemaSet::SchemaSet(std::unique_ptr<State> state) : state_(std::move(state)) {}
SchemaSet::~SchemaSet() = default;
SchemaSet::SchemaSet(SchemaSet&&) noexcept = default;
SchemaSet& SchemaSet::operator=(SchemaSet&&) noexcept = default;

SchemaSet SchemaSet::Load(const std::string& folder) {
  fs::path absolute = fs::absolute(folder);
  auto entry = MakeEntry(absolute, InspectFolder(absolute));
  auto state = std::make_unique<State>();
  state->entry.reset(xmlReadMemory(entry.data(), static_cast<int>(entry.size()),
                                   (absolute / "entry.xsd").c_str(), nullptr, XML_PARSE_NONET));
  std::unique_ptr<xmlSchemaParserCtxt, FreeParser> parser(
      xmlSchemaNewDocParserCtxt(state->entry.get()));
  std::vector<SchemaError> errors;
  xmlSchemaSetParserStructuredErrors(parser.get(), CollectSchemaError, &errors);
  state->schema.reset(xmlSchemaParse(parser.get()));
  if (!state->schema || !errors.empty()) {
    throw std::runtime_error("schemas in " + folder + " are wrong:" + Join(errors));
  }
  return SchemaSet(std::move(state));
}

std::vector<SchemaError> SchemaSet::Validate(Element element) const {
  std::unique_ptr<xmlSchemaValidCtxt, FreeValidator> context(
      xmlSchemaNewValidCtxt(state_->schema.get()));
  std::vector<SchemaError> errors;
  xmlSchemaSetValidStructuredErrors(context.get(), CollectSchemaError, &errors);
  int result = xmlSchemaValidateOneElement(context.get(), element.native());
  if (result < 0) throw std::runtime_error("schema validation failed inside libxml2");
  if (result > 0 && errors.empty()) errors.push_back({element.name(), "does not fit the schema"});
  return errors;
}

}  // namespace okno::xml
