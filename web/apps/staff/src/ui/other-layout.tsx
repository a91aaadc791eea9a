// SPDX-License-Identifier: Apache-2.0
import { Anchor, Text } from '@mantine/core';
import { useT } from '@/lib/language.tsx';

// Nothing was found, and the words make sense in the other layout of the keyboard.
export function OtherLayout({ text, onTake }: { text: string; onTake: () => void }) {
  const t = useT();
  return (
    <Text size="sm" my="xs" role="status">
      {t('intake.otherLayout')}{' '}
      <Anchor component="button" type="button" size="sm" onClick={onTake}>
        {text}
      </Anchor>
    </Text>
  );
}
