// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { useT } from '@/lib/language.tsx';
import { markText } from '@/lib/mark-text.ts';
import { Section } from '@/ui/section.tsx';
import type { Application } from './application.ts';
import classes from './case-page.module.css';

type Papers = NonNullable<Application['other_papers']>;

// What the applicant has handed over besides the checklist: it is in the receipt, and in the set of papers.
export function OtherPapers({ papers }: { papers: Papers }) {
  const t = useT();
  if (papers.length === 0) return null;
  return (
    <Section title={t('case.otherPapers')}>
      <ul className={classes.checklist}>
        {papers.map((paper) => (
          <li key={paper.item}>
            <Text size="sm" fw={600}>
              {paper.title}
            </Text>
            <Text size="xs" c="dimmed">
              {markText(paper, t)}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
