// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/json.h"

namespace okno::app {

// The rooms' openapi.yaml as one document. A path or a component given twice throws.
Json BundleOpenApi();

}  // namespace okno::app
