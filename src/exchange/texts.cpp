// SPDX-License-Identifier: Apache-2.0
#include "exchange/texts.h"

namespace okno::exchange {

namespace {

// clang-format off
constexpr text::Message kMessages[] = {
    {"exchange.no_connection", "У организации не настроено подключение к СМЭВ.",
     "The organization has no connection to SMEV."},
    {"exchange.attachments_too_large", "Вложения вместе больше {detail} МБ: через СМЭВ они не пройдут.",
     "The attachments exceed {detail} MB together and can not travel through SMEV."},
    {"exchange.content_malformed", "Содержимое сообщения не является элементом XML в пространстве имён.",
     "The content is not one XML element in a namespace."},
    {"exchange.not_found", "Сообщение СМЭВ не найдено.", "SMEV message not found."},
    {"exchange.not_waiting", "Сообщение уже отправлено, повторять нечего.",
     "The message has been sent, there is nothing to repeat."},
    {"exchange.version_unsupported", "Версия конверта СМЭВ {detail} не поддерживается.",
     "SMEV envelope version {detail} is not supported."},
    {"exchange.key_unreadable", "Файл ключа или сертификата организации не читается.",
     "The organization's key or certificate file can not be read."},
    {"exchange.bus_unreachable", "СМЭВ недоступна, сообщение уйдёт само.", "SMEV is unreachable, the message will go out by itself."},
    {"exchange.no_answer", "СМЭВ не ответила, сообщение будет повторено.", "SMEV did not answer, the message will be repeated."},
    {"exchange.answer_malformed", "Ответ пришёл не от СМЭВ, сообщение будет повторено.",
     "The answer is not SMEV's, the message will be repeated."},
    {"exchange.receipt_untrusted", "Подпись СМЭВ под квитанцией неверна, сообщение будет повторено.",
     "SMEV's signature under the receipt is wrong, the message will be repeated."},
    {"exchange.unknown_request", "Ответ на запрос, которого мы не отправляли.", "An answer to a request we never sent."},
    {"participant.unreachable", "СМЭВ недоступна, ничего не отправлено ({detail}).", "SMEV is unreachable, nothing was sent ({detail})."},
    {"participant.no_answer", "СМЭВ не ответила, но могла принять сообщение ({detail}).",
     "SMEV did not answer but may have taken the message ({detail})."},
    {"participant.answer_malformed", "Ответ пришёл не от СМЭВ ({detail}).", "The answer is not SMEV's ({detail})."},
    {"participant.receipt_untrusted", "Подпись СМЭВ под квитанцией неверна ({detail}), но сообщение могло быть принято.",
     "SMEV's signature under the receipt is wrong ({detail}); the message may have been taken."},
    {"signature.missing", "Сообщение не подписано.", "The message is not signed."},
    {"signature.wrong_target", "Подпись стоит не под этим сообщением.", "The signature covers something else."},
    {"signature.wrong_certificate", "Подписано не сертификатом СМЭВ.", "Not signed with SMEV's certificate."},
    {"smev.operation_unsupported", "Эта версия конверта СМЭВ не знает {detail}.",
     "This version of the SMEV envelope does not know {detail}."},
    {"signature.hash_differs", "Хеш файла в заголовке не тот, что подписан.", "The hash in the file's header is not the one that was signed."},
    {"signing.holder_taken", "На этом месте уже стоит подпись.", "There is a signature in this place already."},
    {"signing.holder_ambiguous", "Элементов «{detail}» в документе несколько.", "The document has several elements {detail}."},
    {"signing.holder_inside", "Отсоединённая подпись не может стоять внутри того, что она подписывает.",
     "A detached signature can not stand inside what it signs."},
    {"capture.unreadable", "Это не XML, не MIME и не ответ HTTP.", "This is neither XML nor MIME nor an HTTP message."},
    {"smev.malformed", "Сообщение СМЭВ не читается ({detail}).", "The SMEV message can not be read ({detail})."},
    {"smev.attachments_miscoordinated", "Вложения не совпадают с их описанием.", "The attachments do not fit their headers."},
    {"smev.rejected", "СМЭВ отклонила сообщение после проверки.", "SMEV refused the message after its checks."},
    {"smev.fault", "СМЭВ ответила ошибкой.", "SMEV answered with a fault."},
    {"smev.failure", "Сбой СМЭВ, сообщение будет повторено.", "SMEV failed, the message will be repeated."},
    {"smev.invalid_content", "СМЭВ: сообщение не соответствует схеме.", "SMEV: the message does not fit its schema."},
    {"smev.signature_verification_fault", "СМЭВ не приняла подпись организации.", "SMEV refused the organization's signature."},
    {"smev.sender_is_not_registered", "Организация не зарегистрирована в СМЭВ.", "The organization is not registered in SMEV."},
    {"smev.unknown_message_type", "СМЭВ: неизвестный вид сведений.", "SMEV: unknown message type."},
    {"smev.business_data_type_is_not_supported", "СМЭВ: вид сведений не зарегистрирован.", "SMEV: the message type is not registered."},
    {"smev.incorrect_response_content_type", "СМЭВ: вместо ответа отправлен запрос.", "SMEV: a request was sent as an answer."},
    {"smev.recipient_is_not_found", "СМЭВ: получатель не найден.", "SMEV: no recipient found."},
    {"smev.access_denied", "СМЭВ: нет права отправлять это сообщение.", "SMEV: no right to send this message."},
    {"smev.personal_access_denied", "СМЭВ: у подписавшего нет права отправлять это сообщение.",
     "SMEV: the person who signed has no right to send this message."},
    {"smev.request_is_not_found", "СМЭВ: запрос не найден.", "SMEV: the request is not found."},
    {"smev.transaction_code_invalid", "СМЭВ: неверный код транзакции.", "SMEV: wrong transaction code."},
    {"smev.end_of_life_reached", "СМЭВ: срок жизни запроса истёк.", "SMEV: the request's life is over."},
    {"smev.message_is_already_sent", "СМЭВ: сообщение уже отправлено.", "SMEV: the message has been sent already."},
    {"smev.invalid_message_id_format", "СМЭВ: неверный вид идентификатора.", "SMEV: malformed message id."},
    {"smev.stale_message_id", "СМЭВ: идентификатор устарел, сообщение уйдёт под новым.",
     "SMEV: the id is stale, the message goes out under a new one."},
    {"smev.attachment_content_miscoordination", "СМЭВ: вложения не совпадают с их описанием.",
     "SMEV: the attachments do not fit their headers."},
    {"smev.attachment_size_limit_exceeded", "СМЭВ: вложения слишком велики.", "SMEV: the attachments are too large."},
    {"smev.quote_limit_exceeded", "СМЭВ: квота хранилища исчерпана, сообщение будет повторено.",
     "SMEV: the storage quota is used up, the message will be repeated."},
    {"smev.destination_overflow", "СМЭВ: очередь получателя переполнена, сообщение будет повторено.",
     "SMEV: the recipient's queue is full, the message will be repeated."},
    {"smev.target_message_is_not_found", "СМЭВ: подтверждать нечего.", "SMEV: nothing to acknowledge."},

    // What is wrong with an answer of the bus, as kept in a message's error.
    {"multipart.content_type", "Вид содержимого не XML и не multipart/related.", "The content type is neither XML nor multipart/related."},
    {"multipart.boundary", "Граница частей не указана или недопустима.", "The boundary is missing or not allowed."},
    {"multipart.too_large", "Сообщение слишком велико.", "The message is too large."},
    {"multipart.truncated", "Сообщение обрывается.", "The message is cut short."},
    {"multipart.headers", "Заголовки части не читаются.", "The headers of a part can not be read."},
    {"multipart.encoding", "Кодирование части не принимается.", "The encoding of a part is not accepted."},
    {"multipart.too_many", "В сообщении слишком много частей.", "The message has too many parts."},
    {"multipart.duplicate_id", "Две части с одним Content-ID.", "Two parts have one Content-ID."},
    {"multipart.root_missing", "В сообщении нет части с конвертом.", "No part holds the envelope."},
    {"xop.missing_part", "Ссылка на часть, которой нет.", "A reference to a part that is not there."},
    {"xop.part_reused", "Две ссылки на одну часть.", "Two references to one part."},
    {"xop.malformed", "Ссылка на часть не читается.", "A reference to a part can not be read."},
    {"soap.malformed", "Это не сообщение SOAP.", "This is not a SOAP message."},

    {"audit_event.smev_message.viewed", "Просмотр конверта СМЭВ", "SMEV envelope viewed"},
    {"audit_event.smev_message.retried", "Повтор доставки через СМЭВ", "SMEV delivery repeated"},
};
// clang-format on

}  // namespace

std::span<const text::Message> Messages() { return kMessages; }

}  // namespace okno::exchange
