// SPDX-License-Identifier: Apache-2.0
import type { Section } from './tree.ts';

// Which heading of the guide tells of a screen; where several roles meet (the lists of cases) it is the role's own.
const ofPlaces: Record<string, string> = {
  intake: 'Оператор',
  applicants: 'Оператор',
  inquiries: 'Запросы в ведомства',
  packages: 'Пакеты и курьер',
  'courier-runs': 'Пакеты и курьер',
  registrations: 'Специалист ведомства',
  calls: 'Контакт-центр',
  audit: 'Аудитор',
  smev: 'Администратор',
  'message-types': 'Администратор',
  account: 'Как работать в «Окне»',
};

const ofRoles: Record<string, string> = {
  operator: 'Оператор',
  processor: 'Обработчик',
  officer: 'Специалист ведомства',
  agency_manager: 'Специалист ведомства',
  contact_agent: 'Контакт-центр',
  auditor: 'Аудитор',
  administrator: 'Администратор',
};

export const titlesInUse = [...Object.values(ofPlaces), ...Object.values(ofRoles)];

export function sectionFor(sections: Section[], pathname: string, roles: string[]) {
  const role = roles.find((one) => ofRoles[one]) ?? '';
  const title = ofPlaces[pathname.split('/')[1] ?? ''] ?? ofRoles[role];
  return sections.find((section) => section.title === title) ?? sections[0];
}

// The section with those it belongs to or holds: what is read at once.
export function chapterAround(sections: Section[], { id }: Section): Section[] {
  const at = sections.findIndex((section) => section.id === id);
  const isWithin = (section: Section | undefined) => section !== undefined && section.level > 2;
  let first = at;
  while (first > 0 && isWithin(sections[first])) first -= 1;
  let end = first + 1;
  while (end < sections.length && isWithin(sections[end])) end += 1;
  return sections.slice(first, end);
}
