// SPDX-License-Identifier: Apache-2.0
#include "xerces_judge.h"

#include <mutex>
#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/parsers/XercesDOMParser.hpp>
#include <xercesc/sax/HandlerBase.hpp>
#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/XMLString.hpp>

namespace okno::xsd::testing {
namespace {

namespace xe = xercesc;

std::string Text(const XMLCh* chars) {
  char* bytes = xe::XMLString::transcode(chars);
  std::string text = bytes == nullptr ? "" : bytes;
  xe::XMLString::release(&bytes);
  return text;
}

class Errors : public xe::HandlerBase {
 public:
  void error(const xe::SAXParseException& e) override { found.push_back(Text(e.getMessage())); }
  void fatalError(const xe::SAXParseException& e) override {
    found.push_back(Text(e.getMessage()));
  }
  std::vector<std::string> found;
};

// Only what is in the set; anything else is an empty file, which is an error of its own.
class OnlyTheSet : public xe::EntityResolver {
 public:
  explicit OnlyTheSet(const Files& files) : files_(files) {}
  xe::InputSource* resolveEntity(const XMLCh*, const XMLCh* system_id) override {
    auto name = Text(system_id);
    name = name.substr(name.find_last_of('/') + 1);
    const auto file = files_.find(name);
    const auto& bytes = file == files_.end() ? nothing_ : file->second;
    return new xe::MemBufInputSource(reinterpret_cast<const XMLByte*>(bytes.data()), bytes.size(),
                                     name.c_str());
  }

 private:
  const Files& files_;
  const std::string nothing_;
};

std::string EntryFor(const Files& files) {
  std::string entry =
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:okno:entry'>";
  for (const auto& [name, text] : files) {
    const auto at = text.find("targetNamespace=\"");
    if (at == std::string::npos) continue;
    const auto from = at + 17;
    entry += "<xs:import namespace='" + text.substr(from, text.find('"', from) - from) +
             "' schemaLocation='" + name + "'/>";
  }
  return entry + "</xs:schema>";
}

}  // namespace

std::vector<std::string> XercesErrors(const Files& files, const std::string& xml) {
  static std::once_flag started;
  std::call_once(started, [] { xe::XMLPlatformUtils::Initialize(); });
  xe::XercesDOMParser parser;
  Errors errors;
  OnlyTheSet resolver(files);
  parser.setErrorHandler(&errors);
  parser.setEntityResolver(&resolver);
  parser.setDoNamespaces(true);
  parser.setDoSchema(true);
  parser.setHandleMultipleImports(true);
  parser.setValidationScheme(xe::XercesDOMParser::Val_Always);
  const auto entry = EntryFor(files);
  const xe::MemBufInputSource entry_source(reinterpret_cast<const XMLByte*>(entry.data()),
                                           entry.size(), "entry.xsd");
  parser.loadGrammar(entry_source, xe::Grammar::SchemaGrammarType, true);
  parser.useCachedGrammarInParse(true);
  const xe::MemBufInputSource source(reinterpret_cast<const XMLByte*>(xml.data()), xml.size(),
                                     "message.xml");
  parser.parse(source);
  return errors.found;
}

}  // namespace okno::xsd::testing
