// SPDX-License-Identifier: Apache-2.0
import { Anchor, Text } from '@mantine/core';
import { api, take } from '@okno/api';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { documentText } from '@/lib/document-text.ts';
import { useLanguage } from '@/lib/language.tsx';
import { useRight } from '@/lib/session.ts';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import type { Application } from './application.ts';

// The document of the person: its number is hidden until it is to be compared with the one in hand. Showing it opens
// the card, which is recorded.
export function WholeDocument({ applicant }: Pick<Application, 'applicant'>) {
  const { t, language } = useLanguage();
  const maySee = useRight('applicants.view');
  const [asked, setAsked] = useState(false);
  const card = useQuery({
    queryKey: ['applicant', applicant.id],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/v1/applicants/{id}', {
          params: { path: { id: applicant.id }, query: { reason: 'case' } },
          signal,
        }),
      ),
    enabled: asked,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const document = asked ? card.data?.identity_document : undefined;
  if (!applicant.masked_document) return null;
  if (document) {
    return (
      <Text size="sm" component="div" style={{ whiteSpace: 'pre-line' }}>
        {documentText(document, t, language)}
      </Text>
    );
  }
  return (
    <>
      <Text size="sm" component="div">
        {applicant.masked_document}{' '}
        {maySee && (
          <Anchor component="button" type="button" size="sm" onClick={() => setAsked(true)}>
            {t('case.document.show')}
          </Anchor>
        )}
      </Text>
      <ProblemAlert error={card.error} />
    </>
  );
}
