// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/masks.h"

#include "logic/rules/kinds.h"
#include "text/strings.h"

namespace okno::applicants::rules {

std::string MaskedSnils(std::string_view digits) {
  if (digits.size() != 11) return {};
  return "•••-•••-••" + std::string(digits.substr(8, 1)) + " " + std::string(digits.substr(9));
}

std::string MaskedPhone(std::string_view e164) {
  if (e164.size() < 6) return {};
  const auto tail = e164.substr(e164.size() - 4);
  const auto head = e164.starts_with("+7") ? "+7 ••• •••-" : "+••• •••-";
  return head + std::string(tail.substr(0, 2)) + "-" + std::string(tail.substr(2));
}

std::string CityOf(std::string_view address) {
  for (const auto& part : text::Split(address, ',')) {
    const auto place = text::Trim(part);
    for (std::string_view mark :
         {"г. ", "г.", "г ", "пгт ", "пгт. ", "пос. ", "п. ", "с. ", "дер. ", "д. "}) {
      if (!place.starts_with(mark)) continue;
      const auto name = text::Trim(place.substr(mark.size()));
      // «д. 5» after the street is a house, not a village.
      if (!name.empty() && (name[0] < '0' || name[0] > '9')) return name;
    }
  }
  return {};
}

Json ApplicantRow(const Applicant& applicant) {
  Json row = {{"id", applicant.id.ToString()},
              {"kind", Word(applicant.kind)},
              {"display_name", applicant.DisplayName()}};
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) row[key] = value;
  };
  if (applicant.birth_date) row["birth_date"] = FormatDate(*applicant.birth_date);
  add("masked_document", applicant.MaskedDocument());
  add("masked_snils", MaskedSnils(applicant.snils));
  add("masked_phone", MaskedPhone(applicant.phone));
  if (applicant.kind == ApplicantKind::kLegalEntity) add("inn", applicant.inn);
  add("address_city", CityOf(applicant.registration_address));
  return row;
}

}  // namespace okno::applicants::rules
