// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Stack, Text } from '@mantine/core';
import { useT } from '@/lib/language.tsx';
import type { Application } from './application.ts';

type ReturnedOriginalsProps = {
  of: Pick<Application, 'originals' | 'result_papers'>;
  returned: string[];
  onChange: (returned: string[]) => void;
};

// The applicant's own papers that stayed with the center, or went to the agency with the courier: those marked stand in the
// receipt.
export function ReturnedOriginals({ of, returned, onChange }: ReturnedOriginalsProps) {
  const t = useT();
  const { originals, result_papers: onPaper } = of;
  const label = t(onPaper ? 'case.issue.originals.onPaper' : 'case.issue.originals');
  if (originals.length === 0) return null;
  const toggle = (item: string, given: boolean) =>
    onChange(given ? [...returned, item] : returned.filter((other) => other !== item));
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <Text size="sm">{label}</Text>
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
