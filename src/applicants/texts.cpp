// SPDX-License-Identifier: Apache-2.0
#include "applicants/texts.h"

namespace okno::applicants {
namespace {

constexpr text::Message kMessages[] = {
    {"applicants.not_found", "Такой карточки заявителя нет.", "There is no such applicant."},
    {"applicants.snils_taken", "Карточка с таким СНИЛС уже есть. Откройте её.",
     "There is a card with this SNILS already. Open that one."},
    {"applicants.inn_taken", "Карточка с таким ИНН и КПП уже есть. Откройте её.",
     "There is a card with this INN and KPP already. Open that one."},
    {"applicants.person_inn_taken",
     "Такой ИНН уже записан у другого человека. Сверьте номер или откройте ту карточку.",
     "Another person has this INN already. Check the number or open that card."},
    {"applicants.ogrn_taken", "Карточка с таким ОГРН уже есть. Откройте её.",
     "There is a card with this OGRN already. Open that one."},
    {"applicants.document_taken", "Карточка с таким документом уже есть. Откройте её.",
     "There is a card with this identity document already. Open that one."},
    {"applicants.namesake",
     "Человек с такими фамилией, именем и датой рождения уже есть. Посмотрите, не он ли это.",
     "There is a person of this surname, name and birth date already. See whether it is the same "
     "one."},
    {"applicants.field_of_other_kind", "У заявителя этого вида такого поля нет.",
     "An applicant of this kind has no such field."},
    {"passport.before_14",
     "Паспорт не выдают раньше 14 лет. Проверьте дату выдачи и дату рождения.",
     "A passport is not issued before the age of 14. Check the dates of issue and birth."},
    {"passport.replaced_at_20", "Паспорт подлежал замене в 20 лет и больше не действует.",
     "The passport had to be replaced at 20 and is no longer valid."},
    {"passport.replaced_at_45", "Паспорт подлежал замене в 45 лет и больше не действует.",
     "The passport had to be replaced at 45 and is no longer valid."},
    {"document.before_birth", "Документ выдан раньше даты рождения.",
     "The document was issued before the date of birth."},
    {"document.birth_certificate_after_14",
     "Свидетельство о рождении удостоверяет личность до 14 лет: нужен паспорт или другой документ.",
     "A certificate of birth proves the identity until 14: a passport or another document is "
     "needed."},
    {"document.expired", "Срок действия документа истёк.", "The document has expired."},
};

}  // namespace

std::span<const text::Message> Messages() { return kMessages; }

}  // namespace okno::applicants
