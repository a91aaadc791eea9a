// SPDX-License-Identifier: Apache-2.0
#include "catalog/texts.h"

namespace okno::catalog {
namespace {

constexpr text::Message kMessages[] = {
    {"catalog.service_not_found", "Такой услуги нет.", "There is no such service."},
    {"catalog.reference_book_not_found", "Такого справочника нет.",
     "There is no such reference book."},

    // Fields of forms; those shared with other input are the foundation's.
    {"field.pattern", "Запись не подходит под образец этого поля.",
     "The value does not fit the pattern of this field."},
    {"field.enum", "Выберите значение из списка.", "Choose a value from the list."},
    {"field.duplicate", "Это значение уже выбрано.", "This value is already chosen."},
    {"field.minimum", "Слишком мало: не меньше {detail}.", "Too small: at least {detail}."},
    {"field.maximum", "Слишком много: не больше {detail}.", "Too large: at most {detail}."},
    {"field.too_few", "Нужно не меньше {detail}: добавьте ещё.",
     "At least {detail} are needed: add more."},
    {"field.must_be_checked", "Без этой отметки заявление не принимается.",
     "The application is not accepted without this mark."},
    {"field.date_too_early", "Дата не может быть раньше {detail}.",
     "The date can not be before {detail}."},
    {"field.date_too_late", "Дата не может быть позже {detail}.",
     "The date can not be after {detail}."},
    {"field.date_in_future", "Этот день ещё не наступил.", "This day is still to come."},
    {"field.date_in_past", "Этот день уже прошёл.", "This day has passed."},
    {"field.date_order", "Дата раньше, чем в поле «{detail}».",
     "The date is before the one in “{detail}”."},

    // Formats.
    {"inn.person", "Нужен ИНН человека: 12 цифр, например 500100732259.",
     "A person's INN is needed: 12 digits, as in 500100732259."},
    {"inn.entity", "Нужен ИНН организации: 10 цифр, например 7707083893.",
     "An organization's INN is needed: 10 digits, as in 7707083893."},
    {"kpp.format", "КПП состоит из 9 знаков, например 773601001.",
     "A KPP has 9 characters, as in 773601001."},
    {"passport_series.format", "Серия паспорта — 4 цифры, например 45 08.",
     "The passport series has 4 digits, as in 45 08."},
    {"passport_number.format", "Номер паспорта — 6 цифр, например 123456.",
     "The passport number has 6 digits, as in 123456."},
    {"passport_text.format", "Паспорт: серия и номер через пробелы, например 77 19 123456.",
     "The passport: series and number with blanks, as in 77 19 123456."},
    {"foreign_passport.format",
     "Заграничный паспорт: серия из 2 и номер из 7 цифр, например 70 1234567.",
     "A passport for abroad has a series of 2 digits and a number of 7, as in 70 1234567."},
    {"birth_certificate_series.format",
     "Серия свидетельства о рождении — римская цифра и две русские буквы, например II-МЮ.",
     "The series of a birth certificate is a Roman numeral and two Russian letters, as in II-МЮ."},
    {"birth_certificate_number.format", "Номер свидетельства — 6 цифр, например 123456.",
     "The number of the certificate has 6 digits, as in 123456."},
    {"postal_code.format", "Почтовый индекс — 6 цифр, например 101000.",
     "A postal code has 6 digits, as in 101000."},
    {"oktmo.format", "ОКТМО состоит из 8 или 11 цифр, например 45344000.",
     "An OKTMO has 8 or 11 digits, as in 45344000."},
    {"bik.format", "БИК состоит из 9 цифр и начинается с нуля, например 044525225.",
     "A BIK has 9 digits and begins with zero, as in 044525225."},
    {"bank_account.format", "Номер счёта — 20 цифр, например 40817810099910004312.",
     "An account number has 20 digits, as in 40817810099910004312."},
    {"bank_account.check_digits", "Номер счёта не подходит к БИК. Проверьте цифры того и другого.",
     "The account number does not fit the BIK. Check the digits of both."},
    {"cadastral_number.format", "Кадастровый номер записывают так: 54:35:101530:25.",
     "A cadastral number is written like this: 54:35:101530:25."},
    {"vehicle_number.format", "Не похоже на номер автомобиля. Пример: А123ВС77.",
     "This is not a vehicle number. Example: А123ВС77."},
    {"person_name.format", "В имени бывают только буквы, пробел, дефис, точка и апостроф.",
     "A name has only letters, blanks, hyphens, dots and apostrophes."},
    {"decimal.format", "Число записывают цифрами, например 1500,50.",
     "A number is written in digits, as in 1500.50."},
    {"time.format", "Время записывают так: 10:15.", "A time is written like this: 10:15."},
    {"date_time.format", "День и время записывают так: 23.11.2026 10:15.",
     "A day with its time is written like this: 23.11.2026 10:15."},
    {"country.format", "Код страны — три латинские буквы, например RUS.",
     "A country code has three Latin letters, as in RUS."},
};

}  // namespace

std::span<const text::Message> Messages() { return kMessages; }

}  // namespace okno::catalog
