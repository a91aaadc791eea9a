// SPDX-License-Identifier: Apache-2.0
#include "logic/import.h"

#include <algorithm>
#include <cctype>

#include "content_files/archive.h"
#include "text/strings.h"
#include "xsd/form.h"

namespace okno::message_types {
namespace {

constexpr std::size_t kMostBytes = 4 * 1024 * 1024;

Refusal Refused(std::string code, std::string detail = {}) {
  auto refusal = Refusal::Invalid(std::move(code));
  refusal.detail = std::move(detail);
  return refusal;
}

std::string BaseName(std::string_view path) {
  const auto slash = path.find_last_of("/\\");
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

// "Запрос СНИЛС v1.xsd" keeps what can stand in a name everywhere; nothing left: "" .
std::string Plain(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    const bool kept =
        std::isalnum(static_cast<unsigned char>(c)) && static_cast<unsigned char>(c) < 0x80;
    if (kept || c == '.' || c == '_' || c == '-') plain += c;
  }
  while (!plain.empty() && !std::isalnum(static_cast<unsigned char>(plain[0]))) plain.erase(0, 1);
  return plain;
}

bool IsPlain(const std::string& name) {
  return Plain(name) == name && !name.empty() && name.size() <= 100;
}

// File names that every reader of schemas takes; locations follow. Texts become UTF-8 here, so that
// a name is found in them as the archive has it.
Result<xsd::Files> WithPlainNames(const std::map<std::string, std::string>& files) {
  xsd::Files renamed;
  std::map<std::string, std::string> names;
  int number = 0;
  for (const auto& [name, bytes] : files) {
    auto text = xsd::ToUtf8(bytes);
    if (!text) return Refused("xsd.encoding", name + ": " + text.refusal().detail);
    auto plain = name;
    if (!IsPlain(name)) plain = "schema-" + std::to_string(++number) + ".xsd";
    while (files.contains(plain) && plain != name)
      plain = "schema-" + std::to_string(++number) + ".xsd";
    if (plain != name) names.emplace(name, plain);
    renamed[plain] = *std::move(text);
  }
  for (auto& [file, text] : renamed) text = xsd::WithLocations(std::move(text), names);
  return renamed;
}

std::string NameFrom(const std::string& file_name) {
  auto stem = BaseName(file_name);
  stem = text::ToLower(Plain(stem.substr(0, stem.rfind('.'))));
  std::ranges::replace(stem, '_', '-');
  std::ranges::replace(stem, '.', '-');
  while (!stem.empty() && !(stem[0] >= 'a' && stem[0] <= 'z')) stem.erase(0, 1);
  stem = stem.substr(0, 60);
  return IsName(stem) ? stem : "message-type";
}

const xsd::Root* FindRoot(const std::vector<xsd::Root>& roots, const std::string& name,
                          const std::string& uri) {
  const auto found = std::ranges::find_if(roots, [&](const xsd::Root& root) {
    return root.name == name && (uri.empty() || root.namespace_uri == uri);
  });
  return found == roots.end() ? nullptr : &*found;
}

// The one free-standing element whose name ends so; empty when there is none or more than one.
std::string OnlyRoot(const std::vector<xsd::Root>& roots, const std::string& ending,
                     const std::string& uri) {
  std::string name;
  for (const auto& root : roots) {
    const bool fits = !root.referenced && !root.namespace_uri.empty() &&
                      root.name.ends_with(ending) && (uri.empty() || root.namespace_uri == uri);
    if (!fits) continue;
    if (!name.empty()) return "";
    name = root.name;
  }
  return name;
}

void FindRoots(const std::vector<xsd::Root>& roots, Description& d) {
  if (d.request_root.empty()) d.request_root = OnlyRoot(roots, "Request", d.namespace_uri);
  if (const auto* root = FindRoot(roots, d.request_root, d.namespace_uri);
      root != nullptr && d.namespace_uri.empty()) {
    d.namespace_uri = root->namespace_uri;
  }
  if (d.response_root.empty()) d.response_root = OnlyRoot(roots, "Response", d.namespace_uri);
}

Result<Definition> ReadFiles(const ImportInput& input) {
  std::map<std::string, std::string> files;
  if (input.bytes.starts_with("PK")) {
    auto archive = ReadArchive(input.bytes);
    if (!archive) return archive.refusal();
    files = *std::move(archive);
  } else {
    files[BaseName(input.file_name).empty() ? "schema.xsd" : BaseName(input.file_name)] =
        input.bytes;
  }
  Definition definition;
  definition.description.kind = "inquiry";
  if (const auto page = files.find("message-type.yaml"); page != files.end()) {
    auto read = ReadPage(page->second);
    if (!read) return read.refusal();
    definition = *std::move(read);
    files.erase(page);
  }
  auto plain = WithPlainNames(files);
  if (!plain) return plain.refusal();
  definition.files = *std::move(plain);
  return definition;
}

void TakeWords(const ImportInput& input, Description& d) {
  if (!input.name.empty()) d.name = input.name;
  if (d.name.empty()) d.name = NameFrom(input.file_name);
  if (!input.title.empty()) d.title = input.title;
  if (!input.request_root.empty()) d.request_root = input.request_root;
  if (!input.response_root.empty()) d.response_root = input.response_root;
  if (!input.agency_code.empty()) d.agency.code = input.agency_code;
  if (!input.agency_name.empty()) d.agency.name = input.agency_name;
}

}  // namespace

Result<Definition> ReadImport(const ImportInput& input) {
  if (input.bytes.size() > kMostBytes) return Refused("message_types.file_too_large", "4");
  auto definition = ReadFiles(input);
  if (!definition) return definition;
  auto& d = definition->description;
  TakeWords(input, d);
  if (!IsName(d.name)) return Refused("message_types.name_wrong");
  const auto schema = xsd::Schema::Load(definition->files);
  if (!schema) return schema.refusal();
  definition->files = schema->files();
  const auto roots = schema->roots();
  FindRoots(roots, d);
  for (const auto* name : {&d.request_root, &d.response_root}) {
    if (!name->empty() && FindRoot(roots, *name, d.namespace_uri) == nullptr) {
      return Refused("message_types.no_such_root", *name);
    }
  }
  const auto* root = FindRoot(roots, d.request_root, d.namespace_uri);
  if (d.title.empty()) d.title = root != nullptr && !root->title.empty() ? root->title : d.name;
  return definition;
}

}  // namespace okno::message_types
