// SPDX-License-Identifier: Apache-2.0
import { Progress, Radio, Stack, Textarea } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useKeptInput } from '@/lib/kept-input.ts';
import { useT } from '@/lib/language.tsx';
import { FormDialog } from '@/ui/form-dialog.tsx';
import { Notice } from '@/ui/notice.tsx';
import { useToast } from '@/ui/toast.tsx';
import { AnswerFiles, retitled } from './answer-files.tsx';
import { type AnswerFile, type Outcome, useDecide } from './decision.ts';
import { ownGround, RefusalGrounds } from './refusal-grounds.tsx';
import type { Registration } from './registration.ts';

type DecisionDialogProps = { registration: Registration; onClose: () => void };

export function DecisionDialog({ registration, onClose }: DecisionDialogProps) {
  const t = useT();
  const toast = useToast();
  const decide = useDecide(registration);
  const kept = `agency.decision.${registration.id}.${registration.version}`;
  const [outcome, setOutcome] = useKeptInput<Outcome | undefined>(
    `${kept}.outcome`,
    () => undefined,
  );
  const [grounds, setGrounds] = useKeptInput<string[]>(`${kept}.grounds`, () => []);
  const [files, setFiles] = useKeptInput<AnswerFile[]>(`${kept}.files`, () => []);
  // A long text survives a reload; the browser forgets it when the window is closed.
  const [text, setText, forgetText] = useSessionStorage({
    key: `okno.decision.${registration.id}`,
    defaultValue: '',
  });
  const choose = (next: Outcome) => {
    setOutcome(next);
    setFiles((before) => retitled(before, next, registration, t));
  };
  const offered = registration.refusal_grounds ?? [];
  const refusing = outcome === 'negative';
  const choosing = refusing && offered.length > 0;
  const inWords = !choosing || grounds.includes(ownGround);
  const missing = missingOf({
    outcome: outcome === undefined,
    ground: choosing && grounds.length === 0,
    text: inWords && text.trim() === '',
    document: refusing && files.length === 0,
    title: files.some(({ title }) => title.trim() === ''),
  });
  const ready = outcome !== undefined && missing === undefined;
  const submit = () => {
    const named = choosing ? grounds.filter((ground) => ground !== ownGround) : [];
    return decide.mutateAsync({
      outcome: outcome ?? 'negative',
      text: text.trim(),
      grounds: named,
      files,
    });
  };

  return (
    <FormDialog
      title={t('agency.decide.title')}
      size="lg"
      action={t('agency.decide.action')}
      ready={ready}
      hint={missing ? t(`agency.missing.${missing}`) : t('agency.decide.hint')}
      step={decide}
      isFinal
      onSubmit={submit}
      onDone={() => {
        forgetText();
        toast.done(t('agency.decided'));
        onClose();
      }}
      onClose={onClose}
    >
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
      {choosing && <RefusalGrounds offered={offered} chosen={grounds} onChange={setGrounds} />}
      <Textarea
        label={t('agency.decisionText')}
        description={refusing ? t('agency.text.negative') : t('agency.text.positive')}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        required={inWords}
      />
      <AnswerFiles
        registration={registration}
        outcome={outcome}
        files={files}
        onChange={setFiles}
      />
      {outcome === 'positive' && files.length === 0 && (
        <Notice tone="wait" title={t('agency.noDocument')} />
      )}
      {decide.isPending && files.length > 0 && (
        <Progress value={decide.share * 100} aria-label={t('agency.sendingFiles')} />
      )}
    </FormDialog>
  );
}

// The first thing that the decision still wants.
function missingOf<Name extends string>(wants: Record<Name, boolean>): Name | undefined {
  return (Object.keys(wants) as Name[]).find((name) => wants[name]);
}
