// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, Input, NumberInput, TextInput } from '@mantine/core';
import { mdiPlus } from '@mdi/js';
import { useId, useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import type { Paper } from './outcomes.ts';
import classes from './packages.module.css';

const mostPapers = 20;

type OutcomePapersProps = {
  papers: Paper[];
  errors: Record<string, string>;
  onChange: (papers: Paper[]) => void;
};

// What came for the applicant: it is handed out at the issue and stands in the receipt.
export function OutcomePapers({ papers, errors, onChange }: OutcomePapersProps) {
  const t = useT();
  const id = useId();
  const [added, setAdded] = useState<number>();
  const put = (at: number, part: Partial<Paper>) =>
    onChange(papers.map((paper, place) => (place === at ? { ...paper, ...part } : paper)));
  const add = () => {
    setAdded(papers.length);
    onChange([...papers, { title: '', sheets: 1 }]);
  };
  return (
    <div role="group" aria-labelledby={id} data-field="papers">
      <Input.Label id={id} labelElement="div">
        {t('packages.outcome.papers')}
      </Input.Label>
      {errors.papers && <Input.Error>{errors.papers}</Input.Error>}
      {papers.map((paper, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: papers have no names of their own and are not moved
        <div key={at} className={classes.paper}>
          <TextInput
            className={classes.paperTitle}
            aria-label={t('packages.paper.title', { number: at + 1 })}
            placeholder={t('packages.paper.example')}
            maxLength={300}
            autoFocus={added === at}
            value={paper.title}
            error={errors[`papers/${at}/title`]}
            onChange={(event) => put(at, { title: event.currentTarget.value })}
          />
          <NumberInput
            w="6.5rem"
            aria-label={t('packages.paper.sheets', { number: at + 1 })}
            suffix={t('packages.paper.suffix')}
            min={1}
            max={9999}
            allowDecimal={false}
            value={paper.sheets}
            error={errors[`papers/${at}/sheets`]}
            onChange={(next) => put(at, { sheets: Number(next) || 1 })}
          />
          <CloseButton
            aria-label={t('packages.paper.remove', { title: paper.title })}
            onClick={() => onChange(papers.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      {papers.length < mostPapers && (
        <Button
          size="xs"
          variant="default"
          mt="xs"
          leftSection={<Icon path={mdiPlus} size={16} />}
          onClick={add}
        >
          {t('packages.paper.add')}
        </Button>
      )}
    </div>
  );
}
