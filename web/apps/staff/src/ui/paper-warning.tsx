// SPDX-License-Identifier: Apache-2.0
import { Alert } from '@mantine/core';
import { useT } from '@/lib/language.tsx';

type Paper = 'none' | 'current' | 'outdated';
export type Papers = { application: Paper; receipt: Paper };

// Of the two papers the one that is worse: what was signed and changed since, then what was not printed.
export function worstPaper(papers: Papers | undefined): Paper {
  const both = [papers?.application ?? 'current', papers?.receipt ?? 'current'];
  return both.includes('outdated') ? 'outdated' : both.includes('none') ? 'none' : 'current';
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
  const worst = worstPaper(papers);
  if (worst !== 'outdated' && !(worst === 'none' && also === 'unprinted')) return null;
  return (
    <Alert color="orange" variant="light" mb="md" title={t(`paper.${worst}`)}>
      {worst === 'none' ? t(unprinted(papers)) : t('paper.outdated.text')}
    </Alert>
  );
}

// Which of the two is still to be printed.
function unprinted(papers: Papers | undefined) {
  if (papers?.application !== 'none') return 'paper.none.text.receipt';
  return papers.receipt === 'none' ? 'paper.none.text' : 'paper.none.text.application';
}
