// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { useT } from '@/lib/language.tsx';
import { useRight } from '@/lib/session.ts';
import { TextLink } from '@/ui/text-link.tsx';
import type { SmevMessageCard } from './message-card.ts';

// The case, the inquiry or the agency's card that the message belongs to, for those who may open it.
export function MessageSubject({ subject }: Pick<SmevMessageCard, 'subject'>) {
  const t = useT();
  const mayOpen = {
    application: useRight('applications.view'),
    inquiry: useRight('inquiries.view'),
    registration: useRight('registrations.view'),
  };
  if (!subject) return null;
  const { id, kind } = subject;
  const params = { id };
  return (
    <Text size="sm" component="div">
      {kind === 'application' && mayOpen.application && (
        <TextLink to="/cases/$id" params={params}>
          {t('smev.subject.application')}
        </TextLink>
      )}
      {kind === 'inquiry' && mayOpen.inquiry && (
        <TextLink to="/inquiries/$id" params={params}>
          {t('smev.subject.inquiry')}
        </TextLink>
      )}
      {kind === 'registration' && mayOpen.registration && (
        <TextLink to="/registrations/$id" params={params}>
          {t('smev.subject.registration')}
        </TextLink>
      )}
    </Text>
  );
}
