// SPDX-License-Identifier: Apache-2.0
#include "logic/person_fields.h"

#include "applicants/identity_document.h"
#include "text/checks.h"

namespace okno::applications {
namespace {

using Fields = std::vector<catalog::LabelledValue>;

void Add(Fields& fields, const char* code, const char* label, const std::string& value) {
  if (!value.empty()) fields.push_back({code, label, value});
}

std::string FormattedPhone(const std::string& phone) {
  const auto parsed = text::Phone::Parse(phone);
  return parsed ? parsed->formatted() : phone;
}

void AddPersonFields(Fields& fields, const applicants::Applicant& a) {
  Add(fields, "last_name", "Фамилия", a.last_name);
  Add(fields, "first_name", "Имя", a.first_name);
  Add(fields, "middle_name", "Отчество", a.middle_name);
  if (a.birth_date) Add(fields, "birth_date", "Дата рождения", FormatDateRu(*a.birth_date));
  Add(fields, "birth_place", "Место рождения", a.birth_place);
  Add(fields, "sex", "Пол", a.sex == "male" ? "мужской" : a.sex == "female" ? "женский" : "");
  Add(fields, "citizenship", "Гражданство", a.citizenship);
  const auto snils = text::Snils::Parse(a.snils);
  if (snils) Add(fields, "snils", "СНИЛС", snils->formatted());
}

void AddEntityFields(Fields& fields, const applicants::Applicant& a) {
  Add(fields, "full_name", "Полное наименование", a.full_name);
  Add(fields, "short_name", "Сокращённое наименование", a.short_name);
  Add(fields, "kpp", "КПП", a.kpp);
  Add(fields, "head_position", "Должность руководителя", a.head_position);
  Add(fields, "head_name", "Руководитель", a.head_name);
}

}  // namespace

Fields FieldsOf(const applicants::Applicant& a) {
  const bool entity = a.kind == applicants::ApplicantKind::kLegalEntity;
  Fields fields;
  if (entity) AddEntityFields(fields, a);
  if (!entity) AddPersonFields(fields, a);
  Add(fields, "inn", "ИНН", a.inn);
  Add(fields, "ogrn", a.ogrn.size() == 15 ? "ОГРНИП" : "ОГРН", a.ogrn);
  if (a.identity_document) {
    Add(fields, "identity_document", "Документ, удостоверяющий личность",
        applicants::Describe(*a.identity_document));
  }
  Add(fields, "registration_address", entity ? "Юридический адрес" : "Адрес регистрации",
      a.registration_address);
  Add(fields, "residence_address", "Адрес проживания", a.residence_address);
  Add(fields, "phone", "Телефон", FormattedPhone(a.phone));
  Add(fields, "email", "Электронная почта", a.email);
  return fields;
}

Fields FieldsOfRepresentative(const Json& representative) {
  Fields fields;
  Add(fields, "last_name", "Фамилия", representative.value("last_name", ""));
  Add(fields, "first_name", "Имя", representative.value("first_name", ""));
  Add(fields, "middle_name", "Отчество", representative.value("middle_name", ""));
  if (const auto found = representative.find("identity_document");
      found != representative.end() && found->is_object() && found->contains("kind")) {
    Add(fields, "identity_document", "Документ, удостоверяющий личность",
        applicants::Describe(applicants::DocumentFromJson(*found)));
  }
  Add(fields, "authority", "Полномочия", representative.value("authority", ""));
  Add(fields, "phone", "Телефон", FormattedPhone(representative.value("phone", "")));
  return fields;
}

std::string RepresentativeName(const Json& representative) {
  std::string name;
  for (const auto* key : {"last_name", "first_name", "middle_name"}) {
    const auto part = representative.value(key, "");
    if (part.empty()) continue;
    if (!name.empty()) name += ' ';
    name += part;
  }
  return name;
}

}  // namespace okno::applications
