// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "catalog/content.h"
#include "content_files/yaml.h"

namespace okno::catalog {

// A service's `form` (docs/forms.md, "Content files") as the JSON Schema that is stored and served.
// Everything a rule would stumble over later is refused here with its line.
Json ReadForm(const yaml::Node& node, std::span<const ReferenceBook> books);

}  // namespace okno::catalog
