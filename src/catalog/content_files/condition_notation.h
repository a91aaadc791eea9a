// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "content_files/yaml.h"

namespace okno::catalog {

// A condition of a content file (docs/forms.md, "Content files") as JSON Schema. `known` is the
// object schema of the fields it may name; naming another one, or a choice the field does not have,
// is a ContentError.
Json ReadCondition(const yaml::Node& node, const Json& known);

}  // namespace okno::catalog
