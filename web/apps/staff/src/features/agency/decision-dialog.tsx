// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Progress, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { FilePicker } from '@/ui/file-picker.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { useToast } from '@/ui/toast.tsx';
import { type Outcome, useDecide } from './decision.ts';
import type { Registration } from './registration.ts';

type DecisionDialogProps = { registration: Registration; onClose: () => void };

const mostFiles = 5;

export function DecisionDialog({ registration, onClose }: DecisionDialogProps) {
  const t = useT();
  const toast = useToast();
  const decide = useDecide(registration);
  const [outcome, setOutcome] = useState<Outcome>();
  const [files, setFiles] = useState<File[]>([]);
  // A long text survives a reload; the browser forgets it when the window is closed.
  const [text, setText, forgetText] = useSessionStorage({
    key: `okno.decision.${registration.id}`,
    defaultValue: '',
  });
  const submit = () => {
    if (!outcome || !text.trim()) return;
    decide.mutate(
      { outcome, text: text.trim(), files },
      {
        onSuccess: () => {
          forgetText();
          toast.done(t('agency.decided'));
          onClose();
        },
      },
    );
  };

  return (
    <Modal opened onClose={onClose} title={t('agency.decide.title')} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <Radio.Group
            label={t('agency.outcome')}
            value={outcome ?? null}
            onChange={(value) => setOutcome(value as Outcome)}
            required
          >
            <Stack gap="xs" mt={4}>
              <Radio value="positive" label={t('agency.outcome.positive')} data-autofocus />
              <Radio value="negative" label={t('agency.outcome.negative')} />
            </Stack>
          </Radio.Group>
          <Textarea
            label={t('agency.decisionText')}
            description={
              outcome === 'negative' ? t('agency.text.negative') : t('agency.text.positive')
            }
            autosize
            minRows={4}
            maxRows={12}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            required
          />
          <FilePicker
            label={t('agency.answerFiles')}
            note={t('agency.answerFiles.hint', { most: mostFiles })}
            files={files}
            most={mostFiles}
            onChange={setFiles}
          />
          <ProblemAlert error={decide.error} kept focus />
          {decide.isPending && files.length > 0 && (
            <Progress value={decide.share * 100} aria-label={t('agency.sendingFiles')} />
          )}
          <Group justify="space-between">
            <Text size="xs" c="dimmed" maw="18rem">
              {t('agency.decide.hint')}
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('action.cancel')}
              </Button>
              <Button type="submit" disabled={!outcome || !text.trim()} loading={decide.isPending}>
                {t('agency.decide.action')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
