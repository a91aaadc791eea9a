// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "neighbours/agencies/estate.h"
#include "neighbours/neighbour.h"
#include "neighbours/population/identify.h"

// Росреестр: an extract of ЕГРН as fields and as a signed archive (extract.xml, extract.xml.sig).
namespace okno::testbed::neighbours {

namespace {

constexpr char kEgrnPrefix[] = "egrn";

FullName AskedBy(const xml::Element& content) {
  const auto person = content.child("Person");
  if (!person) return {};
  return {person.child_text("FamilyName"), person.child_text("FirstName"),
          person.child_text("Patronymic")};
}

// Every third object belongs to whoever asks, so that an applicant's own home is found; the others
// belong to strangers.
std::vector<std::string> HoldersOf(const xml::Element& content, Dice& dice) {
  const auto name = AskedBy(content);
  const auto entity = content.child("LegalEntity");
  const bool own = dice.Chance(34);
  std::vector<std::string> holders;
  const int count = dice.Chance(25) ? 2 : 1;
  for (int at = 0; at < count; ++at) holders.push_back(MakeName(dice, dice.Chance(50)).text());
  if (own) holders.front() = entity ? entity.child_text("Name") : name.text();
  return holders;
}

void AddRights(xml::Element root, const xml::Element& content, const Estate& estate) {
  const auto ns = root.namespace_uri();
  Dice dice(estate.cadastral_number, "rights");
  const auto holders = HoldersOf(content, dice);
  const auto since = FormatDate(estate.registered_at);
  for (const auto& holder : holders) {
    auto right = root.Add(ns, kEgrnPrefix, "Right");
    right.Add(ns, kEgrnPrefix, "Type", holders.size() > 1 ? "shared" : "ownership");
    right.Add(ns, kEgrnPrefix, "Holder", holder);
    if (holders.size() > 1) right.Add(ns, kEgrnPrefix, "Share", "1/2");
    right.Add(ns, kEgrnPrefix, "RegistrationNumber",
              fmt::format("{}-77/001/{}-{}", estate.cadastral_number,
                          static_cast<int>(estate.registered_at.year()), dice.Between(1, 9)));
    right.Add(ns, kEgrnPrefix, "RegisteredAt", since);
  }
  if (!dice.Chance(30)) return;
  auto mortgage = root.Add(ns, kEgrnPrefix, "Encumbrance");
  mortgage.Add(ns, kEgrnPrefix, "Type", "mortgage");
  mortgage.Add(ns, kEgrnPrefix, "Holder", "ПАО «Приреченский банк»");
  mortgage.Add(ns, kEgrnPrefix, "RegistrationNumber", estate.cadastral_number + "-77/002/2022-1");
  mortgage.Add(ns, kEgrnPrefix, "RegisteredAt", since);
}

void AddEstate(xml::Element root, const Estate& estate) {
  const auto ns = root.namespace_uri();
  auto object = root.Add(ns, kEgrnPrefix, "Object");
  object.Add(ns, kEgrnPrefix, "CadastralNumber", estate.cadastral_number);
  object.Add(ns, kEgrnPrefix, "Type", estate.type);
  object.Add(ns, kEgrnPrefix, "Address", estate.address);
  object.Add(ns, kEgrnPrefix, "Area", estate.area);
  object.Add(ns, kEgrnPrefix, "CadastralValue", estate.value);
  object.Add(ns, kEgrnPrefix, "RegisteredAt", FormatDate(estate.registered_at));
}

void AddFile(xml::Element root, const File& file, const std::string& name) {
  const auto ns = root.namespace_uri();
  auto row = root.Add(ns, kEgrnPrefix, "Files").Add(ns, kEgrnPrefix, "File");
  row.SetAttribute("contentId", file.content_id);
  row.SetAttribute("name", name);
  row.SetAttribute("title", "Выписка из ЕГРН");
  row.SetAttribute("mimeType", file.mime_type);
}

Answer Extract(Desk& desk, const Question& question) {
  const auto today = LocalDate(question.now, kMoscow);
  const auto found = FindEstate(question.content.child_text("CadastralNumber"),
                                question.content.child_text("Address"), today);
  if (const auto* rejection = std::get_if<Rejection>(&found)) return {{}, *rejection};
  const auto& estate = std::get<Estate>(found);
  const auto ns = question.content.namespace_uri();
  Dice dice(question.id, "extract");
  const auto number = fmt::format("КУВИ-001/{}-{}", static_cast<int>(today.year()), dice.Digits(8));
  auto document = xml::Document::Create(ns, kEgrnPrefix, "ExtractResponse");
  auto root = document.root();
  root.Add(ns, kEgrnPrefix, "Number", number);
  root.Add(ns, kEgrnPrefix, "Date", FormatDate(today));
  root.Add(ns, kEgrnPrefix, "Kind", question.content.child_text("Kind"));
  AddEstate(root, estate);
  if (question.content.child_text("Kind") != "object") AddRights(root, question.content, estate);
  const auto extract = document.Serialize();
  const auto archive =
      Zip({{"extract.xml", extract}, {"extract.xml.sig", desk.signer.SignCms(extract)}});
  AddFile(root, archive, "vypiska-egrn.zip");
  return Reply(document, {archive}, {{2, "Запрос принят в обработку, номер " + number}});
}

}  // namespace

Neighbour Rosreestr() {
  return {"RRTR02",
          "Росреестр, ИС ППОЗ ЕГРН (стенд)",
          {{"egrn-extract", Extract}, {"egrn-statement", TakePacket}}};
}

}  // namespace okno::testbed::neighbours
