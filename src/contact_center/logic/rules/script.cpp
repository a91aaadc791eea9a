// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/script.h"

#include "text/quotes.h"

namespace okno::contact_center::rules {
namespace {

std::string Place(const access::Branch& branch) {
  std::string place = branch.name + ", " + branch.address;
  if (!branch.hours.empty()) place += ", часы работы: " + branch.hours;
  return place + ".";
}

}  // namespace

std::string Script(const Conversation& c) {
  std::string text = "Здравствуйте, " + c.greeting_name + "! Вас беспокоит МФЦ по заявлению № " +
                     c.number + ", услуга " + text::Quoted(c.service_name) + ". ";
  if (c.reason == "result") {
    return text +
           (c.refused ? "Ведомство приняло решение об отказе. Решение с основаниями можно получить"
                      : "Результат готов, его можно получить") +
           " в любом филиале МФЦ. Возьмите с собой документ, "
           "удостоверяющий личность, и расписку. Ваше дело принял филиал: " +
           Place(c.branch);
  }
  text += "Документы нужно доработать: " + c.rework_reason;
  if (!text.ends_with('.')) text += '.';
  if (c.rework_until)
    text += " Пожалуйста, придите до " + FormatDateLongRu(*c.rework_until) + " включительно.";
  return text + " Адрес: " + Place(c.branch);
}

}  // namespace okno::contact_center::rules
