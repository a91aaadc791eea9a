// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Checkbox, Popover, Stack, Tooltip } from '@mantine/core';
import { mdiViewColumnOutline } from '@mdi/js';
import { useT } from '@/lib/language.tsx';
import { Icon } from '../icon.tsx';

export type ColumnChoice = { id: string; title: string; shown: boolean; toggle: () => void };

export function ColumnMenu({ choices }: { choices: ColumnChoice[] }) {
  const t = useT();
  return (
    <Popover position="bottom-end" shadow="md" withinPortal>
      <Popover.Target>
        <Tooltip label={t('grid.columns')}>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('grid.columns')}>
            <Icon path={mdiViewColumnOutline} size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {choices.map((choice) => (
            <Checkbox
              key={choice.id}
              size="sm"
              label={choice.title}
              checked={choice.shown}
              onChange={choice.toggle}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
