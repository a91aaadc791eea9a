// SPDX-License-Identifier: Apache-2.0
import { Radio, Stack, Textarea } from '@mantine/core';
import { besidesFields, fieldProblem } from '@/lib/field-problems.ts';
import { useKeptInput } from '@/lib/kept-input.ts';
import { useT } from '@/lib/language.tsx';
import { FormDialog } from '@/ui/form-dialog.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { Package } from './packages.ts';
import { useReturn } from './steps.ts';

const ends = ['returned', 'lost'] as const;
type Typed = { end: (typeof ends)[number]; reason: string };

// A package that has not reached its agency: the courier has it back, or nobody has.
export function ReturnDialog({ pack, onClose }: { pack: Package; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const giveBack = useReturn(pack);
  const [{ end, reason }, setTyped] = useKeptInput<Typed>(
    `package.return.${pack.id}.${pack.version}`,
    () => ({ end: 'returned', reason: '' }),
  );
  return (
    <FormDialog
      title={t('packages.return.title', { number: pack.number })}
      action={t('packages.return.action')}
      ready={reason.trim() !== ''}
      step={giveBack}
      problem={<ProblemAlert error={besidesFields(giveBack.error, ['/reason'])} kept focus />}
      onSubmit={() => giveBack.mutateAsync({ lost: end === 'lost', reason: reason.trim() })}
      onDone={() => {
        toast.done(t('packages.return.done'));
        onClose();
      }}
      onClose={onClose}
    >
      <Radio.Group
        label={t('packages.return.what')}
        value={end}
        onChange={(value) =>
          setTyped((before) => ({ ...before, end: value === 'lost' ? 'lost' : 'returned' }))
        }
      >
        <Stack gap="xs" mt={4}>
          {ends.map((name) => (
            <Radio
              key={name}
              value={name}
              label={t(`packages.return.${name}`)}
              description={t(`packages.return.${name}.text`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('packages.return.reason')}
        description={t('packages.return.reason.hint')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        required
        data-autofocus
        value={reason}
        error={fieldProblem(giveBack.error, '/reason')}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped((before) => ({ ...before, reason: text }));
        }}
      />
    </FormDialog>
  );
}
