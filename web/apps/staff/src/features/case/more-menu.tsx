// SPDX-License-Identifier: Apache-2.0
import { Button, Menu, Text } from '@mantine/core';
import { mdiChevronDown } from '@mdi/js';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import type { ActionName, NextAction } from './application.ts';

type MoreMenuProps = { actions: NextAction[]; onRun: (action: ActionName) => void };

// What is not allowed stays reachable, to say why.
export function MoreMenu({ actions, onRun }: MoreMenuProps) {
  const t = useT();
  return (
    <Menu position="bottom-end" width="20rem" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" rightSection={<Icon path={mdiChevronDown} size={18} />}>
          {t('case.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(({ action, allowed, why_not }) => (
          <Menu.Item
            key={action}
            aria-disabled={!allowed || undefined}
            closeMenuOnClick={allowed}
            c={colourOf(action, allowed)}
            onClick={() => allowed && onRun(action)}
          >
            {t(`case.action.${action}`)}
            {!allowed && (
              <Text size="xs" component="div">
                {why_not}
              </Text>
            )}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

// What cannot be taken back.
const final: ActionName[] = ['refuse', 'withdraw', 'delete'];

function colourOf(action: ActionName, allowed: boolean) {
  if (!allowed) return 'dimmed';
  return final.includes(action) ? 'var(--mantine-color-error)' : undefined;
}
