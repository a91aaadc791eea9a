// SPDX-License-Identifier: Apache-2.0
import { Button, Radio, Text, Textarea } from '@mantine/core';
import { same } from '@okno/forms-core/same';
import { memo, useRef } from 'react';
import { inRussian, useT } from '@/lib/language.tsx';
import { CaseHead } from './case-head.tsx';
import { DecisionFields } from './decision-fields.tsx';
import { OutcomePapers } from './outcome-papers.tsx';
import type { Kind, Outcome, Paper } from './outcomes.ts';
import classes from './packages.module.css';
import type { PackageCase } from './packages.ts';
import { textNames } from './places.ts';

type OutcomeCardProps = {
  one: PackageCase;
  outcome: Outcome;
  // By field: «text», «papers/0/title».
  errors: Record<string, string>;
  // The day of the nearest decision above, to take over.
  dayAbove?: string;
  onChange: (part: Partial<Outcome>) => void;
  onTakeOut: () => void;
};

// What the agency has decided of one case. A package may have two hundred: typing into one draws that one.
export const OutcomeCard = memo(
  Card,
  (before, now) =>
    before.one === now.one &&
    before.outcome === now.outcome &&
    before.dayAbove === now.dayAbove &&
    same(before.errors, now.errors),
);

function Card({ one, outcome, errors, dayAbove, onChange, onTakeOut }: OutcomeCardProps) {
  const t = useT();
  const choose = useChoice(outcome, onChange);
  const isDecided = outcome.kind !== 'unconsidered';
  const needsWords = outcome.kind !== 'granted';
  return (
    <section className={classes.card} aria-label={one.number} data-case={one.application_id}>
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
        value={outcome.kind}
        onChange={(value) => choose(value as Kind)}
      >
        <div className={classes.choice}>
          {kinds.map((kind) => (
            <Radio key={kind} value={kind} label={t(`packages.outcome.${kind}`)} />
          ))}
        </div>
      </Radio.Group>
      {isDecided && (
        <DecisionFields outcome={outcome} errors={errors} dayAbove={dayAbove} onChange={onChange} />
      )}
      <Textarea
        label={t(textNames[outcome.kind])}
        wrapperProps={{ 'data-field': 'text' }}
        autosize
        minRows={needsWords ? 2 : 1}
        maxRows={10}
        maxLength={2000}
        required={needsWords}
        value={outcome.text ?? ''}
        error={errors.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      {isDecided ? (
        <OutcomePapers
          papers={outcome.papers ?? []}
          errors={errors}
          onChange={(papers) => onChange({ papers })}
        />
      ) : (
        <Text size="sm">{t('packages.outcome.unconsidered.text')}</Text>
      )}
    </section>
  );
}

const kinds: Kind[] = ['granted', 'refused', 'unconsidered'];

// A refusal brings other papers than a result; those of another choice are there again when it is chosen back.
function useChoice({ kind, papers = [] }: Outcome, onChange: OutcomeCardProps['onChange']) {
  const kept = useRef(new Map<Kind, Paper[]>());
  return (next: Kind) => {
    if (next === kind) return;
    kept.current.set(kind, papers);
    const refusal = [{ title: inRussian('packages.paper.refusal'), sheets: 1 }];
    const usual = { granted: [], refused: refusal, unconsidered: [] }[next];
    onChange({ kind: next, papers: kept.current.get(next) ?? usual });
  };
}
