// SPDX-License-Identifier: Apache-2.0
import { ifMatch, newIdempotencyKey } from '@okno/api';
import { upload } from '@okno/api/upload';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Registration, useRegistrationChanged } from './registration.ts';

export type Outcome = 'positive' | 'negative';
// A document of the answer under the name the receipt will give it.
export type AnswerFile = { file: File; title: string };
export type Decision = { outcome: Outcome; text: string; grounds: string[]; files: AnswerFile[] };

// Whether the file could go with the decision; nothing is kept.
export function checkFile(
  { id }: Registration,
  file: File,
  signal: AbortSignal,
  onProgress: (share: number) => void,
) {
  return upload<void>({
    url: `/api/v1/registrations/${id}/file-checks`,
    fields: { file },
    signal,
    onProgress,
  });
}

export function useDecide(registration: Registration) {
  const changed = useRegistrationChanged();
  const [share, setShare] = useState(0);
  // One dialog is one decision: repeated after a lost connection it must not be made twice.
  const idempotencyKey = useRef(newIdempotencyKey());
  const mutation = useMutation({
    mutationFn: ({ outcome, text, grounds, files }: Decision) =>
      upload<Registration>({
        url: `/api/v1/registrations/${registration.id}/decision`,
        fields: {
          outcome,
          text,
          ground: grounds,
          title: files.map(({ title }) => title.trim()),
          file: files.map(({ file }) => file),
        },
        headers: {
          'If-Match': ifMatch(registration.version),
          'Idempotency-Key': idempotencyKey.current,
        },
        onProgress: setShare,
      }),
    onSuccess: changed,
  });
  return { ...mutation, share };
}
