// SPDX-License-Identifier: Apache-2.0
#include "http/uploaded_schemas.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "crypto/hash.h"
#include "text/strings.h"
#include "xml/schema.h"

namespace okno::testbed {

namespace fs = std::filesystem;

namespace {

bool IsPlainName(const std::string& name) {
  return name.size() > 4 && name.size() < 100 && name.ends_with(".xsd") &&
         std::all_of(name.begin(), name.end(), [](unsigned char letter) {
           return std::isalnum(letter) != 0 || letter == '-' || letter == '_' || letter == '.';
         });
}

}  // namespace

Result<std::string> KeepSchemas(const std::string& folder, const std::string& namespace_uri,
                                const Json& schemas) {
  // Named by content, so that another version never changes what is in use.
  auto name = text::HexEncode(crypto::Sha256(namespace_uri + json::Dump(schemas))).substr(0, 32);
  auto path = fs::path(folder) / name;
  fs::create_directories(path);
  for (const auto& [file_name, text] : schemas.items()) {
    if (!IsPlainName(file_name) || !text.is_string()) {
      return Refusal{RefusalKind::kInvalid, "testbed.schema_wrong", file_name, {}};
    }
    std::ofstream(path / file_name, std::ios::binary) << text.get_ref<const std::string&>();
  }
  try {
    xml::SchemaSet::Load(path.string());
  } catch (const std::runtime_error& error) {
    fs::remove_all(path);
    return Refusal{RefusalKind::kInvalid, "testbed.schema_wrong", error.what(), {}};
  }
  return name;
}

}  // namespace okno::testbed
