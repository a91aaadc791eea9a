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

// An organization does not lift the phone: its head is asked for (ГК РФ art. 53).
std::string Opening(const Conversation& c) {
  if (!c.head_name) return "Здравствуйте! Это МФЦ. " + c.greeting_name + ", это вы?";
  return "Здравствуйте! Это МФЦ. Я звоню в " + c.greeting_name + ". Пригласите, пожалуйста, " +
         (c.head_name->empty() ? std::string("руководителя.")
                               : "руководителя: " + *c.head_name + ".");
}

// The date of birth is asked, not told. Who has none on the card names the number of their receipt.
std::string Check(const Conversation& c) {
  return (c.birth_date
              ? "Попросите назвать дату рождения: " + FormatDateLongRu(*c.birth_date)
              : "Попросите назвать номер заявления, он стоит в расписке: " + c.number + ".") +
         " Не называйте сами. Не совпало или ответил другой человек — попросите передать, что "
         "просим перезвонить в МФЦ, и ничего не говорите о заявлении.";
}

std::string OfResult(const Conversation& c) {
  return std::string(c.though_withdrawn ? "Вы отозвали заявление, но ведомство успело принять "
                                          "решение. "
                                        : "") +
         (c.refused ? "Ведомство приняло решение об отказе. Решение с основаниями можно получить"
                    : "Результат готов, его можно получить") +
         (c.on_paper ? " только в филиале, который принял ваше дело" : " в любом филиале МФЦ") +
         ". Возьмите с собой документ, удостоверяющий личность, и расписку. " +
         (c.on_paper ? "Филиал: " : "Ваше дело принял филиал: ") + Place(c.branch);
}

std::string OfRework(const Conversation& c) {
  std::string text = "Документы нужно доработать: " + c.rework_reason;
  if (!text.ends_with('.')) text += '.';
  if (c.rework_until)
    text += " Пожалуйста, придите до " + FormatDateLongRu(*c.rework_until) + " включительно.";
  return text + " Адрес: " + Place(c.branch);
}

std::string OfLaterDay(const Conversation& c) {
  std::string text = "Ведомство считает срок от дня, когда оно зарегистрировало заявление";
  if (c.planned_date && c.promised_date) {
    text += ", и решит его до " + FormatDateLongRu(*c.planned_date) + ", а не до " +
            FormatDateLongRu(*c.promised_date) + ", как сказано в расписке";
  }
  return text + ". Просим извинить за задержку. Когда результат придёт, мы позвоним.";
}

std::string Matter(const Conversation& c) {
  if (c.reason == "result") return OfResult(c);
  return c.reason == "rework" ? OfRework(c) : OfLaterDay(c);
}

}  // namespace

Speech Script(const Conversation& c) {
  return {.opening = Opening(c),
          .check = Check(c),
          .text = "Я звоню по заявлению № " + c.number + ", услуга " +
                  text::Quoted(c.service_name) + ". " + Matter(c)};
}

}  // namespace okno::contact_center::rules
