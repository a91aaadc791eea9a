// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "catalog/forms.h"
#include "logic/rules/field_checks.h"
#include "logic/rules/schema.h"

namespace okno::catalog {
namespace {

constexpr std::size_t kDefaultRows = 50;

class Validation {
 public:
  explicit Validation(Date today) : today_(today) {}

  void Object(const Json& schema, const Json& object, const Json& scope,
              const std::string& pointer) {
    const auto& fields = PropertiesOf(schema);
    for (const auto& name_json : schema.at("x-order")) {
      const auto& name = name_json.get_ref<const std::string&>();
      const auto& field = fields.at(name);
      if (IsVisible(field, scope))
        Field({schema, name, field}, object, scope, Below(pointer, name));
    }
    for (const auto& [name, value] : object.get_ref<const Json::object_t&>()) {
      if (!fields.contains(name)) Add(Below(pointer, name), "field.unknown");
    }
  }
  std::vector<FieldError> Take() { return std::move(errors_); }

 private:
  // A field of the object whose schema is `around`.
  struct Place {
    const Json& around;
    const std::string& name;
    const Json& field;
  };

  void Field(const Place& at, const Json& object, const Json& scope, const std::string& place) {
    const auto& field = at.field;
    const auto value = object.find(at.name);
    if (value == object.end()) {
      if (IsRequired(at.around, at.name, field, scope)) Missing(field, scope, place);
    } else if (!HasType(field, *value)) {
      Add(place, "field.type");
    } else if (value->is_object()) {
      Object(field, *value, scope, place);
    } else if (value->is_array()) {
      Items(field, *value, place);
    } else if (auto fault = CheckAlone(field, *value)) {
      Add(place, fault->code, fault->detail);
    } else if (auto among = CheckAmong(field, *value, at.around, object, today_)) {
      Add(place, among->code, among->detail);
    }
  }

  // A missing group is asked for by its fields: that is where people type.
  void Missing(const Json& field, const Json& scope, const std::string& place) {
    if (Keyword(field, "type") == "object") {
      Object(field, Json::object(), scope, place);
    } else {
      Add(place, field.contains("const") ? "field.must_be_checked" : "field.required");
    }
  }

  void Items(const Json& field, const Json& items, const std::string& place) {
    const auto least = field.value("minItems", std::size_t{0});
    const auto most = field.value("maxItems", kDefaultRows);
    if (items.size() < least) Add(place, "field.too_few", std::to_string(least));
    if (items.size() > most) Add(place, "field.too_many", std::to_string(most));
    std::set<Json> seen;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto row_place = Below(place, std::to_string(i));
      if (!HasType(field.at("items"), items[i])) {
        Add(row_place, "field.type");
      } else if (IsRows(field)) {
        Object(field.at("items"), items[i], items[i], row_place);
      } else {
        Choice(field.at("items"), items[i], row_place, seen.insert(items[i]).second);
      }
    }
  }

  void Choice(const Json& schema, const Json& value, const std::string& place, bool first) {
    if (const auto fault = CheckAlone(schema, value)) {
      Add(place, fault->code, fault->detail);
    } else if (!first) {
      Add(place, "field.duplicate");
    }
  }

  void Add(std::string pointer, std::string code, std::string detail = {}) {
    errors_.push_back({std::move(pointer), std::move(code), std::move(detail)});
  }

  Date today_;
  std::vector<FieldError> errors_;
};

}  // namespace

std::vector<FieldError> ValidateForm(const Json& form_schema, const Json& data, Date today) {
  return ValidatePruned(form_schema, Prune(form_schema, data), today);
}

std::vector<FieldError> ValidatePruned(const Json& form_schema, const Json& form, Date today) {
  Validation validation(today);
  validation.Object(form_schema, form, form, "");
  return validation.Take();
}

}  // namespace okno::catalog
