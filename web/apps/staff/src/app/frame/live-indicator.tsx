// SPDX-License-Identifier: Apache-2.0
import { Tooltip } from '@mantine/core';
import { mdiAccessPoint, mdiAccessPointOff, mdiDotsHorizontal } from '@mdi/js';
import { type Connection, useConnection } from '@/lib/events.ts';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import classes from './frame.module.css';

const icons: Record<Connection, string> = {
  live: mdiAccessPoint,
  connecting: mdiDotsHorizontal,
  lost: mdiAccessPointOff,
  refused: mdiAccessPointOff,
};

// Whether lists change by themselves; words only when something is wrong, so that it does not distract.
export function LiveIndicator() {
  const t = useT();
  const connection = useConnection();
  const isOff = connection === 'lost' || connection === 'refused';
  return (
    <Tooltip label={t(`live.${connection}.hint`)} multiline w={260}>
      <span className={classes.live} data-state={connection} role="status">
        <Icon path={icons[connection]} size={18} title={t(`live.${connection}`)} />
        {isOff && <span aria-hidden="true">{t(`live.${connection}`)}</span>}
      </span>
    </Tooltip>
  );
}
