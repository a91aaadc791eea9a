// SPDX-License-Identifier: Apache-2.0
#include "storage/resident_store.h"

#include "testbed/queries.h"
#include "text/strings.h"

namespace okno::testbed::storage {

namespace {

std::string TextOf(const Json& card, const char* field) {
  const auto found = card.find(field);
  return found != card.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string NameKeyOf(const Json& card) {
  if (card.at("kind") == "legal_entity") return "";
  return NameKey(TextOf(card, "last_name"), TextOf(card, "first_name"),
                 TextOf(card, "middle_name"));
}

std::string KeyOf(const Json& card) {
  const auto kind = TextOf(card, "kind");
  auto number = TextOf(card, kind == "person" ? "snils" : "ogrn");
  if (number.empty()) {
    number = NameKeyOf(card) + "|" + TextOf(card, "birth_date") + "|" + DocumentKeyOf(card) + "|" +
             TextOf(card, "inn");
  }
  return kind + ":" + number;
}

std::optional<Json> First(const db::Rows& rows) {
  return rows.empty() ? std::nullopt : std::optional(rows.front()["card"].As<Json>());
}

}  // namespace

std::string NameKey(std::string_view last, std::string_view first, std::string_view middle) {
  return text::FoldForSearch(last) + "|" + text::FoldForSearch(first) + "|" +
         text::FoldForSearch(middle);
}

std::string DocumentKey(std::string_view series, std::string_view number) {
  std::string key;
  for (const char letter : std::string(series) + std::string(number)) {
    if (letter != ' ' && letter != '-') key += letter;
  }
  return key;
}

std::string DocumentKeyOf(const Json& card) {
  const auto document = card.find("identity_document");
  if (document == card.end() || !document->is_object()) return "";
  return DocumentKey(TextOf(*document, "series"), TextOf(*document, "number"));
}

void SaveResident(db::Tx& tx, const Json& card, Origin origin) {
  const bool given = origin == Origin::kGiven;
  tx.Queue(given ? queries::kSaveGivenResident : queries::kInsertDerivedResident, KeyOf(card),
           TextOf(card, "kind"), NameKeyOf(card), ParseDate(TextOf(card, "birth_date")),
           TextOf(card, "snils"), TextOf(card, "inn"), TextOf(card, "ogrn"), DocumentKeyOf(card),
           card);
}

std::vector<Json> FindByName(db::Tx& tx, std::string_view name_key, Date birth_date) {
  std::vector<Json> cards;
  for (const db::Row row : tx.Run(queries::kFindResidentsByName, name_key, birth_date))
    cards.push_back(row["card"].As<Json>());
  return cards;
}

std::optional<Json> FindBySnils(db::Tx& tx, std::string_view snils) {
  return First(tx.Run(queries::kFindResidentBySnils, snils));
}

std::optional<Json> FindByDocument(db::Tx& tx, std::string_view document_key) {
  return First(tx.Run(queries::kFindResidentByDocument, document_key));
}

std::optional<Json> FindByNumber(db::Tx& tx, std::string_view kind, std::string_view number) {
  return First(tx.Run(queries::kFindResidentByNumber, kind, number));
}

long long CountGivenResidents(db::Tx& tx) {
  return tx.Run(queries::kCountGivenResidents).front()["residents"].As<long long>();
}

}  // namespace okno::testbed::storage
