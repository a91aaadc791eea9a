// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "json/json.h"

namespace okno::json {

// Builds a value from the events of nlohmann's parser and stops it at what plain parsing would let
// pass: deep nesting, a key given twice, a NUL inside a string (PostgreSQL can not store one).
class Builder : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return Add(nullptr); }
  bool boolean(bool value) override { return Add(value); }
  bool number_integer(number_integer_t value) override { return Add(value); }
  bool number_unsigned(number_unsigned_t value) override { return Add(value); }
  bool number_float(number_float_t value, const string_t&) override { return Add(value); }
  bool string(string_t& value) override;
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return Open(Json::object()); }
  bool start_array(std::size_t) override { return Open(Json::array()); }
  bool end_object() override { return Close(); }
  bool end_array() override { return Close(); }
  bool key(string_t& name) override;
  bool parse_error(std::size_t, const std::string&, const Json::exception&) override {
    return false;
  }
  Json Take() { return std::move(root_); }

 private:
  bool Add(Json value) { return Place(std::move(value)) != nullptr; }
  Json* Place(Json value);
  bool Open(Json container);
  bool Close();

  Json root_;
  std::vector<Json*> open_;  // the containers being filled, outermost first
  Json* slot_ = nullptr;     // where the value of the last key goes
};

}  // namespace okno::json
