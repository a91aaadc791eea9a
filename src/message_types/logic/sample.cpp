// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "catalog/forms.h"
#include "logic/compiled_type.h"
#include "logic/rules/masks.h"

namespace okno::message_types {
namespace {

// Invented, and right by their control sums.
const std::map<std::string, const char*>& Samples() {
  static const std::map<std::string, const char*> samples{{"snils", "11223344595"},
                                                          {"inn", "500100732259"},
                                                          {"inn_person", "500100732259"},
                                                          {"inn_entity", "7707083893"},
                                                          {"ogrn", "1027700132195"},
                                                          {"ogrnip", "304500116000157"},
                                                          {"kpp", "773601001"},
                                                          {"passport_rf_series", "4508"},
                                                          {"passport_rf_number", "123456"},
                                                          {"foreign_passport_rf", "701234567"},
                                                          {"issuer_code", "770001"},
                                                          {"birth_certificate_series", "II-МЮ"},
                                                          {"birth_certificate_number", "123456"},
                                                          {"phone", "+79161234567"},
                                                          {"email", "ivanov@example.ru"},
                                                          {"postal_code", "101000"},
                                                          {"oktmo", "45344000"},
                                                          {"bik", "044525225"},
                                                          {"bank_account", "40817810099910004312"},
                                                          {"cadastral_number", "54:35:101530:25"},
                                                          {"vehicle_number", "А123ВС77"},
                                                          {"person_name", "Иванов"},
                                                          {"country", "RUS"}};
  return samples;
}

void Adapt(const Json& schema, Json& data) {
  if (!data.is_object() || !schema.contains("properties")) return;
  for (const auto& [name, field] : schema.at("properties").items()) {
    if (!data.contains(name)) continue;
    auto& value = data[name];
    if (value.is_array() && field.at("items").contains("properties")) {
      for (auto& row : value) Adapt(field.at("items"), row);
    }
    Adapt(field, value);
    const auto sample = Samples().find(field.value("format", ""));
    if (value.is_string() && sample != Samples().end()) value = sample->second;
    if (field.contains("x-passport-when")) value = "77 19 123456";
  }
}

// What the form does not have any more is hidden; hidden values are put in when it is sent.
void DropHidden(const Json& schema, Json& data) {
  if (!data.is_object() || !schema.contains("properties")) return;
  std::vector<std::string> gone;
  for (auto& [name, value] : data.items()) {
    if (!schema.at("properties").contains(name)) {
      gone.push_back(name);
    } else if (value.is_array()) {
      for (auto& row : value)
        DropHidden(schema.at("properties").at(name).value("items", Json::object()), row);
    } else {
      DropHidden(schema.at("properties").at(name), value);
    }
  }
  for (const auto& name : gone) data.erase(name);
}

}  // namespace

Json SampleOf(const CompiledSide& side) {
  auto data = side.form.Sample();
  for (const auto& written : side.worded.written_as) {
    ForEachAt(data, written.path, [&](Json& value) {
      if (value.is_string()) value = OutOfMask(written.mask, value.get<std::string>());
    });
  }
  DropHidden(side.worded.form, data);
  Adapt(side.worded.form, data);
  return catalog::Prune(side.worded.form, data);
}

}  // namespace okno::message_types
