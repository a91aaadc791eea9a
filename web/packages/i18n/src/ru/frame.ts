// SPDX-License-Identifier: Apache-2.0

export const frame = {
  'section.intake': 'Приём',
  'section.cases': 'Дела',
  'section.registrations': 'Поступившие',
  'section.calls': 'Контакт-центр',
  'section.smev': 'СМЭВ',
  'section.audit': 'Журнал доступа',
  'section.account': 'Настройка',
} as const;
