// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/persons.h"

#include <array>

#include "catalog/forms.h"
#include "logic/rules/schema.h"
#include "text/strings.h"

namespace okno::catalog {
namespace {

// What forms call as the card does.
constexpr std::array kMembers = {"last_name", "first_name",  "middle_name", "birth_date",
                                 "snils",     "birth_place", "sex",         "citizenship"};

std::vector<std::string> NamesOf(const std::string& who) {
  auto names = text::Split(who, '.');
  names.erase(names.begin());  // "form"
  return names;
}

const Json* Inner(const Json* object, const char* keyword, const std::string& name) {
  const auto members = object->find(keyword);
  if (members == object->end() || !members->contains(name)) return nullptr;
  return &members->at(name);
}

Json CardOf(const Json& values) {
  Json card = {{"kind", "person"}};
  for (const auto* name : kMembers) {
    if (const auto value = values.find(name); value != values.end()) card[name] = *value;
  }
  return card;
}

bool IsMeant(const AskedAbout& about, const Json& values) {
  return about.where.is_null() || Holds(about.where, values);
}

// The answers at the place; null when nothing is answered there.
Json ValueAt(const Json& form, const std::string& who) {
  Json value = form;
  for (const auto& name : NamesOf(who)) {
    if (!value.is_object() || !value.contains(name)) return nullptr;
    value = Json(value.at(name));
  }
  return value;
}

// Of a person whom the form itself names, field by field: the title of that part, «Ребёнок».
std::string SectionTitle(const Json& form_schema) {
  const auto* name = Inner(&form_schema, "properties", "last_name");
  const auto sections = form_schema.find("x-sections");
  if (name == nullptr || sections == form_schema.end()) return {};
  for (const auto& section : *sections) {
    if (Keyword(section, "code") == Keyword(*name, "x-section")) return Keyword(section, "title");
  }
  return {};
}

void AddRows(const AskedAbout& about, const Json& field, const Json& rows,
             std::vector<Person>& persons) {
  auto title = Keyword(field, "x-item-title");
  if (title.empty()) title = Keyword(field, "title");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!IsMeant(about, rows[i])) continue;
    persons.push_back({title + " " + std::to_string(i + 1), CardOf(rows[i])});
  }
}

void Add(const AskedAbout& about, const Json& form_schema, const Json& form,
         std::vector<Person>& persons) {
  const auto names = NamesOf(about.who);
  const Json* field = &form_schema;
  for (const auto& name : names) field = Inner(field, "properties", name);
  const auto value = ValueAt(form, about.who);
  if (value.is_array()) return AddRows(about, *field, value, persons);
  if (!value.is_object() || !IsMeant(about, value)) return;
  persons.push_back({names.empty() ? SectionTitle(form_schema) : Keyword(*field, "title"), CardOf(value)});
}

}  // namespace

const Json* PersonSchema(const std::string& who, const Json& form_schema) {
  const Json* field = &form_schema;
  for (const auto& name : NamesOf(who)) {
    field = Inner(field, "properties", name);
    if (field == nullptr) return nullptr;
  }
  if (IsRows(*field)) return &field->at("items");
  return Keyword(*field, "type") == "object" ? field : nullptr;
}

std::vector<Person> PersonsOf(const std::vector<AskedAbout>& about, const Json& form_schema,
                              const Json& form, const Json& applicant) {
  std::vector<Person> persons;
  for (const auto& one : about) {
    if (one.who == "applicant") {
      persons.push_back({{}, applicant});
    } else {
      Add(one, form_schema, form, persons);
    }
  }
  return persons;
}

}  // namespace okno::catalog
