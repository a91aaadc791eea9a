// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useT } from '@/lib/language.tsx';
import classes from './intake.module.css';
import type { Mark } from './marks.ts';
import { PaperFields } from './paper-fields.tsx';

type OtherPapersProps = {
  // All that were ever written down here, those taken out again too: their places are not used twice.
  papers: Mark[];
  editable: boolean;
  onChange: (paper: Mark) => void;
};

const forms = ['original', 'copy', 'original_and_copy'] as const;
const mostPapers = 99;

// What the applicant hands over though the checklist does not name it: the receipt lists it with its sheets.
export function OtherPapers({ papers, editable, onChange }: OtherPapersProps) {
  const t = useT();
  const added = useRef<string>(undefined);
  const given = papers.filter((paper) => paper.given);
  const free = nextItem(papers);
  const add = () => {
    if (!free) return;
    added.current = free;
    onChange({ item: free, given: true, title: '', form: 'original', sheets: 1, copies: 1 });
  };
  return (
    <>
      {given.map((paper, at) => (
        <fieldset
          key={paper.item}
          className={classes.otherPaper}
          aria-label={paper.title || t('intake.otherPaper', { number: at + 1 })}
        >
          <TextInput
            size="xs"
            w="22rem"
            maxLength={250}
            withAsterisk
            label={t('intake.otherPaper.title')}
            placeholder={t('intake.otherPaper.example')}
            autoFocus={added.current === paper.item}
            disabled={!editable}
            value={paper.title ?? ''}
            error={paper.title === '' && added.current !== paper.item && t('error.field.required')}
            onChange={(event) => onChange({ ...paper, title: event.currentTarget.value })}
          />
          <PaperFields
            mark={paper}
            forms={forms}
            usual="original"
            editable={editable}
            onChange={(part) => onChange({ ...paper, ...part })}
          />
          {editable && (
            <Button
              size="xs"
              variant="subtle"
              color="red"
              onClick={() => onChange({ ...paper, given: false })}
              aria-label={`${t('intake.otherPaper.remove')}: ${paper.title ?? ''}`}
            >
              {t('intake.otherPaper.remove')}
            </Button>
          )}
        </fieldset>
      ))}
      {editable && free && (
        <Button size="xs" variant="default" mt={given.length > 0 ? 'xs' : 0} mb="sm" onClick={add}>
          {t('intake.otherPaper.add')}
        </Button>
      )}
    </>
  );
}

function nextItem(papers: Mark[]) {
  for (let number = 1; number <= mostPapers; number += 1) {
    const item = `other-${number}`;
    if (!papers.some((paper) => paper.item === item && paper.given)) return item;
  }
  return undefined;
}
