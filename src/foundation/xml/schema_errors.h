// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libxml/xmlerror.h>

#include "xml/schema.h"

namespace okno::xml {

// libxml2's structured error handler; `errors` is a std::vector<SchemaError>*.
void CollectSchemaError(void* errors, xmlErrorPtr error);

}  // namespace okno::xml
