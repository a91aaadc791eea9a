// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/id.h"
#include "catalog/forms.h"
#include "logic/compiled_type.h"
#include "logic/rules/masks.h"

namespace okno::message_types {
namespace {

Json ValueOf(const HiddenValue& hidden, Instant now) {
  if (hidden.generated == "uuid") return Uuid::NewV7().ToString();
  if (hidden.generated == "now") return FormatXsdDateTime(now, kMoscow);
  if (hidden.generated == "today") return FormatDate(LocalDate(now, kMoscow));
  if (hidden.type == "boolean") return hidden.constant == "true" || hidden.constant == "1";
  return hidden.constant;
}

bool IsRequired(const Json& schema, const std::string& name) {
  const auto required = schema.find("required");
  return required != schema.end() && std::ranges::find(*required, Json(name)) != required->end();
}

// Puts a value where it belongs: into groups that are there or must be, and into every row.
void Put(const Json& schema, Json& data, const std::vector<std::string>& path, std::size_t at,
         const Json& value) {
  if (data.is_array()) {
    for (auto& row : data) Put(schema.at("items"), row, path, at, value);
    return;
  }
  const auto& name = path[at];
  if (!data.is_object() || !schema.contains("properties") ||
      !schema.at("properties").contains(name))
    return;
  if (at + 1 == path.size()) {
    data[name] = value;
    return;
  }
  const auto& next = schema.at("properties").at(name);
  if (!data.contains(name)) {
    if (!IsRequired(schema, name) || next.value("type", "") != "object") return;
    data[name] = Json::object();
  }
  Put(next, data[name], path, at + 1, value);
}

}  // namespace

Result<std::string> BuildMessage(const CompiledSide& side, const Json& data,
                                 const Context& context) {
  const auto& form = side.worded.form;
  auto whole = catalog::Prune(form, data);
  auto errors = catalog::ValidateForm(form, whole, LocalDate(context.now, kMoscow));
  if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
  for (const auto& hidden : side.worded.hidden_values) {
    Put(side.form.schema(), whole, hidden.path, 0, ValueOf(hidden, context.now));
  }
  for (const auto& written : side.worded.written_as) {
    ForEachAt(whole, written.path, [&](Json& value) {
      if (value.is_string()) value = IntoMask(written.mask, value.get<std::string>());
    });
  }
  auto message = side.form.WriteChecked(whole);
  if (!message.errors.empty()) return Refusal::Invalid("input.invalid", std::move(message.errors));
  return std::move(message.xml);
}

}  // namespace okno::message_types
