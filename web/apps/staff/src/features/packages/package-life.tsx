// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { mdiCheck, mdiCircleOutline, mdiCircleSlice8 } from '@mdi/js';
import type { ReactNode } from 'react';
import { shortDate, shortDateTime } from '@/lib/dates.ts';
import { type Language, type T, useLanguage } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import classes from './packages.module.css';
import type { Package, PackageState } from './packages.ts';

const roads: Record<Package['direction'], PackageState[]> = {
  to_agency: ['draft', 'ready', 'sent', 'delivered'],
  from_agency: ['draft', 'done'],
};

// The steps of its life, those behind with who and when. A package given up has only its end.
export function PackageLife({ pack }: { pack: Package }) {
  const { t, language } = useLanguage();
  const road = roadOf(pack);
  const at = road.indexOf(pack.state);
  return (
    <ol className={classes.life} aria-label={t('packages.life')}>
      {road.map((state, index) => {
        const isBehind = index < at || index === road.length - 1;
        return (
          <li
            key={state}
            className={classes.step}
            aria-current={index === at ? 'step' : undefined}
            data-ahead={index > at || undefined}
          >
            <Icon path={iconOf(index - at, isBehind)} size={18} />
            <div>
              <span className={classes.stepName}>{t(`packages.state.${state}`)}</span>
              {index <= at && (
                <Text size="xs" c="dimmed" component="div">
                  {noteOf(state, pack, t, language)}
                </Text>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function roadOf({ state, direction }: Package): PackageState[] {
  if (state === 'dissolved') return ['draft', 'dissolved'];
  if (state === 'returned' || state === 'lost') return ['draft', 'ready', 'sent', state];
  return roads[direction];
}

function iconOf(distance: number, isBehind: boolean) {
  if (distance > 0) return mdiCircleOutline;
  return isBehind ? mdiCheck : mdiCircleSlice8;
}

function noteOf(state: PackageState, pack: Package, t: T, language: Language): ReactNode {
  const { run, received_on, incoming_number, ended_at, ended_by, end_reason } = pack;
  switch (state) {
    case 'draft':
      return [pack.created_by, shortDateTime(pack.created_at, language)].join(', ');
    case 'ready':
      // Later the next step tells it.
      return pack.state === 'ready' && run && <RunLink run={run} />;
    case 'sent':
      return (
        <span className={classes.named}>
          {pack.sent_at && <span>{shortDateTime(pack.sent_at, language)}</span>}
          {run && <RunLink run={run} />}
        </span>
      );
    case 'delivered':
      return (
        <>
          {[
            received_on && shortDate(received_on, language),
            incoming_number && t('packages.incoming', { number: incoming_number }),
          ]
            .filter(Boolean)
            .join(', ')}
          <Corrected pack={pack} />
        </>
      );
    default: {
      const done = [ended_by, ended_at && shortDateTime(ended_at, language)];
      return [done.filter(Boolean).join(', '), end_reason].filter(Boolean).join(': ');
    }
  }
}

function Corrected({ pack: { corrected_at, corrected_by = '' } }: { pack: Package }) {
  const { t, language } = useLanguage();
  if (!corrected_at) return null;
  const at = shortDateTime(corrected_at, language);
  return <div>{t('packages.corrected', { name: corrected_by, at })}</div>;
}

function RunLink({ run }: { run: NonNullable<Package['run']> }) {
  const { t } = useLanguage();
  return (
    <TextLink to="/courier-runs/$id" params={{ id: run.id }} size="xs">
      {t('packages.runNumber', { number: run.number })}
    </TextLink>
  );
}
