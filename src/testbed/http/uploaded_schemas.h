// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/result.h"
#include "json/json.h"

namespace okno::testbed {

// Writes the schemas of a message type ({"file.xsd": "<xs:schema…"}) into a folder of its own below
// `folder` and compiles them; gives its name there. Refused "testbed.schema_wrong" with what is
// wrong.
Result<std::string> KeepSchemas(const std::string& folder, const std::string& namespace_uri,
                                const Json& schemas);

}  // namespace okno::testbed
