// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "catalog/service.h"
#include "json/json.h"
#include "text/messages.h"
#include "time/time.h"

// Forms: the JSON Schema subset of docs/forms.md, equal in browser and server (shared vectors:
// content/tests/forms/).
namespace okno::catalog {

// The data as they are kept and checked: values trimmed and brought to the stored form, empty ones
// and those of fields whose condition does not hold removed. Unknown members stay; ValidateForm
// refuses them.
Json Prune(const Json& form_schema, const Json& data);
// Every wrong field in the order the form shows them; empty = valid. Prunes first. `today` judges
// dates such as «not in the future». Codes: field.required, snils.check_digits, …: docs/forms.md.
std::vector<FieldError> ValidateForm(const Json& form_schema, const Json& data, Date today);
// Whether `data` satisfies a condition schema.
bool Holds(const Json& condition, const Json& data);
// Whether docs/forms.md has a format of that name.
bool IsFormFormat(std::string_view format);
// Initial values from the applicant's card by the fields' x-prefill ("applicant.last_name").
// `applicant` is the card in the JSON form of openapi.yaml.
Json Prefill(const Json& form_schema, const Json& applicant);

// The form as label and value pairs in order, values as people read them (dates 12.03.2026, enum
// titles, «да»/«нет»); groups and array items are flattened with their titles. For printing and for
// the agency.
struct LabelledValue {
  std::string code;  // JSON pointer
  std::string label;
  std::string value;
  bool operator==(const LabelledValue&) const = default;
};
std::vector<LabelledValue> DescribeForm(const Json& form_schema, const Json& data);

// The same as a table with its groups and rows: each has a line of its own without a value, and
// what belongs to it stands below, one deeper. Radios that only choose what is shown below are left
// out.
struct OutlineLine {
  int depth = 0;
  std::string code;  // JSON pointer
  std::string label;
  std::string value;
  bool heading = false;
  bool operator==(const OutlineLine&) const = default;
};
// In English by x-title-en, x-item-title-en and x-enum-titles-en, where the form has them.
std::vector<OutlineLine> OutlineForm(const Json& form_schema, const Json& data,
                                     text::Language language = text::Language::kRussian);

// The checklist that follows from the answers: rules whose condition does not hold are left out, a
// conditional one that holds becomes required. `applicant` is the card, as for Prefill.
std::vector<ChecklistRule> ChecklistFor(const Service& service, const Json& form,
                                        const Json& applicant);

}  // namespace okno::catalog
