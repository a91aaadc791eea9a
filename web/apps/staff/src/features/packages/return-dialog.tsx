// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { besidesFields, fieldProblem } from '@/lib/field-problems.ts';
import { useKeptInput } from '@/lib/kept-input.ts';
import { useT } from '@/lib/language.tsx';
import { useOneAtATime } from '@/lib/one-at-a-time.ts';
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
  const oneAtATime = useOneAtATime();
  const [{ end, reason }, setTyped] = useKeptInput<Typed>(
    `package.return.${pack.id}.${pack.version}`,
    () => ({ end: 'returned', reason: '' }),
  );
  const submit = () => {
    if (!reason.trim()) return;
    oneAtATime((again) =>
      giveBack.mutate(
        { lost: end === 'lost', reason: reason.trim() },
        {
          onSuccess: () => {
            toast.done(t('packages.return.done'));
            onClose();
          },
          onError: again,
        },
      ),
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('packages.return.title', { number: pack.number })}
      closeOnClickOutside={false}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
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
          <ProblemAlert error={besidesFields(giveBack.error, ['/reason'])} kept focus />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" disabled={!reason.trim()} loading={giveBack.isPending}>
              {t('packages.return.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
