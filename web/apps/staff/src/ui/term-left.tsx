// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { mdiAlertCircle, mdiClockOutline } from '@mdi/js';
import { shortDate, today } from '@/lib/dates.ts';
import { type T, useLanguage, useT } from '@/lib/language.tsx';
import { dayAt } from '@/lib/zone.ts';
import { Icon } from './icon.tsx';
import classes from './term-left.module.css';

export type Urgency = 'none' | 'normal' | 'soon' | 'overdue';

function words(days: number, t: T) {
  if (days < 0) return t('term.overdue', { count: -days });
  if (days === 0) return t('term.today');
  return t('term.left', { count: days });
}

// «осталось 3 рабочих дня», «просрочено на 2 дня». Nothing when no term runs.
export function TermLeft({ days, urgency }: { days?: number; urgency?: Urgency }) {
  const t = useT();
  if (days === undefined || urgency === 'none' || urgency === undefined) {
    return (
      <Text span c="dimmed">
        <span aria-hidden="true">—</span>
      </Text>
    );
  }
  const isUrgent = urgency === 'overdue' || urgency === 'soon';
  return (
    <span className={`${classes.term} ${classes[urgency]}`}>
      {isUrgent && (
        <Icon path={urgency === 'overdue' ? mdiAlertCircle : mdiClockOutline} size={15} />
      )}
      {words(days, t)}
    </span>
  );
}

const soonMs = 3 * 24 * 60 * 60 * 1000;

// The day by which it is to be done, in the same colours: past, in three days, later.
export function DueDay({ day }: { day?: string }) {
  const { t, language } = useLanguage();
  if (!day) return null;
  const urgency = urgencyOf(day);
  return (
    <span className={`${classes.term} ${classes[urgency]}`}>
      {urgency === 'overdue' && (
        <Icon path={mdiAlertCircle} size={15} title={t('term.dueOn.overdue')} />
      )}
      {urgency === 'soon' && <Icon path={mdiClockOutline} size={15} title={t('term.dueOn.soon')} />}
      {shortDate(day, language)}
    </span>
  );
}

function urgencyOf(day: string): Urgency {
  if (day < today()) return 'overdue';
  return day <= dayAt(new Date(Date.now() + soonMs)) ? 'soon' : 'normal';
}
