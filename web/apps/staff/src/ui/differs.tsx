// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { useT } from '@/lib/language.tsx';

type DiffersProps = { of?: { label: string; known: string }[] };

// What an agency has answered otherwise than the card says: a person finds out which is right.
export function Differs({ of = [] }: DiffersProps) {
  const t = useT();
  return of.map(({ label, known }) => (
    <Text key={label} size="xs" c="var(--okno-wait)">
      {t('inquiry.differs', { label, known })}
    </Text>
  ));
}
