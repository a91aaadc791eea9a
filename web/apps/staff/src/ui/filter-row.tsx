// SPDX-License-Identifier: Apache-2.0
import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '@/lib/language.tsx';

type FilterRowProps = { label: string; active: boolean; onReset: () => void; children: ReactNode };

// The filters of a list, reading as a sentence.
export function FilterRow({ label, active, onReset, children }: FilterRowProps) {
  const t = useT();
  return (
    <Group gap="xs" role="search" aria-label={label}>
      {children}
      {active && (
        <Button size="xs" variant="subtle" onClick={onReset}>
          {t('action.reset')}
        </Button>
      )}
    </Group>
  );
}
