// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "json/json.h"
#include "text/strings.h"

namespace okno::json {
namespace {

// RFC 6901.
std::string PointerStep(std::string_view key) {
  std::string step = "/";
  for (char c : key) {
    if (c == '~') {
      step += "~0";
    } else if (c == '/') {
      step += "~1";
    } else {
      step.push_back(c);
    }
  }
  return step;
}

bool IsWhole(const Json& value) {
  if (!value.is_number_integer()) return false;
  constexpr auto kMost = static_cast<unsigned long long>(std::numeric_limits<long long>::max());
  return !value.is_number_unsigned() || value.get<unsigned long long>() <= kMost;
}

}  // namespace

Reader::Reader(const Json& object, std::string pointer_prefix)
    : object_(object), prefix_(std::move(pointer_prefix)) {
  if (!object.is_object()) errors_.push_back({prefix_, "field.type", {}});
}

std::string Reader::Text(std::string_view key, TextRule rule) {
  const auto* value = Take(key, rule.required);
  if (value == nullptr) return {};
  if (!value->is_string()) {
    Fail(key, "field.type");
    return {};
  }
  auto text = text::Trim(value->get_ref<const std::string&>());
  const auto length = text::Length(text);
  if (length == 0) {
    if (rule.required) Fail(key, "field.required");
  } else if (length < rule.min_length) {
    Fail(key, "field.too_short", std::to_string(rule.min_length));
  } else if (length > rule.max_length) {
    Fail(key, "field.too_long", std::to_string(rule.max_length));
  }
  return text;
}

std::optional<long long> Reader::Number(std::string_view key, bool required) {
  const auto* value = Take(key, required);
  if (value == nullptr) return std::nullopt;
  if (IsWhole(*value)) return value->get<long long>();
  Fail(key, "field.type");
  return std::nullopt;
}

std::optional<bool> Reader::Flag(std::string_view key, bool required) {
  const auto* value = Take(key, required);
  if (value == nullptr) return std::nullopt;
  if (value->is_boolean()) return value->get<bool>();
  Fail(key, "field.type");
  return std::nullopt;
}

std::optional<Date> Reader::Day(std::string_view key, bool required) {
  const auto text = Text(key, {.required = required});
  if (text.empty()) return std::nullopt;
  const auto date = ParseDate(text);
  if (!date) Fail(key, "field.date");
  return date;
}

std::optional<Uuid> Reader::Identifier(std::string_view key, bool required) {
  const auto text = Text(key, {.required = required});
  if (text.empty()) return std::nullopt;
  const auto uuid = Uuid::Parse(text);
  if (!uuid) Fail(key, "field.type");
  return uuid;
}

std::vector<std::string> Reader::Texts(std::string_view key, std::size_t max_count) {
  const auto* array = Array(key);
  if (array == nullptr) return {};
  if (array->size() > max_count) {
    Fail(key, "field.too_many", std::to_string(max_count));
    return {};
  }
  std::vector<std::string> texts;
  for (const auto& value : *array) {
    if (!value.is_string()) {
      Fail(key, "field.type");
      return {};
    }
    texts.push_back(text::Trim(value.get_ref<const std::string&>()));
  }
  return texts;
}

const Json* Reader::Object(std::string_view key, bool required) {
  const auto* value = Take(key, required);
  if (value == nullptr || value->is_object()) return value;
  Fail(key, "field.type");
  return nullptr;
}

const Json* Reader::Array(std::string_view key, bool required) {
  const auto* value = Take(key, required);
  if (value == nullptr || value->is_array()) return value;
  Fail(key, "field.type");
  return nullptr;
}

const Json* Reader::Any(std::string_view key) { return Take(key, false); }

void Reader::Fail(std::string_view key, std::string code, std::string detail) {
  errors_.push_back({prefix_ + PointerStep(key), std::move(code), std::move(detail)});
}

std::optional<Refusal> Reader::Finish() {
  if (object_.is_object()) {
    for (const auto& item : object_.items()) {
      if (std::ranges::find(seen_, item.key()) == seen_.end()) Fail(item.key(), "field.unknown");
    }
  }
  if (errors_.empty()) return std::nullopt;
  return Refusal::Invalid("input.invalid", std::move(errors_));
}

const Json* Reader::Take(std::string_view key, bool required) {
  seen_.emplace_back(key);
  if (!object_.is_object()) return nullptr;  // said once, by the constructor
  const auto found = object_.find(key);
  if (found != object_.end() && !found->is_null()) return &*found;
  if (required) Fail(key, "field.required");
  return nullptr;
}

}  // namespace okno::json
