// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>

#include "applications/use_cases.h"
#include "logic/rules/other_papers.h"

namespace okno::applications {
namespace {

using rules::IsOtherPaper;

constexpr std::size_t kMaxForm = 128 * 1024;  // bytes of JSON text
constexpr int kMaxDepth = 12;
constexpr std::size_t kMaxMarks = 200;
constexpr long long kMaxSheets = 9999;

int DepthOf(const Json& json) {
  int depth = 0;
  if (json.is_structured()) {
    for (const auto& part : json) depth = std::max(depth, 1 + DepthOf(part));
  }
  return depth;
}

void CheckShape(json::Reader& in, const char* key, const Json& value) {
  if (DepthOf(value) > kMaxDepth) {
    in.Fail(key, "applications.form_too_deep", std::to_string(kMaxDepth));
  } else if (json::Dump(value).size() > kMaxForm) {
    in.Fail(key, "applications.form_too_large", std::to_string(kMaxForm / 1024));
  }
}

bool IsDocumentForm(const std::string& form) {
  constexpr std::array kForms = {"", "original", "copy", "original_and_copy", "electronic"};
  return std::ranges::find(kForms, form) != kForms.end();
}

int Count(json::Reader& in, const char* key) {
  const auto count = in.Number(key).value_or(0);
  if (count < 0 || count > kMaxSheets) {
    in.Fail(key, count < 0 ? "field.minimum" : "field.maximum",
            count < 0 ? "0" : std::to_string(kMaxSheets));
    return 0;
  }
  return static_cast<int>(count);
}

Mark ReadMark(const Json& json, const std::string& pointer, std::vector<FieldError>& errors) {
  json::Reader in(json, pointer);
  Mark mark;
  mark.item = in.Text("item", {.required = true, .max_length = 100});
  mark.given = in.Flag("given").value_or(false);
  mark.form = in.Text("form", {.max_length = 30});
  if (!IsDocumentForm(mark.form)) in.Fail("form", "field.enum");
  mark.sheets = Count(in, "sheets");
  mark.copies = Count(in, "copies");
  mark.title =
      in.Text("title", {.required = mark.given && IsOtherPaper(mark.item), .max_length = 250});
  if (auto refusal = in.Finish())
    errors.insert(errors.end(), refusal->fields.begin(), refusal->fields.end());
  return mark;
}

void ReadMarks(json::Reader& in, DraftInput& input, std::vector<FieldError>& errors) {
  const auto* marks = in.Array("marks");
  if (marks == nullptr) return;
  if (marks->size() > kMaxMarks)
    return in.Fail("marks", "field.too_many", std::to_string(kMaxMarks));
  for (std::size_t i = 0; i < marks->size(); ++i) {
    input.marks.push_back(ReadMark((*marks)[i], "/marks/" + std::to_string(i), errors));
  }
}

// Any texts under the known names: whether they are right is judged at filing.
void ReadTexts(json::Reader& in, std::initializer_list<const char*> names) {
  for (const auto* name : names) in.Text(name);
}

void CheckRepresentativeShape(const Json& given, std::vector<FieldError>& errors) {
  json::Reader in(given, "/representative");
  ReadTexts(in, {"last_name", "first_name", "middle_name", "authority", "phone"});
  const auto add = [&](const std::optional<Refusal>& refusal) {
    if (refusal) errors.insert(errors.end(), refusal->fields.begin(), refusal->fields.end());
  };
  if (const auto* document = in.Object("identity_document")) {
    json::Reader fields(*document, "/representative/identity_document");
    ReadTexts(fields, {"kind", "series", "number", "issued_by", "issuer_code", "issue_date",
                       "valid_until", "country"});
    add(fields.Finish());
  }
  add(in.Finish());
}

// null says that there is no representative; Reader takes null for absent.
void ReadRepresentative(json::Reader& in, const Json& body, DraftInput& input,
                        std::vector<FieldError>& errors) {
  const auto* given = in.Object("representative");
  if (given != nullptr) {
    CheckRepresentativeShape(*given, errors);
    input.representative = *given;
  } else if (body.is_object() && body.contains("representative") &&
             body["representative"].is_null()) {
    input.representative = Json();
  }
}

}  // namespace

Result<DraftInput> ParseDraft(const Json& body) {
  json::Reader in(body);
  DraftInput input;
  std::vector<FieldError> errors;
  if (const auto* form = in.Object("form")) {
    CheckShape(in, "form", *form);
    input.form = *form;
  }
  ReadMarks(in, input, errors);
  ReadRepresentative(in, body, input, errors);
  input.consent = in.Flag("consent");
  if (auto refusal = in.Finish())
    errors.insert(errors.begin(), refusal->fields.begin(), refusal->fields.end());
  if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
  return input;
}

}  // namespace okno::applications
