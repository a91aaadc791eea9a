// SPDX-License-Identifier: Apache-2.0
#include "neighbours/neighbour.h"
#include "neighbours/population/identify.h"
#include "storage/resident_store.h"

// МВД: validity of passports, registration of residence.
namespace okno::testbed::neighbours {

namespace {

struct Validity {
  std::string status;         // 300, 301, 302
  std::string reason, since;  // when 301
};

// A passport is to be changed at 20 and at 45 (Положение о паспорте, п. 7).
std::optional<Date> ExpiryOf(const Json& card) {
  const auto birth = ParseDate(Field(card, "birth_date"));
  const auto issued = ParseDate(Field(card.at("identity_document"), "issue_date"));
  if (!birth || !issued) return std::nullopt;
  for (const int age : {20, 45}) {
    const Date birthday(birth->year() + std::chrono::years(age), birth->month(),
                        std::chrono::day(std::min(28u, unsigned(birth->day()))));
    if (*issued < birthday) return std::chrono::sys_days(birthday) + std::chrono::days(90);
  }
  return std::nullopt;
}

Validity OfKnown(const Json& card, Date today) {
  const auto expiry = ExpiryOf(card);
  if (expiry && *expiry < today) return {"301", "601", FormatDate(*expiry)};
  return {"300", "", ""};
}

// Of passports nobody has shown yet most are valid.
Validity OfUnknown(const std::string& document, Date today) {
  Dice dice(document, "passport");
  const int lot = dice.Between(0, 99);
  if (lot < 85) return {"300", "", ""};
  if (lot < 90) return {"302", "", ""};
  static const std::vector<std::string> kReasons{"602", "604", "605", "609"};
  const Date earliest(today.year() - std::chrono::years(8), std::chrono::January,
                      std::chrono::day(1));
  const auto since = MakeDate(dice, earliest, today);
  return {"301", dice.Of(kReasons), FormatDate(since)};
}

Answer PassportValidity(Desk& desk, const Question& question) {
  const auto info = question.content.child("requestInfo");
  const auto key = storage::DocumentKey(info.child_text("passportRFSeries"),
                                        info.child_text("passportRFNumber"));
  const auto known = storage::FindByDocument(desk.tx, key);
  const auto today = LocalDate(question.now, kMoscow);
  const auto validity = known ? OfKnown(*known, today) : OfUnknown(key, today);
  const auto ns = question.content.namespace_uri();
  auto document = xml::Document::Create(ns, "mvd", "response");
  document.root().AddCopyOf(info);
  auto result = document.root().Add(ns, "mvd", "responseInfo");
  result.Add(ns, "mvd", "docStatus", validity.status);
  if (!validity.reason.empty()) {
    result.Add(ns, "mvd", "invalidityReason", validity.reason);
    result.Add(ns, "mvd", "invaliditySince", validity.since);
  }
  return Reply(document);
}

void AddRegistration(xml::Element root, std::string_view kind, const std::string& address,
                     Date since, std::optional<Date> until) {
  const auto ns = root.namespace_uri();
  auto row = root.Add(ns, "mvd", "Registration");
  row.Add(ns, "mvd", "Kind", kind);
  row.Add(ns, "mvd", "Address", address);
  row.Add(ns, "mvd", "Since", FormatDate(since));
  if (until) row.Add(ns, "mvd", "Until", FormatDate(*until));
  row.Add(ns, "mvd", "Authority", "УВМ МВД России по Приреченской области");
}

Answer Registrations(Desk& desk, const Question& question) {
  const auto person = question.content.child("Person");
  auto proof = question.content.child("Passport");
  if (!proof) proof = question.content.child("BirthCertificate");
  const auto birth = ParseDate(person.child_text("BirthDate").substr(0, 10)).value();
  const auto today = LocalDate(question.now, kMoscow);
  const auto found = Identify(
      desk.tx,
      {.name = {person.child_text("FamilyName"), person.child_text("FirstName"),
                person.child_text("Patronymic")},
       .birth_date = birth,
       .sex = "",
       .document = storage::DocumentKey(proof.child_text("Series"), proof.child_text("Number"))},
      today);
  if (const auto* rejection = std::get_if<Rejection>(&found)) return {{}, *rejection};
  const auto& card = std::get<Json>(found);
  const auto asked = question.content.child_text("Kind");
  const auto home = Field(card, "registration_address"), stay = Field(card, "residence_address");
  Dice dice(NameOf(card).text() + FormatDate(birth), "registration");
  auto document =
      xml::Document::Create(question.content.namespace_uri(), "mvd", "RegistrationResponse");
  const auto since = MakeDate(dice, birth, today);
  if (asked != "stay" && !home.empty())
    AddRegistration(document.root(), "residence", home, since, std::nullopt);
  if (asked != "residence" && !stay.empty() && stay != home)
    AddRegistration(document.root(), "stay", stay,
                    std::chrono::sys_days(today) - std::chrono::days(120),
                    Date(std::chrono::sys_days(today) + std::chrono::days(245)));
  if (document.root().children().empty())
    return {{},
            NoData("Гражданин не зарегистрирован по месту " +
                   std::string(asked == "stay" ? "пребывания" : "жительства"))};
  return Reply(document);
}

}  // namespace

Neighbour InteriorMinistry() {
  return {"MVD001",
          "МВД России (стенд)",
          {{"passport-validity", PassportValidity}, {"residence-registration", Registrations}}};
}

}  // namespace okno::testbed::neighbours
