// SPDX-License-Identifier: Apache-2.0
#include "http/texts.h"

namespace okno::http {
namespace {

constexpr text::Message kMessages[] = {
    {"http.expectation", "Ожидание из заголовка Expect не поддерживается.",
     "The expectation in the Expect header is not supported."},
    {"http.outside_busy",
     "Внешние системы не отвечают, и их ответа ждёт слишком много запросов. Повторите через "
     "минуту.",
     "The outside systems do not answer, and too many requests wait for them already. Try again in "
     "a minute."},
    {"json.not_object", "Здесь ожидается объект JSON.", "A JSON object is expected here."},
    {"multipart.malformed", "Форму с файлами не удалось разобрать.",
     "The form with files can not be read."},
    {"multipart.too_many_parts", "В форме слишком много полей или файлов.",
     "The form has too many fields or files."},
    {"request.idempotency_key_malformed",
     "Ключ повтора (Idempotency-Key) должен состоять из 8–200 видимых знаков ASCII.",
     "An Idempotency-Key has 8 to 200 visible ASCII characters."},
};

}  // namespace

std::span<const text::Message> Messages() { return kMessages; }

}  // namespace okno::http
