// SPDX-License-Identifier: Apache-2.0
#include "access/texts.h"

namespace okno::access {
namespace {

// clang-format off
constexpr text::Message kMessages[] = {
    {"access.not_signed_in", "Войдите, чтобы продолжить", "Sign in to go on"},
    {"access.session_expired", "Сеанс завершён. Войдите снова", "The session is over. Sign in again"},
    {"access.csrf", "Запрос не подтверждён: обновите страницу и повторите", "The request is not confirmed: reload the page and try again"},
    {"access.no_right", "У вас нет права на это действие", "You have no right to do this"},
    {"access.wrong_credentials", "Неверный логин или пароль", "Wrong login or password"},
    {"access.too_many_attempts", "Слишком много неудачных попыток входа. Повторите через {detail} с", "Too many failed attempts. Try again in {detail} s"},
    {"access.second_factor_required", "Введите код из приложения на телефоне", "Enter the code of the application on your phone"},
    {"access.second_factor_wrong", "Код неверен или уже использован. Дождитесь следующего", "The code is wrong or already used. Wait for the next one"},
    {"access.second_factor_active", "Второй фактор уже включён. Чтобы сменить его, сначала отключите", "The second factor is already on. To replace it, switch it off first"},
    {"access.second_factor_not_begun", "Сначала получите секрет второго фактора", "Ask for a secret of the second factor first"},
    {"access.locked", "Учётная запись заблокирована. Обратитесь к администратору", "The account is locked. Ask the administrator"},
    {"access.not_employed", "За учётной записью не закреплено место работы. Обратитесь к администратору", "The account belongs to no organization. Ask the administrator"},
    {"access.password_wrong", "Текущий пароль неверен", "The current password is wrong"},
    {"access.password_same", "Новый пароль совпадает с текущим", "The new password equals the current one"},
    {"access.password_has_login", "Пароль не должен содержать логин", "The password must not contain the login"},
    {"access.login_format", "Логин: 3–64 латинские буквы, цифры, точка, дефис, подчёркивание", "A login has 3 to 64 Latin letters, digits, dots, hyphens, underscores"},
    {"access.login_taken", "Такой логин уже есть", "This login is taken"},
    {"access.code_taken", "Такой код уже есть", "This code is taken"},
    {"access.branch_code", "Код филиала состоит из четырёх цифр", "The code of a branch has four digits"},
    {"access.not_a_center", "Филиалы бывают только у МФЦ", "Only a center has branches"},
    {"access.not_an_agency", "Подразделения бывают только у ведомства", "Only an agency has units"},
    {"access.role_unknown", "В этой организации нет роли «{detail}»", "This organization has no role \"{detail}\""},
    {"access.already_employed", "Учётная запись уже закреплена за организацией", "The account already belongs to an organization"},
    {"access.organization_not_found", "Организация не найдена", "There is no such organization"},
    {"access.branch_not_found", "Филиал не найден", "There is no such branch"},
    {"access.unit_not_found", "Подразделение не найдено", "There is no such unit"},
    {"access.user_not_found", "Пользователь не найден", "There is no such user"},
    {"request.idempotency_mismatch", "Ключ повтора уже использован с другим запросом", "The Idempotency-Key was used with another request"},

    {"audit_event.access.denied", "Отказано в доступе", "Access denied"},
    {"audit_event.session.started", "Вход в систему", "Signed in"},
    {"audit_event.session.refused", "Вход отклонён", "Sign-in refused"},
    {"audit_event.session.ended", "Выход из системы", "Signed out"},
    {"audit_event.user.password_changed", "Смена пароля", "Password changed"},
    {"audit_event.user.second_factor_begun", "Получен секрет второго фактора", "Secret of a second factor issued"},
    {"audit_event.user.second_factor_enabled", "Включён второй фактор", "Second factor switched on"},
    {"audit_event.user.second_factor_removed", "Отключён второй фактор", "Second factor switched off"},
    {"audit_event.audit.viewed", "Просмотр протокола действий", "Audit log viewed"},
    {"audit_event.audit.verified", "Проверка протокола действий", "Audit log verified"},
    {"audit_event.applicants.searched", "Поиск заявителей", "Applicants searched"},
    {"audit_event.applicant.created", "Создание карточки заявителя", "Applicant's card created"},
    {"audit_event.applicant.viewed", "Просмотр карточки заявителя", "Applicant's card viewed"},
    {"audit_event.applicant.changed", "Изменение карточки заявителя", "Applicant's card changed"},
    {"audit_event.applicant.history_viewed", "Просмотр истории карточки заявителя", "History of an applicant's card viewed"},
    {"audit_event.applicant.files_viewed", "Просмотр списка файлов заявителя", "List of an applicant's files viewed"},
    {"audit_event.applicant.file_viewed", "Просмотр файла заявителя", "Applicant's file viewed"},
    {"audit_event.applicant.file_added", "Добавление файла заявителя", "Applicant's file added"},
    {"audit_event.registration.viewed", "Просмотр регистрационной карточки", "Registration card viewed"},
    {"audit_event.registration.accepted", "Приём в работу", "Accepted for work"},
    {"audit_event.registration.routed", "Передача в подразделение", "Routed to a unit"},
    {"audit_event.registration.decided", "Решение по заявлению", "Decision made"},
    {"audit_event.registration.file_viewed", "Просмотр файла регистрационной карточки", "File of a registration card viewed"},
    {"audit_event.applicant.applications_viewed", "Просмотр заявлений заявителя", "Applications of an applicant viewed"},
    {"audit_event.application.begun", "Начато заявление", "Application begun"},
    {"audit_event.application.viewed", "Просмотр заявления", "Application viewed"},
    {"audit_event.application.changed", "Изменение заявления", "Application changed"},
    {"audit_event.application.deleted", "Удаление черновика заявления", "Draft of an application deleted"},
    {"audit_event.application.document_added", "Добавление документа к заявлению", "Document added to an application"},
    {"audit_event.application.document_viewed", "Просмотр документа заявления", "Document of an application viewed"},
    {"audit_event.application.document_removed", "Удаление документа из заявления", "Document removed from an application"},
    {"audit_event.application.filed", "Подача заявления", "Application filed"},
    {"audit_event.application.handed_over", "Передача заявления на обработку", "Application handed over to processing"},
    {"audit_event.application.returned", "Возврат заявления на редактирование", "Application returned for rework"},
    {"audit_event.application.assigned", "Назначение исполнителя заявления", "Application assigned"},
    {"audit_event.application.sent", "Отправка заявления в ведомство", "Application sent to the agency"},
    {"audit_event.application.consulted", "Заявление обращено в консультацию", "Application turned into a consultation"},
    {"audit_event.application.intake_refused", "Отказ в приёме документов", "Intake refused"},
    {"audit_event.application.withdrawn", "Отзыв заявления", "Application withdrawn"},
    {"audit_event.application.issued", "Выдача результата", "Result issued"},
    {"audit_event.application.printed", "Печать по заявлению", "Printed from an application"},
    {"audit_event.calls.viewed", "Просмотр списка звонков", "Call list viewed"},
    {"audit_event.call.recorded", "Запись о звонке", "Call recorded"},
};
// clang-format on

}  // namespace

std::span<const text::Message> Messages() { return kMessages; }

}  // namespace okno::access
