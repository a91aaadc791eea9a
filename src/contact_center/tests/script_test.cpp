// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/script.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "logic/rules/outcomes.h"

namespace okno::contact_center::rules {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(Script, SaysWhatTheApplicantHasToDo) {
  Conversation conversation{
      .reason = "result",
      .greeting_name = "Анна Петровна",
      .number = "0101-26-000001",
      .service_name = "Ежемесячная выплата",
      .rework_reason = "Нет подписи",
      .rework_until = ParseDate("2026-11-30"),
      .branch = {
          .name = "Филиал 0101", .address = "ул. Лесная, д. 1", .hours = "пн–пт 8:00–20:00"}};
  const auto result = Script(conversation).text;
  EXPECT_THAT(result, HasSubstr("Результат готов"));
  EXPECT_THAT(result, Not(HasSubstr("Нет подписи")));
  conversation.refused = true;
  EXPECT_THAT(Script(conversation).text,
              AllOf(HasSubstr("решение об отказе"), Not(HasSubstr("Результат готов"))));
  EXPECT_THAT(Script(conversation).text, HasSubstr("можно получить в любом филиале МФЦ."));
  conversation.on_paper = true;
  EXPECT_THAT(
      Script(conversation).text,
      AllOf(HasSubstr("можно получить только в филиале, который принял ваше дело."),
            HasSubstr("Филиал: Филиал 0101, ул. Лесная, д. 1"), Not(HasSubstr("любом филиале"))));
  conversation.reason = "rework";
  const auto rework = Script(conversation).text;
  EXPECT_THAT(rework, HasSubstr("Документы нужно доработать: Нет подписи. Пожалуйста, придите до "
                                "30 ноября 2026 г. включительно."));
  EXPECT_THAT(rework, HasSubstr("Филиал 0101, ул. Лесная, д. 1, часы работы: пн–пт 8:00–20:00."));
}

TEST(Script, TellsNothingOfTheCaseBeforeThePersonIsKnown) {
  Conversation conversation{.reason = "result",
                            .greeting_name = "Анна Петровна",
                            .birth_date = ParseDate("1961-03-12"),
                            .number = "0101-26-000001",
                            .service_name = "Ежемесячная выплата"};
  const auto person = Script(conversation);
  EXPECT_EQ(person.opening, "Здравствуйте! Это МФЦ. Анна Петровна, это вы?");
  EXPECT_THAT(person.check, AllOf(HasSubstr("дату рождения: 12 марта 1961 г."),
                                  Not(HasSubstr("0101-26-000001")), Not(HasSubstr("выплата"))));
  EXPECT_THAT(person.text, AllOf(HasSubstr("№ 0101-26-000001"), HasSubstr("выплата")));
  conversation.birth_date.reset();
  EXPECT_THAT(Script(conversation).check, HasSubstr("в расписке: 0101-26-000001"));
}

TEST(Script, AsksAnOrganizationForItsHead) {
  Conversation conversation{.reason = "result",
                            .greeting_name = "ООО «Альтаир-775»",
                            .head_name = "Громов Олег Геннадьевич",
                            .number = "0101-26-000001"};
  EXPECT_EQ(Script(conversation).opening,
            "Здравствуйте! Это МФЦ. Я звоню в ООО «Альтаир-775». Пригласите, пожалуйста, "
            "руководителя: Громов Олег Геннадьевич.");
  conversation.head_name = "";
  EXPECT_THAT(Script(conversation).opening,
              testing::EndsWith("Пригласите, пожалуйста, руководителя."));
}

TEST(Script, SaysThatTheDayIsALaterOneAndThatAWithdrawnCaseWasDecided) {
  Conversation conversation{.reason = "later",
                            .number = "0101-26-000001",
                            .planned_date = ParseDate("2026-12-17"),
                            .promised_date = ParseDate("2026-12-08")};
  EXPECT_THAT(
      Script(conversation).text,
      HasSubstr("до 17 декабря 2026 г., а не до 8 декабря 2026 г., как сказано в расписке"));
  conversation.reason = "result";
  EXPECT_THAT(Script(conversation).text, Not(HasSubstr("отозвали")));
  conversation.though_withdrawn = true;
  EXPECT_THAT(Script(conversation).text, HasSubstr("Вы отозвали заявление, но ведомство успело"));
}

TEST(CheckAttempt, WantsAKnownOutcomeAndATimeAhead) {
  const auto now = *ParseInstant("2026-11-23T09:15:00Z");
  EXPECT_TRUE(CheckAttempt({.outcome = "no_answer"}, now).empty());
  EXPECT_EQ(CheckAttempt({.outcome = "sang"}, now).front().pointer, "/outcome");
  EXPECT_EQ(CheckAttempt({.outcome = "call_back"}, now).front().code, "field.required");
  EXPECT_EQ(CheckAttempt({.outcome = "call_back", .call_back_at = now}, now).front().code,
            "contact_center.call_back_in_past");
}

}  // namespace
}  // namespace okno::contact_center::rules
