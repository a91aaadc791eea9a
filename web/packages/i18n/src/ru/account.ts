// SPDX-License-Identifier: Apache-2.0

export const account = {
  'account.me': 'Обо мне',
  'account.name': 'Имя',
  'account.roles': 'Роли',
  'account.organization': 'Организация',
  'account.branch': 'Филиал',
  'account.unit': 'Подразделение',

  'account.password': 'Пароль',
  'account.password.current': 'Текущий пароль',
  'account.password.new': 'Новый пароль',
  'account.password.again': 'Новый пароль ещё раз',
  'account.password.rule': {
    one: 'Не короче {count} знака. Надёжнее всего несколько случайных слов.',
    few: 'Не короче {count} знаков. Надёжнее всего несколько случайных слов.',
    many: 'Не короче {count} знаков. Надёжнее всего несколько случайных слов.',
    other: 'Не короче {count} знаков. Надёжнее всего несколько случайных слов.',
  },
  'account.password.tooShort': {
    one: 'Нужен хотя бы {count} знак',
    few: 'Нужно хотя бы {count} знака',
    many: 'Нужно хотя бы {count} знаков',
    other: 'Нужно хотя бы {count} знака',
  },
  'account.password.differs': 'Пароли не совпадают',
  'account.password.change': 'Сменить пароль',
  'account.password.changed': 'Пароль изменён',

  'account.factor': 'Вход с подтверждением',
  'account.factor.on': 'Включён',
  'account.factor.off': 'Выключен',
  'account.factor.about':
    'Кроме пароля при входе понадобится код из приложения на телефоне. Даже узнав пароль, посторонний не войдёт.',
  'account.factor.begin': 'Включить',
  'account.factor.qr': 'Код для приложения на телефоне',
  'account.factor.scan':
    'Откройте на телефоне приложение для кодов (Яндекс ID, Google Authenticator или другое) и наведите камеру на картинку.',
  'account.factor.byHand': 'Если камеры нет, введите ключ вручную:',
  'account.factor.openApp': 'Открыть в приложении на этом устройстве',
  'account.factor.confirmHint': 'Шесть цифр, которые показывает приложение',
  'account.factor.confirm': 'Подтвердить и включить',
  'account.factor.switchedOn': 'Вход с подтверждением включён',
  'account.factor.remove': 'Выключить',
  'account.factor.removeHint': 'Чтобы выключить подтверждение, введите пароль',
  'account.factor.switchedOff': 'Вход с подтверждением выключен',
} as const;
