// SPDX-License-Identifier: Apache-2.0
import { Alert } from '@mantine/core';
import { useT } from '@/lib/language.tsx';

type Paper = 'none' | 'current' | 'outdated';

// What the applicant signed, or did not, differs from what the case says: who goes on must know.
export function PaperWarning({
  papers,
  also,
}: {
  papers: { application: Paper; receipt: Paper } | undefined;
  // That nothing was printed at all is worth a word only while the applicant stands here.
  also?: 'unprinted';
}) {
  const t = useT();
  const worst = papers?.application;
  if (worst !== 'outdated' && !(worst === 'none' && also === 'unprinted')) return null;
  return (
    <Alert color="orange" variant="light" mb="md" title={t(`paper.${worst}`)}>
      {t(`paper.${worst}.text`)}
    </Alert>
  );
}
