// SPDX-License-Identifier: Apache-2.0
#include "neighbours/msp/desk.h"
#include "storage/navigator_store.h"

namespace okno::testbed::neighbours {

Answer RegisterAtNavigator(Desk& desk, const Question& question) {
  const auto login = question.content.child_text("Login");
  const auto user = storage::RegisterNavigatorUser(desk.tx, login, question.now);
  SmeAnswer answer(question, "NavigatorRegistrationResponse");
  Put(answer.root(), "Status", user.is_new ? "registered" : "already_registered");
  Put(answer.root(), "Login", login);
  Put(answer.root(), "RegisteredAt", FormatXsdDateTime(user.registered_at, kMoscow));
  answer.Line("Имя для входа", login);
  answer.Line("Зарегистрирован", FormatLocal(user.registered_at, kMoscow));
  return answer.Finish(desk, "Регистрация на портале «Бизнес-навигатор МСП»",
                       user.is_new ? "Регистрация выполнена, пароль отправлен на почту"
                                   : "Этот адрес был зарегистрирован раньше");
}

}  // namespace okno::testbed::neighbours
