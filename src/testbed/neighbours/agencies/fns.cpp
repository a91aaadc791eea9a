// SPDX-License-Identifier: Apache-2.0
#include "neighbours/neighbour.h"
#include "neighbours/population/identify.h"
#include "neighbours/population/numbers.h"
#include "storage/resident_store.h"

// ФНС: ИНН by passport, ЕГРЮЛ and ЕГРИП.
namespace okno::testbed::neighbours {

namespace {

constexpr char kFnsPrefix[] = "fns";

Date Since(std::string_view subject, Date today) {
  Dice dice(subject, "registered");
  return MakeDate(dice, Date(std::chrono::year(2005), std::chrono::March, std::chrono::day(1)),
                  std::chrono::sys_days(today) - std::chrono::days(200));
}

// ИНН of a person whose card has none follows from the СНИЛС.
std::string InnOf(const Json& card) {
  if (auto inn = Field(card, "inn"); !inn.empty()) return inn;
  Dice dice(Field(card, "snils"), "inn");
  return MakePersonInn(dice);
}

Answer InnByPassport(Desk& desk, const Question& question) {
  const auto person = question.content.child("СведФЛ");
  const auto name = person.child("ФИО"), passport = person.child("УдЛичнФЛ");
  const PersonQuery query{
      .name = {name.attribute("Фамилия").value_or(""), name.attribute("Имя").value_or(""),
               name.attribute("Отчество").value_or("")},
      .birth_date = ParseDate(person.attribute("ДатаРожд").value_or("").substr(0, 10)).value(),
      .sex = "",
      .document = storage::DocumentKey(passport.attribute("СерНомДок").value_or(""), "")};
  const auto found = Identify(desk.tx, query, LocalDate(question.now, kMoscow));
  if (const auto* rejection = std::get_if<Rejection>(&found)) return {{}, *rejection};
  auto document =
      xml::Document::Create(question.content.namespace_uri(), kFnsPrefix, "FNSINNSingularResponse");
  document.root().SetAttribute("ИдЗапрос", question.content.attribute("ИдЗапрос").value_or(""));
  document.root().SetAttribute("ИННФЛ", InnOf(std::get<Json>(found)));
  return Reply(document);
}

void AddActivities(xml::Element parent, const std::string& subject) {
  const auto ns = parent.namespace_uri();
  Dice dice(subject, "activities");
  auto activities = parent.Add(ns, kFnsPrefix, "СвОКВЭД");
  const int others = dice.Between(0, 3);
  for (int at = 0; at <= others; ++at) {
    const auto& activity = MakeActivity(dice);
    auto row = activities.Add(ns, kFnsPrefix, at == 0 ? "СвОКВЭДОсн" : "СвОКВЭДДоп");
    row.SetAttribute("КодОКВЭД", activity.code);
    row.SetAttribute("НаимОКВЭД", activity.name);
  }
}

FullName SplitName(const std::string& whole) {
  FullName name;
  const auto first = whole.find(' ');
  name.last = whole.substr(0, first);
  if (first == std::string::npos) return name;
  const auto second = whole.find(' ', first + 1);
  name.first = whole.substr(first + 1, second - first - 1);
  if (second != std::string::npos) name.middle = whole.substr(second + 1);
  return name;
}

void AddHead(xml::Element entity, const Json& card) {
  const auto name = SplitName(Field(card, "head_name"));
  if (name.first.empty()) return;
  Dice dice(Field(card, "ogrn"), "head");
  auto head = entity.Add(entity.namespace_uri(), kFnsPrefix, "СведДолжнФЛ");
  head.SetAttribute("Фамилия", name.last);
  head.SetAttribute("Имя", name.first);
  if (!name.middle.empty()) head.SetAttribute("Отчество", name.middle);
  head.SetAttribute("ИННФЛ", MakePersonInn(dice));
  const auto position = Field(card, "head_position");
  head.SetAttribute("НаимДолжн", position.empty() ? "Руководитель" : position);
}

void AddEntity(xml::Element root, const Json& card, Date today) {
  const auto ns = root.namespace_uri();
  const auto ogrn = Field(card, "ogrn");
  Dice dice(ogrn, "egrul");
  auto entity = root.Add(ns, kFnsPrefix, "СвЮЛ");
  entity.SetAttribute("ДатаВып", FormatDate(today));
  entity.SetAttribute("ОГРН", ogrn);
  entity.SetAttribute("ДатаОГРН", FormatDate(Since(ogrn, today)));
  entity.SetAttribute("ИНН", Field(card, "inn"));
  entity.SetAttribute("КПП", Field(card, "kpp").empty() ? "770101001" : Field(card, "kpp"));
  entity.SetAttribute("ПолнНаимОПФ", "Общества с ограниченной ответственностью");
  auto name = entity.Add(ns, kFnsPrefix, "СвНаимЮЛ");
  name.SetAttribute("НаимЮЛПолн", Field(card, "full_name"));
  if (!Field(card, "short_name").empty())
    name.SetAttribute("НаимЮЛСокр", Field(card, "short_name"));
  auto address = entity.Add(ns, kFnsPrefix, "СвАдресЮЛ");
  address.SetAttribute("КодРегион", "77");
  address.SetAttribute("АдресТекст", Field(card, "registration_address"));
  auto capital = entity.Add(ns, kFnsPrefix, "СвУстКап");
  capital.SetAttribute("НаимВидКап", "УСТАВНЫЙ КАПИТАЛ");
  capital.SetAttribute("СумКап", std::to_string(dice.Between(1, 50) * 10'000));
  AddHead(entity, card);
  AddActivities(entity, ogrn);
}

File EntityPaper(Desk& desk, const Json& card, Date today) {
  return desk.papers.Pdf({.title = "Выписка из Единого государственного реестра юридических лиц",
                          .agency = "Федеральная налоговая служба",
                          .number = "ЮЭ9965-26-" + Field(card, "ogrn").substr(5),
                          .date = FormatDateRu(today),
                          .rows = {{"Полное наименование", Field(card, "full_name")},
                                   {"Сокращённое наименование", Field(card, "short_name")},
                                   {"ОГРН", Field(card, "ogrn")},
                                   {"ИНН", Field(card, "inn")},
                                   {"Адрес", Field(card, "registration_address")},
                                   {"Руководитель", Field(card, "head_name")}}});
}

Answer EntityExtract(Desk& desk, const Question& question) {
  const auto asked = question.content.child("ЗапросЮЛ").children().front().text();
  const auto found = IdentifyEntity(desk.tx, asked);
  if (const auto* rejection = std::get_if<Rejection>(&found)) return {{}, *rejection};
  const auto& card = std::get<Json>(found);
  const auto today = LocalDate(question.now, kMoscow);
  auto document =
      xml::Document::Create(question.content.namespace_uri(), kFnsPrefix, "FNSVipULResponse");
  document.root().SetAttribute("ИдДок", question.content.attribute("ИдДок").value_or(""));
  AddEntity(document.root(), card, today);
  return Reply(document, {EntityPaper(desk, card, today)});
}

void AddPerson(xml::Element entrepreneur, const Json& card) {
  const auto ns = entrepreneur.namespace_uri();
  const auto name = NameOf(card);
  auto person = entrepreneur.Add(ns, kFnsPrefix, "СвФЛ");
  person.SetAttribute("Пол", Field(card, "sex") == "male" ? "1" : "2");
  auto full = person.Add(ns, kFnsPrefix, "ФИОРус");
  full.SetAttribute("Фамилия", name.last);
  full.SetAttribute("Имя", name.first);
  if (!name.middle.empty()) full.SetAttribute("Отчество", name.middle);
  auto citizenship = entrepreneur.Add(ns, kFnsPrefix, "СвГражд");
  citizenship.SetAttribute("ВидГражд", "1");
  citizenship.SetAttribute("ОКСМ", "643");
  citizenship.SetAttribute("НаимСтран", "РОССИЯ");
  auto address = entrepreneur.Add(ns, kFnsPrefix, "СвАдрМЖ").Add(ns, kFnsPrefix, "АдресРФ");
  address.SetAttribute("КодРегион", "77");
  auto region = address.Add("urn://x-artefacts-fns/vipip-types/4.0.6", "fnst", "Регион");
  region.SetAttribute("ТипРегион", "ОБЛАСТЬ");
  region.SetAttribute("НаимРегион", "ПРИРЕЧЕНСКАЯ");
}

void AddRegistration(xml::Element entrepreneur, const Json& card, const std::string& since) {
  const auto ns = entrepreneur.namespace_uri();
  auto registration = entrepreneur.Add(ns, kFnsPrefix, "СвРегИП");
  registration.SetAttribute("ОГРНИП", Field(card, "ogrn"));
  registration.SetAttribute("ДатаОГРНИП", since);
  auto accounting = entrepreneur.Add(ns, kFnsPrefix, "СвУчетНО");
  accounting.SetAttribute("ИННФЛ", Field(card, "inn"));
  accounting.SetAttribute("ДатаПостУч", since);
  auto office = accounting.Add(ns, kFnsPrefix, "СвНО");
  office.SetAttribute("КодНО", "7701");
  office.SetAttribute("НаимНО", "УФНС России по Приреченской области");
}

Answer EntrepreneurExtract(Desk& desk, const Question& question) {
  const auto today = LocalDate(question.now, kMoscow);
  const auto asked = question.content.child("ЗапросИП").children().front().text();
  const auto found = IdentifyEntrepreneur(desk.tx, asked, today);
  if (const auto* rejection = std::get_if<Rejection>(&found)) return {{}, *rejection};
  const auto& card = std::get<Json>(found);
  const auto ogrnip = Field(card, "ogrn"), since = FormatDate(Since(ogrnip, today));
  auto document =
      xml::Document::Create(question.content.namespace_uri(), kFnsPrefix, "FNSVipIPResponse");
  document.root().SetAttribute("ИдДок", question.content.attribute("ИдДок").value_or(""));
  auto entrepreneur = document.root().Add(question.content.namespace_uri(), kFnsPrefix, "СвИП");
  entrepreneur.SetAttribute("ДатаВып", FormatDate(today));
  entrepreneur.SetAttribute("ОГРНИП", ogrnip);
  entrepreneur.SetAttribute("ДатаОГРНИП", since);
  entrepreneur.SetAttribute("КодВидИП", "1");
  entrepreneur.SetAttribute("НаимВидИП", "ИНДИВИДУАЛЬНЫЙ ПРЕДПРИНИМАТЕЛЬ");
  AddPerson(entrepreneur, card);
  AddRegistration(entrepreneur, card, since);
  AddActivities(entrepreneur, ogrnip);
  return Reply(
      document,
      {desk.papers.Pdf({.title = "Выписка из Единого государственного реестра индивидуальных "
                                 "предпринимателей",
                        .agency = "Федеральная налоговая служба",
                        .number = "ИЭ9965-26-" + ogrnip.substr(7),
                        .date = FormatDateRu(today),
                        .rows = {{"Фамилия, имя, отчество", NameOf(card).text()},
                                 {"ОГРНИП", ogrnip},
                                 {"ИНН", Field(card, "inn")},
                                 {"Дата регистрации", FormatDateRu(*ParseDate(since))}}})});
}

}  // namespace

Neighbour TaxService() {
  return {"FNS001",
          "Федеральная налоговая служба (стенд)",
          {{"inn-by-passport", InnByPassport},
           {"egrul-extract", EntityExtract},
           {"egrip-extract", EntrepreneurExtract}}};
}

}  // namespace okno::testbed::neighbours
