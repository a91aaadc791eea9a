// SPDX-License-Identifier: Apache-2.0
#include "xml/schema.h"

#include <libxml/xmlIO.h>
#include <libxml/xmlschemas.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <set>
#include <sstream>
#include <stdexcept>

#include "parsing.h"
#include "schema_errors.h"

namespace okno::xml {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema";

struct SchemaFile {
  std::string target_namespace;
  std::set<std::string> includes;
};

using SchemaTexts = std::map<std::string, std::string>;

std::string ReadWhole(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// A location may only name a file of the set, so that a schema can never make us read or fetch
// anything else.
void CheckLocation(const std::string& file, const std::string& location, const SchemaTexts& texts) {
  if (!texts.contains(location)) {
    throw std::runtime_error("schema " + file + ": location \"" + location +
                             "\" is not a file of the same folder");
  }
}

SchemaFile Inspect(const std::string& name, const SchemaTexts& texts) {
  auto document = Document::Parse(texts.at(name));
  if (!document) {
    throw std::runtime_error("schema " + name + ": " + document.refusal().code + " " +
                             document.refusal().detail);
  }
  auto root = document->root();
  if (!root.Is(kXsd, "schema")) throw std::runtime_error("schema " + name + ": not an XSD");
  SchemaFile file;
  file.target_namespace = root.attribute("targetNamespace").value_or("");
  for (auto child : root.children()) {
    if (auto location = child.attribute("schemaLocation")) {
      CheckLocation(name, *location, texts);
      if (!child.Is(kXsd, "import")) file.includes.insert(*location);
    }
  }
  return file;
}

SchemaTexts ReadFolder(const fs::path& folder) {
  SchemaTexts texts;
  if (fs::is_directory(folder)) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() != ".xsd") continue;
      texts[entry.path().filename().string()] = ReadWhole(entry.path());
    }
  }
  if (texts.empty()) throw std::runtime_error("no schema (*.xsd) in " + folder.string());
  return texts;
}

// A schema that imports every file of the set that no other includes: libxml2 compiles one entry
// file.
std::string MakeEntry(const SchemaTexts& texts) {
  std::set<std::string> included;
  std::map<std::string, std::string> namespaces;  // of files
  for (const auto& [name, text] : texts) {
    auto file = Inspect(name, texts);
    namespaces[name] = file.target_namespace;
    included.insert(file.includes.begin(), file.includes.end());
  }
  std::map<std::string, std::string> by_namespace;
  for (const auto& [name, uri] : namespaces) {
    if (included.contains(name)) continue;
    if (!by_namespace.emplace(uri, name).second) {
      throw std::runtime_error("two schemas define the namespace " + uri);
    }
  }
  for (const auto& [name, uri] :
       namespaces) {  // a ring of includes has no head: its first file is one
    if (!uri.empty()) by_namespace.emplace(uri, name);
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

// libxml2 asks for included files through callbacks of the whole process; each thread answers from
// the set it is reading just now.
const std::string kSetScheme = "okno-set:///";
thread_local const SchemaTexts* set_in_use = nullptr;

struct OpenText {
  std::string_view rest;
};

int IsOfSet(const char* uri) {
  return set_in_use != nullptr && std::string_view(uri).starts_with(kSetScheme);
}
void* OpenOfSet(const char* uri) {
  const auto text = set_in_use->find(std::string_view(uri).substr(kSetScheme.size()).data());
  return text == set_in_use->end() ? nullptr : new OpenText{text->second};
}
int ReadOfSet(void* context, char* buffer, int length) {
  auto& rest = static_cast<OpenText*>(context)->rest;
  const auto count = rest.copy(buffer, static_cast<std::size_t>(length));
  rest.remove_prefix(count);
  return static_cast<int>(count);
}
int CloseOfSet(void* context) {
  delete static_cast<OpenText*>(context);
  return 0;
}

class SetInUse {
 public:
  explicit SetInUse(const SchemaTexts& texts) {
    InitializeParser();
    static std::once_flag registered;
    std::call_once(registered,
                   [] { xmlRegisterInputCallbacks(IsOfSet, OpenOfSet, ReadOfSet, CloseOfSet); });
    set_in_use = &texts;
  }
  ~SetInUse() { set_in_use = nullptr; }
  SetInUse(const SetInUse&) = delete;
};

std::string Join(const std::vector<SchemaError>& errors) {
  std::string text;
  for (const auto& error : errors) text += "\n  " + error.text;
  return text;
}

}  // namespace

struct SchemaSet::State {
  DocumentPtr entry;  // the compiled schema points into it
  std::unique_ptr<xmlSchema, FreeSchema> schema;
};

SchemaSet::SchemaSet(std::unique_ptr<State> state) : state_(std::move(state)) {}
SchemaSet::~SchemaSet() = default;
SchemaSet::SchemaSet(SchemaSet&&) noexcept = default;
SchemaSet& SchemaSet::operator=(SchemaSet&&) noexcept = default;

SchemaSet SchemaSet::Load(const std::string& folder) {
  try {
    return Parse(ReadFolder(fs::absolute(folder)));
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(folder + ": " + error.what());
  }
}

SchemaSet SchemaSet::Parse(const std::map<std::string, std::string>& files) {
  const auto entry = MakeEntry(files);
  const SetInUse in_use(files);
  auto state = std::make_unique<State>();
  state->entry.reset(xmlReadMemory(entry.data(), static_cast<int>(entry.size()),
                                   (kSetScheme + "entry.xsd").c_str(), nullptr, XML_PARSE_NONET));
  std::unique_ptr<xmlSchemaParserCtxt, FreeParser> parser(
      xmlSchemaNewDocParserCtxt(state->entry.get()));
  std::vector<SchemaError> errors;
  xmlSchemaSetParserStructuredErrors(parser.get(), CollectSchemaError, &errors);
  state->schema.reset(xmlSchemaParse(parser.get()));
  if (!state->schema || !errors.empty()) {
    throw std::runtime_error("the schemas are wrong:" + Join(errors));
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
