// SPDX-License-Identifier: Apache-2.0
import { Button, Radio, Text, Textarea, TextInput } from '@mantine/core';
import { same } from '@okno/forms-core/same';
import { memo, useRef } from 'react';
import { today } from '@/lib/dates.ts';
import { inRussian, useT } from '@/lib/language.tsx';
import { DayInput } from '@/ui/day-input/day-input.tsx';
import { CaseHead } from './case-head.tsx';
import { OutcomePapers } from './outcome-papers.tsx';
import type { Outcome, Paper } from './outcomes.ts';
import classes from './packages.module.css';
import type { PackageCase } from './packages.ts';

type OutcomeCardProps = {
  one: PackageCase;
  outcome: Outcome;
  // By field: «text», «papers/0/title».
  errors: Record<string, string>;
  onChange: (part: Partial<Outcome>) => void;
  onTakeOut: () => void;
};

// What the agency has decided of one case. A package may have two hundred: typing into one draws that one.
export const OutcomeCard = memo(
  Card,
  (before, now) =>
    before.one === now.one && before.outcome === now.outcome && same(before.errors, now.errors),
);

function Card({ one, outcome, errors, onChange, onTakeOut }: OutcomeCardProps) {
  const t = useT();
  const choose = useChoice(outcome, onChange);
  const refused = !outcome.positive;
  return (
    <section className={classes.card} aria-label={one.number}>
      <div className={classes.cardHead}>
        <div>
          <CaseHead one={one} />
          <Text size="sm" c="dimmed">
            {one.service_name}
          </Text>
          {one.problem && (
            <Text size="sm" c="var(--okno-bad)">
              {one.problem}
            </Text>
          )}
        </div>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('packages.takeOutOf', { number: one.number })}
          onClick={onTakeOut}
        >
          {t('packages.takeOut')}
        </Button>
      </div>
      <Radio.Group
        label={t('packages.outcome')}
        value={refused ? 'negative' : 'positive'}
        onChange={(value) => choose(value === 'positive')}
      >
        <div className={classes.choice}>
          <Radio value="positive" label={t('packages.outcome.positive')} />
          <Radio value="negative" label={t('packages.outcome.negative')} />
        </div>
      </Radio.Group>
      <div className={classes.fields}>
        <DayInput
          label={t('packages.outcome.decided_on')}
          required
          most={today()}
          value={outcome.decided_on}
          error={errors.decided_on}
          onChange={(decided_on) => onChange({ decided_on })}
        />
        <TextInput
          label={t('packages.outcome.registration_number')}
          maxLength={60}
          value={outcome.registration_number ?? ''}
          error={errors.registration_number}
          onChange={(event) => onChange({ registration_number: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={t(refused ? 'packages.outcome.why' : 'packages.outcome.text')}
        autosize
        minRows={refused ? 2 : 1}
        maxRows={10}
        maxLength={2000}
        required={refused}
        value={outcome.text ?? ''}
        error={errors.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <OutcomePapers
        papers={outcome.papers ?? []}
        errors={errors}
        onChange={(papers) => onChange({ papers })}
      />
    </section>
  );
}

// A refusal brings other papers than a result; those of the other choice are there again when it is chosen back.
function useChoice({ positive, papers = [] }: Outcome, onChange: OutcomeCardProps['onChange']) {
  const kept = useRef(new Map<boolean, Paper[]>());
  return (next: boolean) => {
    if (next === positive) return;
    kept.current.set(positive, papers);
    const usual = next ? papers : [{ title: inRussian('packages.paper.refusal'), sheets: 1 }];
    onChange({ positive: next, papers: kept.current.get(next) ?? usual });
  };
}
