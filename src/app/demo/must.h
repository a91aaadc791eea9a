// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

#include "base/id.h"
#include "base/result.h"

namespace okno::app::demo {

// The Idempotency-Key of a step, each another one.
inline std::string Key() { return "demo-" + Uuid::NewV7().ToString(); }

// The story has no refusals: one is a fault of the demo, told with all the refusal says.
template <typename T>
T Must(Result<T> result, const char* step) {
  if (!result) {
    std::string text = std::string("demo: ") + step + " refused with " + result.refusal().code +
                       " " + result.refusal().detail;
    for (const auto& field : result.refusal().fields)
      text += "; " + field.pointer + " " + field.code;
    throw std::runtime_error(text);
  }
  return std::move(*result);
}

}  // namespace okno::app::demo
