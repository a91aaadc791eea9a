// SPDX-License-Identifier: Apache-2.0
#include "packages/texts.h"

namespace okno::packages {
namespace {

constexpr text::Message kMessages[] = {
    {"packages.not_found", "Такого пакета нет.", "There is no such package."},
    {"packages.no_branch", "Пакеты собирают в филиале, а у вас его нет.",
     "Packages are made in a branch, and you have none."},
    {"packages.nothing_waits", "Для этого ведомства сейчас нечего отправлять.",
     "There is nothing to send to this agency now."},
    {"packages.agency_unknown", "В это ведомство на бумаге ничего не возят.",
     "Nothing goes to this agency on paper."},
    {"packages.service_unknown", "Такой услуги на бумаге у этого ведомства нет.",
     "This agency has no such service on paper."},
    {"packages.no_direction", "Не сказано, в ведомство или из него.",
     "It is not said whether to an agency or from one."},
    {"packages.begins_empty", "Пакет из ведомства начинают пустым, дела добавляют потом.",
     "A package from an agency begins empty, cases are added afterwards."},
    {"packages.not_a_draft", "Пакет уже собран: чтобы его изменить, верните его в работу.",
     "The package is made up already: reopen it to change it."},
    {"packages.not_to_agency", "Это пакет из ведомства, его не отправляют.",
     "This package came from an agency and is not sent."},
    {"packages.not_from_agency", "Это пакет в ведомство, решений в нём нет.",
     "This package goes to an agency and holds no decisions."},
    {"packages.empty", "В пакете нет ни одного дела.", "There is no case in the package."},
    {"packages.full", "В пакете помещается не больше {detail} дел.",
     "A package holds at most {detail} cases."},
    {"packages.not_ready", "Пакет {detail} не готов к отправке или уже в другой ведомости.",
     "Package {detail} is not ready to be sent, or is in another run already."},
    {"packages.not_sent", "Пакет не у курьера: вручить можно только отправленный.",
     "The package is not with the courier: only a sent one can be delivered."},
    {"packages.not_delivered", "Отметки ведомства на этом пакете нет.",
     "This package bears no mark of an agency."},
    {"packages.mark_settled", "Отметку нельзя исправить: с делом после неё уже работали. {detail}",
     "The mark can not be changed: the case has been worked on since. {detail}"},
    {"packages.on_its_way_or_over", "Пакет уже отправлен или закончен, расформировать его нельзя.",
     "The package is sent or over already and can not be dissolved."},
    {"packages.not_ready_to_print",
     "Опись печатают с готового пакета: пока он собирается, состав может измениться.",
     "An inventory is printed of a ready package: what is in a draft may still change."},
    {"packages.dissolved", "Пакет расформирован, описи у него нет.",
     "The package is dissolved and has no inventory."},

    // Cases.
    {"packages.case_unknown", "Такого дела в вашем филиале нет.",
     "There is no such case in your branch."},
    {"packages.case_elsewhere",
     "Дело уже в пакете {detail}. Сначала закончите тот пакет или уберите дело из него.",
     "The case is in package {detail} already. Finish that package or take the case out of it "
     "first."},
    {"packages.case_of_other_agency", "Дело для другого ведомства: {detail}.",
     "The case is for another agency: {detail}."},
    {"packages.case_of_other_service", "Пакет собирают по другой услуге, а дело — {detail}.",
     "The package is of another service, and the case is: {detail}."},
    {"packages.case_electronic", "Это дело идёт через СМЭВ, а не на бумаге: {detail}.",
     "This case goes through SMEV, not on paper: {detail}."},
    {"packages.case_not_ready", "Дело не может идти дальше: {detail}",
     "A case can not go on: {detail}"},
    {"packages.case_changed",
     "Дело изменили после того, как пакет стал готов: {detail}. Верните пакет в работу, проверьте "
     "комплект и напечатайте опись заново.",
     "A case was changed after its package was ready: {detail}. Reopen the package, check the set "
     "of papers and print the inventory anew."},
    {"packages.set_changed",
     "Дело изменили после того, как пакет стал готов: верните пакет в работу, проверьте комплект и "
     "напечатайте опись заново.",
     "The case was changed after the package was ready: reopen the package, check the set of "
     "papers "
     "and print the inventory anew."},
    {"packages.case_in_rework", "Дело возвращено на доработку.",
     "The case was returned for rework."},
    {"packages.case_withdrawn", "Заявление отозвано.", "The application was withdrawn."},
    {"packages.case_sent_already", "Дело уже отправлено в ведомство.",
     "The case was sent to the agency already."},
    {"packages.case_answered", "По делу уже есть ответ ведомства.",
     "The agency has answered the case already."},
    {"packages.case_closed", "Дело закрыто.", "The case is closed."},
    {"packages.case_not_sent", "Дело в ведомство не отправляли.",
     "The case was not sent to the agency."},
    {"packages.case_not_in_processing", "Дело не в обработке.", "The case is not in processing."},

    // Days and decisions.
    {"packages.in_future", "Этот день ещё не наступил.", "This day has not come yet."},
    {"packages.before_sending", "Раньше дня отправки, {detail}.",
     "Before the day of sending, {detail}."},
    {"packages.before_receiving", "Раньше дня, когда ведомство приняло бумаги, {detail}.",
     "Before the day on which the agency took the papers, {detail}."},
    {"packages.refusal_without_text", "Напишите, почему отказано.", "Write why it was refused."},
    {"packages.named_twice", "Это дело уже названо выше.", "This case is named above already."},

    // Courier runs.
    {"packages.run_not_found", "Такой ведомости нет.", "There is no such courier run."},
    {"packages.nothing_ready", "Нет готовых пакетов, которые ещё не в ведомости.",
     "There is no ready package that is in no run yet."},
    {"packages.run_full", "Курьеру за раз отдают не больше {detail} дел.",
     "A courier takes at most {detail} cases at once."},
    {"packages.run_sent", "Ведомость уже отправлена.", "The courier run is sent already."},
    {"packages.run_cancelled", "Ведомость отменена.", "The courier run is cancelled."},
    {"packages.run_empty", "В ведомости нет ни одного пакета.",
     "There is no package in the courier run."},
};

}  // namespace

std::span<const text::Message> Messages() { return kMessages; }

}  // namespace okno::packages
