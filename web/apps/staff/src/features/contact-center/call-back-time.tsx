// SPDX-License-Identifier: Apache-2.0
import { Button, Group, TextInput } from '@mantine/core';
import { isDay } from '@okno/forms-core/dates';
import { useEffect, useRef, useState } from 'react';
import { timeOfDay } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { DayInput } from '@/ui/day-input/day-input.tsx';
import { useMask } from '@/ui/use-mask.ts';
import { inOneHour, momentOf, thisEvening, tomorrowMorning } from './call-back-moments.ts';

type CallBackTimeProps = { onChoose: (moment: string) => void; onCancel: () => void };

export function CallBackTime({ onChoose, onCancel }: CallBackTimeProps) {
  const { t, language } = useLanguage();
  const [now] = useState(() => new Date());
  const evening = thisEvening(now);
  const box = useRef<HTMLDivElement>(null);
  // Not as the effect's answer: newer browsers answer a scroll with a promise.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const time = (moment: Date) => timeOfDay(moment.toISOString(), language);

  return (
    <Group ref={box} gap="xs" align="flex-end" role="group" aria-label={t('calls.when')}>
      <Button variant="light" onClick={() => onChoose(inOneHour(now).toISOString())}>
        {t('calls.when.hour', { time: time(inOneHour(now)) })}
      </Button>
      {evening && (
        <Button variant="light" onClick={() => onChoose(evening.toISOString())}>
          {t('calls.when.evening', { time: time(evening) })}
        </Button>
      )}
      <Button variant="light" onClick={() => onChoose(tomorrowMorning(now).toISOString())}>
        {t('calls.when.tomorrow', { time: time(tomorrowMorning(now)) })}
      </Button>
      <ExactTime onChoose={onChoose} />
      <Button variant="subtle" onClick={onCancel}>
        {t('action.cancel')}
      </Button>
    </Group>
  );
}

function ExactTime({ onChoose }: Pick<CallBackTimeProps, 'onChoose'>) {
  const { t } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [day, setDay] = useState<string>();
  const [time, setTime] = useState('');
  useMask(input, '##:##', setTime);
  const [now] = useState(() => new Date());
  const moment = day && isDay(day) ? momentOf(day, time) : undefined;
  const isPast = moment !== undefined && moment <= now;
  const wrong = time.length === 5 && !momentOf('2026-01-01', time);
  return (
    <>
      <DayInput w="9rem" aria-label={t('calls.when.day')} value={day} onChange={setDay} />
      <TextInput
        ref={input}
        w={wrong || isPast ? '11rem' : '5rem'}
        aria-label={t('calls.when.time')}
        placeholder={t('calls.when.timeExample')}
        inputMode="numeric"
        autoComplete="off"
        defaultValue=""
        error={wrong ? t('calls.when.noSuchTime') : isPast ? t('calls.when.past') : undefined}
        onChange={(event) => setTime(event.currentTarget.value)}
      />
      <Button disabled={!moment || isPast} onClick={() => moment && onChoose(moment.toISOString())}>
        {t('calls.when.save')}
      </Button>
    </>
  );
}
