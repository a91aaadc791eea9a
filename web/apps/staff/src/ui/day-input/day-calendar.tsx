// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { FocusTrap } from '@mantine/core';
import { DatePicker, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/ru';
import { today } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';

type DayCalendarProps = {
  day?: string;
  least?: string;
  most?: string;
  onChoose: (day: string) => void;
};

// Loaded when it is opened for the first time.
export default function DayCalendar({ day, least, most, onChoose }: DayCalendarProps) {
  const { t, language } = useLanguage();
  const shown = day ?? today();
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [0, 6] }}>
      <FocusTrap active>
        <div>
          <DatePicker
            value={day ?? null}
            defaultDate={day ?? most}
            minDate={least}
            maxDate={most}
            ariaLabels={{
              previousMonth: t('day.previousMonth'),
              nextMonth: t('day.nextMonth'),
              previousYear: t('day.previousYear'),
              nextYear: t('day.nextYear'),
              previousDecade: t('day.previousDecade'),
              nextDecade: t('day.nextDecade'),
              monthLevelControl: t('day.toYear'),
              yearLevelControl: t('day.toDecade'),
            }}
            getDayProps={(date) => (date === shown ? { 'data-autofocus': true } : {})}
            onChange={(next) => {
              if (next) onChoose(next);
            }}
          />
        </div>
      </FocusTrap>
    </DatesProvider>
  );
}
