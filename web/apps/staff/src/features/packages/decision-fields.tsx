// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { shortDate, today } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { DayInput } from '@/ui/day-input/day-input.tsx';
import type { Outcome } from './outcomes.ts';
import classes from './packages.module.css';

type DecisionFieldsProps = {
  outcome: Outcome;
  errors: Record<string, string>;
  dayAbove?: string;
  onChange: (part: Partial<Outcome>) => void;
};

// Which decision it is. The day is said for each case by who holds its paper; that of the case above is one press away.
export function DecisionFields({ outcome, errors, dayAbove, onChange }: DecisionFieldsProps) {
  const { t, language } = useLanguage();
  const { decided_on, registration_number } = outcome;
  return (
    <div className={classes.fields}>
      <div data-field="decided_on">
        <DayInput
          label={t('packages.outcome.decided_on')}
          required
          most={today()}
          value={decided_on}
          error={errors.decided_on}
          onChange={(day) => onChange({ decided_on: day })}
        />
        {!decided_on && dayAbove && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => onChange({ decided_on: dayAbove })}
          >
            {t('packages.outcome.asAbove', { date: shortDate(dayAbove, language) })}
          </Button>
        )}
      </div>
      <TextInput
        label={t('packages.outcome.registration_number')}
        wrapperProps={{ 'data-field': 'registration_number' }}
        maxLength={60}
        value={registration_number ?? ''}
        error={errors.registration_number}
        onChange={(event) => onChange({ registration_number: event.currentTarget.value })}
      />
    </div>
  );
}
