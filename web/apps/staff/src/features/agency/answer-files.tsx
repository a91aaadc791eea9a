// SPDX-License-Identifier: Apache-2.0
import { CloseButton, Group, Input, Text, TextInput } from '@mantine/core';
import { useId } from 'react';
import { shortDate, today } from '@/lib/dates.ts';
import { largestFile } from '@/lib/file-limits.ts';
import { fileSize } from '@/lib/format.ts';
import { type T, useLanguage } from '@/lib/language.tsx';
import type { UploadFile } from '@/lib/uploads.ts';
import { FileDrop } from '@/ui/file-drop.tsx';
import { type AnswerFile, checkFile, type Outcome } from './decision.ts';
import type { Registration } from './registration.ts';

type AnswerFilesProps = {
  registration: Registration;
  outcome?: Outcome;
  files: AnswerFile[];
  onChange: (change: (files: AnswerFile[]) => AnswerFile[]) => void;
};

const mostFiles = 5;
const outcomes = ['positive', 'negative'] as const;

// The documents that go with the decision. Each is checked as soon as it is chosen, and named as the
// applicant's receipt will name it.
export function AnswerFiles({ registration, outcome, files, onChange }: AnswerFilesProps) {
  const { t, language } = useLanguage();
  const id = useId();
  const check: UploadFile = async (file, { signal, onProgress }) => {
    await checkFile(registration, file, signal, onProgress);
    onChange((before) =>
      before.length < mostFiles
        ? [...before, { file, title: titleOf(before.length, outcome, registration, t) }]
        : before,
    );
  };
  const rename = (changed: AnswerFile, title: string) =>
    onChange((before) => before.map((one) => (one === changed ? { ...one, title } : one)));
  return (
    <div role="group" aria-labelledby={id}>
      <Input.Label id={id} labelElement="div" required={outcome === 'negative'}>
        {t('agency.answerFiles')}
      </Input.Label>
      <Input.Description mb={4}>
        {t('agency.answerFiles.hint', { most: mostFiles, size: fileSize(largestFile, language) })}
      </Input.Description>
      {files.map((one) => (
        <Group key={one.file.name} gap="xs" wrap="nowrap" align="flex-end" mb="xs">
          <TextInput
            flex={1}
            label={t('agency.answerFile.title', { name: one.file.name })}
            value={one.title}
            maxLength={500}
            required
            // A name nobody typed gives way to what is typed instead of joining it.
            onFocus={(event) => {
              if (isOffered(one.title, registration, t)) event.currentTarget.select();
            }}
            onChange={(event) => rename(one, event.currentTarget.value)}
          />
          <Text size="xs" c="dimmed" pb={8}>
            {fileSize(one.file.size, language)}
          </Text>
          <CloseButton
            mb={4}
            aria-label={t('file.remove', { name: one.file.name })}
            onClick={() => onChange((before) => before.filter((other) => other !== one))}
          />
        </Group>
      ))}
      {files.length < mostFiles && (
        <FileDrop label={t('agency.answerFiles')} multiple maxBytes={largestFile} upload={check} />
      )}
    </div>
  );
}

// The first is the decision itself; what goes with it has names of its own.
function titleOf(at: number, outcome: Outcome | undefined, { number }: Registration, t: T) {
  if (at > 0 || !outcome) return '';
  return t(`agency.answerFile.${outcome}`, { number, date: shortDate(today(), 'ru') });
}

function isOffered(title: string, registration: Registration, t: T) {
  return outcomes.some((one) => titleOf(0, one, registration, t) === title);
}

// After the outcome has been chosen anew: a name nobody typed follows it.
export function retitled(files: AnswerFile[], outcome: Outcome, registration: Registration, t: T) {
  return files.map((one, at) =>
    at === 0 && (one.title === '' || isOffered(one.title, registration, t))
      ? { ...one, title: titleOf(0, outcome, registration, t) }
      : one,
  );
}
