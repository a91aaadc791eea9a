// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "time/time.h"

namespace okno {

using Json = nlohmann::json;

namespace json {

// Parses outside input: UTF-8 only, nesting up to 64, no duplicate keys. Refused with code "json.malformed" and the
// position as detail.
Result<Json> Parse(std::string_view text);
std::string Dump(const Json& value);  // compact, UTF-8; throws on a broken string

// Reads the fields of one JSON object, collecting every wrong one, so that a form sees all its errors at once:
//   json::Reader in(body);
//   auto name = in.Text("last_name", {.required = true, .max_length = 100});
//   if (auto refusal = in.Finish()) return *refusal;
// Unknown keys are refused by Finish ("field.unknown"): a misspelt field must not be silently lost.
struct TextRule {
  bool required = false;
  std::size_t min_length = 0;
  std::size_t max_length = 1000;  // in code points
};
class Reader {
 public:
  explicit Reader(const Json& object, std::string pointer_prefix = {});
  std::string Text(std::string_view key, TextRule rule = {});  // trimmed; "" when absent
  std::optional<long long> Number(std::string_view key, bool required = false);
  std::optional<bool> Flag(std::string_view key, bool required = false);
  std::optional<Date> Day(std::string_view key, bool required = false);
  std::optional<Uuid> Identifier(std::string_view key, bool required = false);
  std::vector<std::string> Texts(std::string_view key, std::size_t max_count = 100);
  const Json* Object(std::string_view key, bool required = false);  // nullptr when absent
  const Json* Array(std::string_view key, bool required = false);
  const Json* Any(std::string_view key);
  void Fail(std::string_view key, std::string code, std::string detail = {});
  // The refusal "input.invalid" with all fields, if anything was wrong.
  std::optional<Refusal> Finish();

 private:
  const Json* Take(std::string_view key, bool required);
  const Json& object_;
  std::string prefix_;
  std::vector<std::string> seen_;
  std::vector<FieldError> errors_;
};

}  // namespace json
}  // namespace okno
