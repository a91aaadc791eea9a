// SPDX-License-Identifier: Apache-2.0
#include "printing/texts.h"

namespace okno::printing {
namespace {
constexpr text::Message kMessages[] = {
    {"template.node", "В шаблоне стоит элемент, которого здесь быть не может: {detail}",
     "The template holds an element that cannot stand here: {detail}"},
    {"template.attribute", "Неверное свойство элемента шаблона: {detail}",
     "Wrong attribute in the template: {detail}"},
    {"template.mark", "Неизвестное начертание текста в шаблоне: {detail}",
     "Unknown text mark in the template: {detail}"},
    {"template.text", "У текста шаблона нет содержания: {detail}",
     "A text of the template has no content: {detail}"},
    {"template.path", "У поля шаблона не указан источник данных: {detail}",
     "A placeholder of the template names no data: {detail}"},
    {"template.columns", "В таблице шаблона слишком много столбцов: {detail}",
     "A table of the template has too many columns: {detail}"},
    {"template.too_deep", "Слишком глубокая вложенность в шаблоне: {detail}",
     "The template is nested too deeply: {detail}"},
    {"template.too_large", "Шаблон слишком велик: {detail}", "The template is too large: {detail}"},
};
}  // namespace

std::span<const text::Message> Messages() { return kMessages; }

}  // namespace okno::printing
