// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "json/json.h"
#include "time/time.h"

namespace okno::db {

// A parameter in PostgreSQL's text form; empty optional = NULL. Bytea goes as "\x…" hex.
using Parameter = std::optional<std::string>;
struct Bytes {
  std::string value;
};
// A text[] or uuid[] parameter.
Parameter ToArray(const std::vector<std::string>& values);

inline Parameter ToParameter(const std::string& value) { return value; }
inline Parameter ToParameter(std::string_view value) { return std::string(value); }
inline Parameter ToParameter(const char* value) { return std::string(value); }
inline Parameter ToParameter(bool value) { return std::string(value ? "t" : "f"); }
inline Parameter ToParameter(int value) { return std::to_string(value); }
inline Parameter ToParameter(long value) { return std::to_string(value); }
inline Parameter ToParameter(long long value) { return std::to_string(value); }
inline Parameter ToParameter(unsigned long value) { return std::to_string(value); }
Parameter ToParameter(double value);
inline Parameter ToParameter(Instant value) { return FormatInstant(value); }
inline Parameter ToParameter(Date value) { return FormatDate(value); }
inline Parameter ToParameter(const Uuid& value) { return value.ToString(); }
inline Parameter ToParameter(const Json& value) { return json::Dump(value); }
inline Parameter ToParameter(std::nullopt_t) { return std::nullopt; }
Parameter ToParameter(const Bytes& value);
inline Parameter ToParameter(const std::vector<std::string>& value) { return ToArray(value); }
template <typename Tag>
Parameter ToParameter(const Id<Tag>& value) {
  return value.uuid.ToString();
}
template <typename Tag>
Parameter ToParameter(const std::vector<Id<Tag>>& values) {  // for `= ANY ($1::uuid[])`
  std::vector<std::string> texts;
  for (const auto& value : values) texts.push_back(value.ToString());
  return ToArray(texts);
}
template <typename T>
Parameter ToParameter(const std::optional<T>& value) {
  return value ? ToParameter(*value) : std::nullopt;
}

// FromText turns PostgreSQL's text form into a value; a text that does not fit throws (a broken row
// is a fault).
template <typename T>
struct FromText;
template <>
struct FromText<std::string> {
  static std::string Read(std::string_view t) { return std::string(t); }
};
template <>
struct FromText<bool> {
  static bool Read(std::string_view t) { return t == "t"; }
};
template <>
struct FromText<int> {
  static int Read(std::string_view t);
};
template <>
struct FromText<long long> {
  static long long Read(std::string_view t);
};
template <>
struct FromText<double> {
  static double Read(std::string_view t);
};
template <>
struct FromText<Instant> {
  static Instant Read(std::string_view t);
};
template <>
struct FromText<Date> {
  static Date Read(std::string_view t);
};
template <>
struct FromText<Uuid> {
  static Uuid Read(std::string_view t);
};
template <>
struct FromText<Json> {
  static Json Read(std::string_view t);
};
template <>
struct FromText<Bytes> {
  static Bytes Read(std::string_view t);
};
template <>
struct FromText<std::vector<std::string>> {
  static std::vector<std::string> Read(std::string_view t);
};
template <typename Tag>
struct FromText<Id<Tag>> {
  static Id<Tag> Read(std::string_view t) { return Id<Tag>{FromText<Uuid>::Read(t)}; }
};

}  // namespace okno::db
