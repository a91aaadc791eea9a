// SPDX-License-Identifier: Apache-2.0
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { timeOfDay } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { inOneHour, thisEvening, tomorrowMorning } from './call-back-moments.ts';

type CallBackTimeProps = { onChoose: (moment: string) => void; onCancel: () => void };

export function CallBackTime({ onChoose, onCancel }: CallBackTimeProps) {
  const { t, language } = useLanguage();
  const [typed, setTyped] = useState('');
  const [now] = useState(() => new Date());
  const evening = thisEvening(now);
  const time = (moment: Date) => timeOfDay(moment.toISOString(), language);

  return (
    <Group gap="xs" align="flex-end" role="group" aria-label={t('calls.when')}>
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
      <TextInput
        type="datetime-local"
        aria-label={t('calls.when.exact')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button disabled={!typed} onClick={() => onChoose(new Date(typed).toISOString())}>
        {t('calls.when.save')}
      </Button>
      <Button variant="subtle" onClick={onCancel}>
        {t('action.cancel')}
      </Button>
    </Group>
  );
}
