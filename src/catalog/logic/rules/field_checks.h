// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "json/json.h"
#include "time/time.h"

// Checks of one value that is neither a group nor rows: docs/forms.md, "Validate", in the order of
// its table.
namespace okno::catalog {

struct Fault {
  std::string code;
  std::string detail;
};
bool HasType(const Json& field, const Json& value);
// Lengths to ticks (1..6): what the value shows by itself, whatever the day and the fields beside
// it.
std::optional<Fault> CheckAlone(const Json& field, const Json& value);
// Limits of a date and what depends on the fields beside it (7..10). `object_schema` and `object`
// are those around it.
std::optional<Fault> CheckAmong(const Json& field, const Json& value, const Json& object_schema,
                                const Json& object, Date today);

// The whole form; ValidateForm without the pruning.
std::vector<FieldError> ValidatePruned(const Json& form_schema, const Json& form, Date today);

// Whether the field holds a Russian passport: the one beside it, which stands before it, says which
// document it is.
bool IsOfPassport(const Json& field, const Json& object);

}  // namespace okno::catalog
