// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { DueDay } from '@/ui/term-left.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import { DeliveryOf } from './delivery-dialog.tsx';
import { PackageStatePill } from './package-state.tsx';
import classes from './packages.module.css';
import type { PackageLine } from './packages.ts';
import { whereTo } from './where-to.ts';

type RunPackagesProps = {
  items: PackageLine[];
  // Of a run being put together: which of them go.
  choice?: { ids: ReadonlySet<string>; onChange: (id: string, goes: boolean) => void };
  // Of one on its way: what the agency has signed for is noted here.
  delivers?: boolean;
};

export function RunPackages({ items, choice, delivers }: RunPackagesProps) {
  const t = useT();
  const [delivered, setDelivered] = useState<string>();
  return (
    <>
      <ul className={classes.packages} aria-label={t('packages.run.packages')}>
        {items.map((one) => (
          <li key={one.id} className={classes.package}>
            {choice && (
              <Checkbox
                aria-label={t('packages.run.takes', { number: one.number })}
                checked={choice.ids.has(one.id)}
                onChange={(event) => choice.onChange(one.id, event.currentTarget.checked)}
              />
            )}
            <div className={classes.packageWords}>
              <span className={classes.named}>
                <TextLink to="/packages/$id" params={{ id: one.id }}>
                  {one.number}
                </TextLink>
                <span>{whereTo(one)}</span>
              </span>
              <Text size="sm" c="dimmed" component="div" className={classes.packageNote}>
                {t('packages.casesCount', { count: one.cases })}
                <DueDay day={one.due} />
              </Text>
            </div>
            {!choice && <PackageStatePill state={one.state} />}
            {delivers && one.state === 'sent' && (
              <Button
                size="xs"
                variant="default"
                aria-label={t('packages.deliverOf', { number: one.number })}
                onClick={() => setDelivered(one.id)}
              >
                {t('packages.deliver')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {delivered && <DeliveryOf id={delivered} onClose={() => setDelivered(undefined)} />}
    </>
  );
}
