// SPDX-License-Identifier: Apache-2.0
#include "inquiries/texts.h"

namespace okno::inquiries {
namespace {

constexpr text::Message kMessages[] = {
    {"inquiries.not_found", "Такого запроса нет.", "There is no such inquiry."},
    {"inquiries.type_unknown", "Такого вида запроса нет среди опубликованных.",
     "There is no published inquiry of this kind."},
    {"inquiries.type_withdrawn", "Этот вид запроса больше не действует. Выберите другой.",
     "This kind of inquiry is no longer in use. Choose another one."},
    {"inquiries.case_not_found", "Такого заявления нет.", "There is no such application."},
    {"inquiries.not_editable", "Запрос уже отправлен, изменить его нельзя. Повторите его новым.",
     "The inquiry is sent and can not be changed. Repeat it as a new one."},
    {"inquiries.already_sent", "Запрос уже отправлен.", "The inquiry is already sent."},
    {"inquiries.finished", "Запрос уже завершён.", "The inquiry is finished already."},
    {"inquiries.not_sent_yet", "Запрос ещё не отправляли: исправьте и отправьте его.",
     "The inquiry has not been sent yet: correct it and send it."},
    {"inquiries.has_number", "Запрос с номером не удаляют. Его можно отменить.",
     "An inquiry with a number is not deleted. It can be given up."},
    {"inquiries.no_answer", "Сведений по этому запросу ещё нет.",
     "There are no data on this inquiry yet."},
    {"inquiries.no_applicant", "Запрос не связан с карточкой заявителя.",
     "The inquiry belongs to no applicant's card."},
    {"inquiries.no_filler",
     "Среди видов запросов нет такого, который заполняет карточку заявителя. Попросите "
     "администратора опубликовать его.",
     "No kind of inquiry fills an applicant's card. Ask the administrator to publish one."},
    {"inquiries.form_too_deep", "Слишком глубокая вложенность: не больше {detail} уровней.",
     "Nested too deep: at most {detail} levels."},
    {"inquiries.form_too_large", "Слишком много данных: не больше {detail} КБ.",
     "Too much data: at most {detail} KB."},
    // History.
    {"inquiries.history.begun", "Запрос начат", "Inquiry begun"},
    {"inquiries.history.repeated", "Повторён запрос {detail}", "Inquiry {detail} repeated"},
    {"inquiries.history.edited", "Содержание изменено", "Content changed"},
    {"inquiries.history.queued", "Подписан и поставлен в очередь на отправку",
     "Signed and queued for sending"},
    {"inquiries.history.cancelled", "Отменён", "Given up"},
    {"inquiries.history.sent", "Принят СМЭВ", "Taken by SMEV"},
    {"inquiries.history.delayed", "Пока не доставлен, отправка повторяется сама",
     "Not delivered so far, sending is repeated by itself"},
    {"inquiries.history.not_delivered", "Не доставлен", "Not delivered"},
    {"inquiries.history.refused_by_bus", "СМЭВ нашла в запросе ошибку",
     "SMEV found an error in the inquiry"},
    {"inquiries.history.agency_status", "Ведомство сообщило: {detail}",
     "The agency says: {detail}"},
    {"inquiries.history.not_accepted", "Ведомство отказалось отвечать",
     "The agency refused to answer"},
    {"inquiries.history.no_data", "Ответ: сведений нет", "Answer: there are no such data"},
    {"inquiries.history.answered", "Получен ответ", "Answer received"},
    {"inquiries.history.answer_unreadable", "Ответ пришёл не того вида, прочитать его нельзя",
     "The answer is of another kind and can not be read"},
    {"inquiries.history.answer_untrusted", "Ответ пришёл, но доверять ему нельзя ({detail})",
     "An answer came that can not be trusted ({detail})"},
    {"inquiries.history.taken_to_card", "В карточку заявителя перенесено значений: {detail}",
     "Values taken over to the applicant's card: {detail}"},
    // Audit trail.
    {"audit_event.inquiries.searched", "Поиск запросов", "Inquiries searched"},
    {"audit_event.inquiry.viewed", "Просмотр запроса", "Inquiry viewed"},
    {"audit_event.inquiry.begun", "Запрос начат", "Inquiry begun"},
    {"audit_event.inquiry.changed", "Изменение запроса", "Inquiry changed"},
    {"audit_event.inquiry.deleted", "Удаление черновика запроса", "Draft of an inquiry deleted"},
    {"audit_event.inquiry.soap_viewed", "Просмотр SOAP-сообщения запроса",
     "SOAP message of an inquiry viewed"},
    {"audit_event.inquiry.sent", "Отправка запроса", "Inquiry sent"},
    {"audit_event.inquiry.cancelled", "Отмена запроса", "Inquiry given up"},
    {"audit_event.inquiry.repeated", "Повтор запроса", "Inquiry repeated"},
    {"audit_event.inquiry.document_viewed", "Просмотр файла из ответа на запрос",
     "File of an answer viewed"},
    {"audit_event.inquiry.compared", "Сверка ответа с карточкой заявителя",
     "Answer compared with the applicant's card"},
    {"audit_event.inquiry.taken_to_card", "Данные ответа перенесены в карточку заявителя",
     "Answer taken over to the applicant's card"},
};

}  // namespace

std::span<const text::Message> Messages() { return kMessages; }

}  // namespace okno::inquiries
