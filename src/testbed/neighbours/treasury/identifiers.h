// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// Numbers of ГИС ГМП (форматы 2.1.1, разделы об УИН, идентификаторе плательщика и УИП).
namespace okno::testbed::neighbours {

// УИН of 20 or 25 digits: weights 1..10 repeating, modulo 11; at 10 once more from weight 3.
bool HasRightKey(std::string_view uin);
std::string WithKey(std::string digits_without_key);
// Digits of the number part are all the same (code 237).
bool IsMonotonous(std::string_view uin);
// The first eight digits of a 25-digit УИН are the УРН (6 hex digits) as a decimal number.
bool BelongsTo(std::string_view uin, std::string_view urn);

// ИНН inside a payer identifier, "" when it holds another number.
std::string InnOfPayer(std::string_view payer);
// Payer identifier of an RF passport: 1, 01, series and number padded to 19.
std::string PayerByPassport(std::string_view series_and_number);

}  // namespace okno::testbed::neighbours
