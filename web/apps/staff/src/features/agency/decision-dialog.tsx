// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  Checkbox,
  Group,
  Modal,
  Progress,
  Radio,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { useToast } from '@/ui/toast.tsx';
import { AnswerFiles, retitled } from './answer-files.tsx';
import { type AnswerFile, type Outcome, useDecide } from './decision.ts';
import type { Registration } from './registration.ts';

type DecisionDialogProps = { registration: Registration; onClose: () => void };

export function DecisionDialog({ registration, onClose }: DecisionDialogProps) {
  const t = useT();
  const toast = useToast();
  const decide = useDecide(registration);
  const [outcome, setOutcome] = useState<Outcome>();
  const [grounds, setGrounds] = useState<string[]>([]);
  const [files, setFiles] = useState<AnswerFile[]>([]);
  // A long text survives a reload; the browser forgets it when the window is closed.
  const [text, setText, forgetText] = useSessionStorage({
    key: `okno.decision.${registration.id}`,
    defaultValue: '',
  });
  const choose = (next: Outcome) => {
    setOutcome(next);
    setFiles((before) => retitled(before, next, registration, t));
  };
  const refusing = outcome === 'negative';
  const named = files.every(({ title }) => title.trim());
  const reasoned = text.trim() !== '' || (refusing && grounds.length > 0);
  const ready = outcome !== undefined && reasoned && named;
  const submit = () => {
    if (!ready) return;
    decide.mutate(
      { outcome, text: text.trim(), grounds: refusing ? grounds : [], files },
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
            onChange={(value) => choose(value as Outcome)}
            required
          >
            <Stack gap="xs" mt={4}>
              <Radio value="positive" label={t('agency.outcome.positive')} data-autofocus />
              <Radio value="negative" label={t('agency.outcome.negative')} />
            </Stack>
          </Radio.Group>
          {refusing && (registration.refusal_grounds ?? []).length > 0 && (
            <Checkbox.Group label={t('agency.grounds')} value={grounds} onChange={setGrounds}>
              <Stack gap="xs" mt={4}>
                {registration.refusal_grounds?.map((ground) => (
                  <Checkbox key={ground} value={ground} label={ground} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <Textarea
            label={t('agency.decisionText')}
            description={refusing ? t('agency.text.negative') : t('agency.text.positive')}
            autosize
            minRows={4}
            maxRows={12}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            required={!refusing || grounds.length === 0}
          />
          <AnswerFiles
            registration={registration}
            outcome={outcome}
            files={files}
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
              <Button type="submit" disabled={!ready} loading={decide.isPending}>
                {t('agency.decide.action')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
