// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>

#include "db/pool.h"
#include "json/json.h"
#include "neighbours/population/words.h"
#include "neighbours/question.h"
#include "time/time.h"

// Who is asked about. Residents that were put in are found by their data; an unknown person is made
// up from the question and stays. Two surnames are for trying refusals: «Неизвестнов(а)» is never
// found, «Двойников(а)» always fits several people.
namespace okno::testbed::neighbours {

struct PersonQuery {
  FullName name;
  Date birth_date;
  std::string sex;       // "male", "female", "" = not asked
  std::string document;  // storage::DocumentKey, "" = not asked
};
// The card, or NO_DATA (nobody; or the document or sex is another's), or
// UNKNOWN_REQUEST_DESCRIPTION (several fit).
std::variant<Json, Rejection> Identify(db::Tx& tx, const PersonQuery& query, Date today);

// An organization by INN or OGRN, an entrepreneur by INN or OGRNIP; NO_DATA when the check digits
// are wrong.
std::variant<Json, Rejection> IdentifyEntity(db::Tx& tx, const std::string& number);
std::variant<Json, Rejection> IdentifyEntrepreneur(db::Tx& tx, const std::string& number,
                                                   Date today);

FullName NameOf(const Json& card);
std::string Field(const Json& card, const char* name);  // "" when absent

}  // namespace okno::testbed::neighbours
