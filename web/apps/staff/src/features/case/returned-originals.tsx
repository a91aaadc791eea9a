// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Stack, Text } from '@mantine/core';
import { useT } from '@/lib/language.tsx';
import type { Application } from './application.ts';

type ReturnedOriginalsProps = {
  originals: Application['originals'];
  returned: string[];
  onChange: (returned: string[]) => void;
};

// The applicant's own papers that stayed with the center: those marked stand in the receipt.
export function ReturnedOriginals({ originals, returned, onChange }: ReturnedOriginalsProps) {
  const t = useT();
  if (originals.length === 0) return null;
  const toggle = (item: string, given: boolean) =>
    onChange(given ? [...returned, item] : returned.filter((other) => other !== item));
  return (
    <Stack gap="xs" role="group" aria-label={t('case.issue.originals')}>
      <Text size="sm">{t('case.issue.originals')}</Text>
      {originals.map(({ item, title }) => (
        <Checkbox
          key={item}
          label={title}
          checked={returned.includes(item)}
          onChange={(event) => toggle(item, event.currentTarget.checked)}
        />
      ))}
    </Stack>
  );
}
