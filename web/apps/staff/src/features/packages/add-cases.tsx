// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text, TextInput } from '@mantine/core';
import { mdiBarcodeScan, mdiPlus } from '@mdi/js';
import { type FormEvent, useRef, useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { describeProblem } from '@/lib/problem-text.ts';
import { Icon } from '@/ui/icon.tsx';
import { Section } from '@/ui/section.tsx';
import { CandidatesDialog } from './candidates-dialog.tsx';
import classes from './packages.module.css';
import type { Package } from './packages.ts';
import { useAddCases } from './steps.ts';

// What became of a number, the newest first.
type Said = { key: number; text: string; failed: boolean };
const mostSaid = 5;

// Cases are put in by the number on the receipt, typed or scanned, or chosen from a list.
export function AddCases({ pack }: { pack: Package }) {
  const t = useT();
  const add = useAddCases(pack.id);
  const [number, setNumber] = useState('');
  const [said, setSaid] = useState<Said[]>([]);
  const [chooses, setChooses] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // The scanner goes on where it was.
  const closeList = () => {
    setChooses(false);
    field.current?.focus();
  };
  const say = (text: string, failed: boolean) =>
    setSaid((before) =>
      [{ key: (before[0]?.key ?? 0) + 1, text, failed }, ...before].slice(0, mostSaid),
    );
  // The field is free at once: the next receipt may be under the scanner already.
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const asked = number.trim();
    if (!asked) return;
    setNumber('');
    // What was wrong before has been seen.
    setSaid((before) => before.filter(({ failed }) => !failed));
    const known = pack.items.some((item) => item.number === asked);
    try {
      const { items } = await add.mutateAsync({ number: asked });
      const one = items.find((item) => item.number === asked);
      const what = { number: asked, name: one?.applicant_name ?? '' };
      say(known ? t('packages.already', what) : t('packages.added', what), false);
    } catch (error) {
      const { title } = describeProblem(error, t);
      say(title.includes(asked) ? title : `${asked}: ${title}`, true);
    }
  };
  return (
    <Section title={t('packages.add')}>
      <form onSubmit={(event) => void submit(event)}>
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t('packages.byNumber')}
            description={t('packages.byNumber.hint')}
            leftSection={<Icon path={mdiBarcodeScan} size={18} />}
            w="20rem"
            maw="100%"
            maxLength={40}
            autoComplete="off"
            ref={field}
            autoFocus
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <Button
            variant="default"
            leftSection={<Icon path={mdiPlus} size={18} />}
            onClick={() => setChooses(true)}
          >
            {pack.waiting === undefined
              ? t('packages.choose')
              : t('packages.chooseOf', { count: pack.waiting })}
          </Button>
        </Group>
      </form>
      <div role="status" className={classes.said}>
        {said.map(({ key, text, failed }) => (
          <Text key={key} size="sm" c={failed ? 'var(--okno-bad)' : undefined}>
            {text}
          </Text>
        ))}
      </div>
      {chooses && <CandidatesDialog pack={pack} onClose={closeList} />}
    </Section>
  );
}
