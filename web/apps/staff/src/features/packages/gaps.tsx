// SPDX-License-Identifier: Apache-2.0
import { List, Text } from '@mantine/core';
import { useT } from '@/lib/language.tsx';
import { useConfirm } from '@/ui/confirm-dialog.tsx';
import { worstPaper } from '@/ui/paper-warning.tsx';
import type { PackageCase } from './packages.ts';

// Codes of documents that a published message type brings; unknown while the types are not there.
export type Askable = ReadonlySet<string> | undefined;

// What the papers of a case lack though no rule forbids them to go: as the dialog of sending says it of an electronic case.
function gapsOf(one: PackageCase, askable: Askable) {
  const { papers, unasked = [], inquiries_waiting: waiting = 0 } = one;
  const isAskable = ({ code }: { code: string }) => askable?.has(code) ?? true;
  return {
    paper: worstPaper(papers),
    unasked: unasked.filter(isAskable),
    beyond: unasked.filter((document) => !isAskable(document)),
    waiting,
  };
}

// The same under the case, before it goes.
export function Gaps({ one, askable }: { one: PackageCase; askable: Askable }) {
  const t = useT();
  const { paper, unasked, beyond, waiting } = gapsOf(one, askable);
  const named = (documents: { title: string }[]) => documents.map(({ title }) => title).join('; ');
  const lines = [
    paper !== 'current' && t(`paper.${paper}`),
    unasked.length > 0 &&
      `${t('packages.gaps.unasked', { count: unasked.length })}: ${named(unasked)}`,
    beyond.length > 0 && `${t('packages.gaps.beyond', { count: beyond.length })}: ${named(beyond)}`,
    waiting > 0 && t('packages.gaps.waiting', { count: waiting }),
  ].filter((line) => line !== false);
  return lines.map((line) => (
    <Text key={line} size="sm" c="var(--okno-wait)" component="span" display="block">
      {line}
    </Text>
  ));
}

// Whether the package goes as it is; asked only where something lacks.
export function useGapsQuestion() {
  const t = useT();
  const confirm = useConfirm();
  return async (items: PackageCase[], askable: Askable): Promise<boolean> => {
    const gaps = items.map((one) => gapsOf(one, askable));
    const casesWith = (paper: string) => gaps.filter((gap) => gap.paper === paper).length;
    const sum = (of: (gap: (typeof gaps)[number]) => number) =>
      gaps.reduce((total, gap) => total + of(gap), 0);
    const counts = {
      outdated: casesWith('outdated'),
      none: casesWith('none'),
      unasked: sum(({ unasked }) => unasked.length),
      beyond: sum(({ beyond }) => beyond.length),
      waiting: sum(({ waiting }) => waiting),
    };
    const names = ['outdated', 'none', 'unasked', 'beyond', 'waiting'] as const;
    const found = names.filter((name) => counts[name] > 0);
    if (found.length === 0) return true;
    return confirm({
      title: t('packages.gaps.title'),
      text: (
        <>
          <List size="sm" mb="xs">
            {found.map((name) => (
              <List.Item key={name}>
                {t(`packages.gaps.${name}`, { count: counts[name] })}
              </List.Item>
            ))}
          </List>
          {t('packages.gaps.text')}
        </>
      ),
      action: t('packages.ready.anyway'),
      unlikely: true,
    });
  };
}
