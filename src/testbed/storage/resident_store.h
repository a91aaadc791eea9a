// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/pool.h"
#include "json/json.h"
#include "time/time.h"

// The population the neighbour systems answer from. A resident is an applicant's card as the API
// has it, of the kinds person, entrepreneur and legal_entity.
namespace okno::testbed::storage {

enum class Origin { kGiven, kDerived };
// A given card takes the place of an earlier one of the same resident; a derived one never does.
void SaveResident(db::Tx& tx, const Json& card, Origin origin);

// 'иванов|иван|петрович', the form names are compared in.
std::string NameKey(std::string_view last, std::string_view first, std::string_view middle);
// Series and number without blanks and dashes.
std::string DocumentKey(std::string_view series, std::string_view number);
std::string DocumentKeyOf(const Json& card);

// People and entrepreneurs so named; at most 10.
std::vector<Json> FindByName(db::Tx& tx, std::string_view name_key, Date birth_date);
std::optional<Json> FindBySnils(db::Tx& tx, std::string_view snils);
std::optional<Json> FindByDocument(db::Tx& tx, std::string_view document_key);
// By INN or OGRN among residents of that kind.
std::optional<Json> FindByNumber(db::Tx& tx, std::string_view kind, std::string_view number);
long long CountGivenResidents(db::Tx& tx);

}  // namespace okno::testbed::storage
