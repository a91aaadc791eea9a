// SPDX-License-Identifier: Apache-2.0
import { Box, Text } from '@mantine/core';
import { type T, useT } from '@/lib/language.tsx';
import { Notice } from './notice.tsx';

type Paper = 'none' | 'current' | 'outdated';
export type Papers = { application: Paper; receipt: Paper };

// Of the two papers the one that is worse: what was signed and changed since, then what was not printed.
export function worstPaper(papers: Papers | undefined): Paper {
  const both = [papers?.application ?? 'current', papers?.receipt ?? 'current'];
  return both.includes('outdated') ? 'outdated' : both.includes('none') ? 'none' : 'current';
}

// What is wrong with them and which are to be printed: a page and a question about it say the same.
export function paperWords(papers: Papers | undefined, t: T) {
  const worst = worstPaper(papers);
  if (worst === 'current' || !papers) return undefined;
  const { application, receipt } = papers;
  const which =
    receipt === 'current' ? 'application' : application === 'current' ? 'receipt' : 'both';
  return { title: t(`paper.${worst}`), text: t(`paper.${worst}.${which}`) };
}

// What the applicant signed, or did not, differs from what the case says: who goes on must know.
export function PaperWarning({
  papers,
  also,
}: {
  papers: Papers | undefined;
  // That nothing was printed at all is worth a word only while the applicant stands here.
  also?: 'unprinted';
}) {
  const t = useT();
  const words = paperWords(papers, t);
  if (!words || (worstPaper(papers) === 'none' && also !== 'unprinted')) return null;
  return (
    <Box mb="md">
      <Notice tone="wait" role="alert" title={words.title}>
        <Text size="sm">{words.text}</Text>
      </Notice>
    </Box>
  );
}
