// SPDX-License-Identifier: Apache-2.0
#include "neighbours/population/identify.h"

#include <algorithm>

#include "neighbours/population/derive.h"
#include "storage/resident_store.h"
#include "text/checks.h"
#include "text/strings.h"

namespace okno::testbed::neighbours {

namespace {

using Found = std::variant<Json, Rejection>;

bool Fits(const Json& card, const PersonQuery& query) {
  const auto document = storage::DocumentKeyOf(card);
  return (query.sex.empty() || Field(card, "sex") == query.sex) &&
         (query.document.empty() || document.empty() || document == query.document);
}

bool Begins(const PersonQuery& query, const char* surname) {
  return text::FoldForSearch(query.name.last).starts_with(surname);
}

Found MakeUp(db::Tx& tx, const PersonQuery& query) {
  const bool male = query.sex.empty() ? LooksMale(query.name) : query.sex == "male";
  auto card = DerivePerson(query.name, query.birth_date, male);
  storage::SaveResident(tx, card, storage::Origin::kDerived);
  return card;
}

Found Remember(db::Tx& tx, const Json& card) {
  storage::SaveResident(tx, card, storage::Origin::kDerived);
  return card;
}

}  // namespace

Found Identify(db::Tx& tx, const PersonQuery& query, Date today) {
  if (Begins(query, "двойников"))
    return Ambiguous("По указанным данным найдено несколько граждан, уточните данные документа");
  if (Begins(query, "неизвестнов") || query.birth_date > today)
    return NoData("Сведения о гражданине не найдены");
  auto cards = storage::FindByName(
      tx, storage::NameKey(query.name.last, query.name.first, query.name.middle), query.birth_date);
  if (cards.empty()) return MakeUp(tx, query);
  std::erase_if(cards, [&](const Json& card) { return !Fits(card, query); });
  if (cards.empty()) return NoData("Пол или документ не соответствуют сведениям о гражданине");
  if (cards.size() > 1)
    return Ambiguous("По указанным данным найдено несколько граждан, уточните данные документа");
  return cards.front();
}

Found IdentifyEntity(db::Tx& tx, const std::string& number) {
  const bool right = number.size() == 13 ? text::Ogrn::Parse(number).ok()
                                         : text::Inn::Parse(number).ok() && number.size() == 10;
  if (!right) return NoData("Юридическое лицо с таким номером в реестре не значится");
  if (auto known = storage::FindByNumber(tx, "legal_entity", number)) return *known;
  return Remember(tx, DeriveEntity(number));
}

Found IdentifyEntrepreneur(db::Tx& tx, const std::string& number, Date today) {
  const bool right = number.size() == 15 ? text::Ogrnip::Parse(number).ok()
                                         : text::Inn::Parse(number).ok() && number.size() == 12;
  if (!right) return NoData("Индивидуальный предприниматель с таким номером в реестре не значится");
  if (auto known = storage::FindByNumber(tx, "entrepreneur", number)) return *known;
  return Remember(tx, DeriveEntrepreneur(number, today));
}

FullName NameOf(const Json& card) {
  return {Field(card, "last_name"), Field(card, "first_name"), Field(card, "middle_name")};
}

std::string Field(const Json& card, const char* name) {
  const auto found = card.find(name);
  return found != card.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace okno::testbed::neighbours
