// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "logic/definition.h"

namespace okno::message_types {

struct ImportInput {
  std::string file_name;  // as it was called there; only its words are used
  std::string bytes;      // an XSD or a ZIP
  std::string name, title, request_root, response_root;  // "" = as found
  std::string agency_code = {}, agency_name = {};
};
// What the import holds as a definition; roots that are not clear stay empty. Refused as
// xsd::Schema::Load and ReadArchive refuse, "message_types.page_wrong", "message_types.name_wrong",
// "message_types.no_such_root", "message_types.file_too_large".
Result<Definition> ReadImport(const ImportInput& input);

}  // namespace okno::message_types
