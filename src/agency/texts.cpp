// SPDX-License-Identifier: Apache-2.0
#include "agency/texts.h"

namespace okno::agency {
namespace {
constexpr text::Message kMessages[] = {
    {"agency.not_found", "Такой регистрационной карточки нет, или она в другом подразделении.",
     "There is no such registration card, or it belongs to another unit."},
    {"agency.wrong_status", "Сейчас это действие недоступно: карточка в состоянии «{detail}».",
     "This cannot be done now: the card is in the state “{detail}”."},
    {"agency.unit_not_found", "Такого подразделения в вашем ведомстве нет.",
     "Your agency has no such unit."},
    {"agency.same_unit", "Карточка уже в этом подразделении.", "The card is in this unit already."},
    {"agency.not_executor", "Решение принимает исполнитель: {detail}.",
     "The decision is up to the executor: {detail}."},
    {"agency.content_malformed", "Содержание запроса не соответствует виду сведений: {detail}.",
     "The content does not fit the message type: {detail}."},
    {"agency.term", "{detail} со дня, следующего за днём регистрации здесь",
     "{detail} from the day after it was registered here"},
    {"agency.refusal_without_document",
     "Приложите решение об отказе: без него заявителю нечего выдать.",
     "Attach the document of the refusal: without it there is nothing to give to the applicant."},
    {"agency.too_many_files", "К ответу можно приложить не больше пяти файлов.",
     "An answer takes five files at most."},
};
}  // namespace

std::span<const text::Message> Messages() { return kMessages; }

}  // namespace okno::agency
