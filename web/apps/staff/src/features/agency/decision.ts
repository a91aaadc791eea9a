// SPDX-License-Identifier: Apache-2.0
import { ifMatch, newIdempotencyKey } from '@okno/api';
import { upload } from '@okno/api/upload';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Registration, useRegistrationChanged } from './registration.ts';

export type Outcome = 'positive' | 'negative';
export type Decision = { outcome: Outcome; text: string; files: File[] };

export function useDecide(registration: Registration) {
  const changed = useRegistrationChanged();
  const [share, setShare] = useState(0);
  // One dialog is one decision: repeated after a lost connection it must not be made twice.
  const idempotencyKey = useRef(newIdempotencyKey());
  const mutation = useMutation({
    mutationFn: ({ outcome, text, files }: Decision) =>
      upload<Registration>({
        url: `/api/v1/registrations/${registration.id}/decision`,
        fields: { outcome, text, file: files },
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
