// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "neighbours/neighbour.h"
#include "neighbours/population/identify.h"

// ЕГР ЗАГС: records of civil status. What happened in a life follows from the person and the clock.
namespace okno::testbed::neighbours {

namespace {

constexpr char kZagsPrefix[] = "zags";
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::years;

struct Life {
  FullName name;
  Date birth;
  bool male = true;
  std::string birth_place;
  Date today;
  std::string subject() const { return name.text() + FormatDate(birth); }
};

Date AtAge(const Life& life, Dice& dice, int youngest, int oldest) {
  return sys_days(life.birth) + days(dice.Between(youngest * 365, oldest * 365));
}

void AddParticipant(xml::Element parent, const char* role, const FullName& name,
                    std::optional<Date> birth) {
  const auto ns = parent.namespace_uri();
  auto person = parent.Add(ns, kZagsPrefix, role);
  person.Add(ns, kZagsPrefix, "FamilyName", name.last);
  person.Add(ns, kZagsPrefix, "FirstName", name.first);
  if (!name.middle.empty()) person.Add(ns, kZagsPrefix, "Patronymic", name.middle);
  if (birth) person.Add(ns, kZagsPrefix, "BirthDate", FormatDate(*birth));
}

// The head of a record; its event is added next, then AddCertificate.
xml::Element AddRecord(xml::Element root, Dice& dice, Date on, int kind) {
  const auto ns = root.namespace_uri();
  auto record = root.Add(ns, kZagsPrefix, "Record");
  record.Add(ns, kZagsPrefix, "Number",
             fmt::format("{}{:04}{:02}7700{}", kind, static_cast<int>(on.year()),
                         static_cast<unsigned>(on.month()), dice.Digits(10)));
  record.Add(ns, kZagsPrefix, "Date", FormatDate(on));
  record.Add(ns, kZagsPrefix, "Office", "Отдел ЗАГС города Приреченска");
  return record;
}

void AddCertificate(xml::Element record, Dice& dice, Date on) {
  const auto ns = record.namespace_uri();
  auto certificate = record.Add(ns, kZagsPrefix, "Certificate");
  certificate.Add(ns, kZagsPrefix, "Series", "II-ПР");
  certificate.Add(ns, kZagsPrefix, "Number", fmt::format("{:06}", dice.Between(100'001, 999'999)));
  certificate.Add(ns, kZagsPrefix, "IssueDate", FormatDate(on));
}

void AddBirth(xml::Element root, const Life& life) {
  Dice dice(life.subject(), "birth");
  const Date on = sys_days(life.birth) + days(dice.Between(3, 30));
  auto record = AddRecord(root, dice, on, 1);
  auto birth = record.Add(root.namespace_uri(), kZagsPrefix, "Birth");
  AddParticipant(birth, "Child", life.name, life.birth);
  birth.Add(root.namespace_uri(), kZagsPrefix, "BirthPlace", life.birth_place);
  AddParticipant(birth, "Mother", MakeMother(dice, life.name, life.male), std::nullopt);
  AddParticipant(birth, "Father", MakeFather(dice, life.name, life.male), std::nullopt);
  AddCertificate(record, dice, on);
}

struct Wedding {
  bool took_place = false;
  Date on;
  FullName spouse;
};

Wedding WeddingOf(const Life& life) {
  Dice dice(life.subject(), "marriage");
  Wedding wedding{.took_place = dice.Chance(70), .on = AtAge(life, dice, 20, 34), .spouse = {}};
  wedding.spouse = MakeName(dice, !life.male);
  if (wedding.on >= life.today) wedding.took_place = false;
  return wedding;
}

void AddCouple(xml::Element event, const Life& life, const Wedding& wedding) {
  AddParticipant(event, "Husband", life.male ? life.name : wedding.spouse, std::nullopt);
  AddParticipant(event, "Wife", life.male ? wedding.spouse : life.name, std::nullopt);
}

void AddMarriage(xml::Element root, const Life& life) {
  const auto wedding = WeddingOf(life);
  if (!wedding.took_place) return;
  const auto ns = root.namespace_uri();
  Dice dice(life.subject(), "marriage record");
  auto record = AddRecord(root, dice, wedding.on, 3);
  auto event = record.Add(ns, kZagsPrefix, "Marriage");
  AddCouple(event, life, wedding);
  const auto& husband = life.male ? life.name.last : wedding.spouse.last;
  const auto& wife = life.male ? wedding.spouse.last : life.name.last;
  event.Add(ns, kZagsPrefix, "HusbandFamilyNameAfter", husband);
  event.Add(ns, kZagsPrefix, "WifeFamilyNameAfter", wife);
  AddCertificate(record, dice, wedding.on);
}

void AddDivorce(xml::Element root, const Life& life) {
  const auto wedding = WeddingOf(life);
  Dice dice(life.subject(), "divorce");
  const Date on = sys_days(wedding.on) + days(dice.Between(400, 5000));
  if (!wedding.took_place || !dice.Chance(30) || on >= life.today) return;
  auto record = AddRecord(root, dice, on, 4);
  auto event = record.Add(root.namespace_uri(), kZagsPrefix, "Divorce");
  AddCouple(event, life, wedding);
  event.Add(root.namespace_uri(), kZagsPrefix, "Grounds", "Решение суда о расторжении брака");
  AddCertificate(record, dice, on);
}

void AddNameChange(xml::Element root, const Life& life) {
  Dice dice(life.subject(), "name change");
  const Date on = AtAge(life, dice, 18, 40);
  if (!dice.Chance(10) || on >= life.today) return;
  auto record = AddRecord(root, dice, on, 7);
  auto event = record.Add(root.namespace_uri(), kZagsPrefix, "NameChange");
  auto before = life.name;
  before.last = MakeName(dice, life.male).last;
  AddParticipant(event, "Before", before, life.birth);
  AddParticipant(event, "After", life.name, life.birth);
  AddCertificate(record, dice, on);
}

// Only the very old have died: those asked about stand at the counter.
void AddDeath(xml::Element root, const Life& life) {
  Dice dice(life.subject(), "death");
  const Date on = AtAge(life, dice, 95, 110);
  if (on >= life.today) return;
  auto record = AddRecord(root, dice, sys_days(on) + days(2), 2);
  auto event = record.Add(root.namespace_uri(), kZagsPrefix, "Death");
  AddParticipant(event, "Deceased", life.name, life.birth);
  event.Add(root.namespace_uri(), kZagsPrefix, "DeathDate", FormatDate(on));
  event.Add(root.namespace_uri(), kZagsPrefix, "DeathPlace", life.birth_place);
  AddCertificate(record, dice, sys_days(on) + days(2));
}

void AddRecords(xml::Element root, const std::string& kind, const Life& life) {
  if (kind == "birth") AddBirth(root, life);
  if (kind == "marriage") AddMarriage(root, life);
  if (kind == "divorce") AddDivorce(root, life);
  if (kind == "name_change") AddNameChange(root, life);
  if (kind == "death") AddDeath(root, life);
}

// The day of the event when the request names one, of the record otherwise close to it.
Date EventDay(const xml::Element& record, const Life& life) {
  if (record.child("Birth")) return life.birth;
  if (const auto death = record.child("Death")) return *ParseDate(death.child_text("DeathDate"));
  return *ParseDate(record.child_text("Date"));
}

bool IsAskedAbout(const xml::Element& content, Date event) {
  const auto on = content.child_text("EventDate");
  if (!on.empty()) return ParseDate(on.substr(0, 10)) == event;
  const auto period = content.child("Period");
  if (!period) return true;
  return ParseDate(period.child_text("From").substr(0, 10)) <= event &&
         event <= ParseDate(period.child_text("To").substr(0, 10));
}

Answer Records(Desk& desk, const Question& question) {
  const auto person = question.content.child("Person");
  const auto today = LocalDate(question.now, kMoscow);
  const auto found =
      Identify(desk.tx,
               {.name = {person.child_text("FamilyName"), person.child_text("FirstName"),
                         person.child_text("Patronymic")},
                .birth_date = ParseDate(person.child_text("BirthDate").substr(0, 10)).value(),
                .sex = "",
                .document = ""},
               today);
  if (const auto* rejection = std::get_if<Rejection>(&found)) return {{}, *rejection};
  const auto& card = std::get<Json>(found);
  const auto place = Field(card, "birth_place");
  const Life life{NameOf(card), ParseDate(Field(card, "birth_date")).value(),
                  Field(card, "sex") == "male", place.empty() ? "г. Приреченск" : place, today};
  auto document =
      xml::Document::Create(question.content.namespace_uri(), kZagsPrefix, "CivilRecordResponse");
  AddRecords(document.root(), question.content.child_text("Kind"), life);
  const auto records = document.root().children();
  if (records.empty() || !IsAskedAbout(question.content, EventDay(records.front(), life)))
    return {{}, NoData("Запись акта гражданского состояния не найдена")};
  return Reply(document);
}

}  // namespace

Neighbour CivilRegistry() { return {"ZAGS01", "ЕГР ЗАГС (стенд)", {{"civil-record", Records}}}; }

}  // namespace okno::testbed::neighbours
