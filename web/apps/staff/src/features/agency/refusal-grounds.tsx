// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Stack } from '@mantine/core';
import { useT } from '@/lib/language.tsx';

// A ground of the officer's own, told in the text.
export const ownGround = 'own';

type RefusalGroundsProps = {
  // Of the rules of the service.
  offered: string[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
};

// On what the refusal rests: at least one, of the rules or in words of one's own.
export function RefusalGrounds({ offered, chosen, onChange }: RefusalGroundsProps) {
  const t = useT();
  return (
    <Checkbox.Group label={t('agency.grounds')} value={chosen} onChange={onChange} required>
      <Stack gap="xs" mt={4}>
        {offered.map((ground) => (
          <Checkbox key={ground} value={ground} label={ground} />
        ))}
        <Checkbox value={ownGround} label={t('agency.grounds.own')} />
      </Stack>
    </Checkbox.Group>
  );
}
