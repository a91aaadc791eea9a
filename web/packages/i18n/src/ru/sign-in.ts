// SPDX-License-Identifier: Apache-2.0

export const signIn = {
  'signIn.title': 'Вход',
  'signIn.subtitle': 'Рабочее место сотрудника',
  'signIn.login': 'Логин',
  'signIn.password': 'Пароль',
  'signIn.showPassword': 'Показать пароль',
  'signIn.capsLock': 'Включён Caps Lock',
  'signIn.code': 'Код подтверждения',
  'signIn.code.hint': 'Шесть цифр из приложения на вашем телефоне',
  'signIn.submit': 'Войти',
  'signIn.help': 'Забыли пароль или потеряли телефон с кодами? Обратитесь к администратору.',
} as const;
