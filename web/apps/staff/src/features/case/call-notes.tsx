// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { shortDateTime } from '@/lib/dates.ts';
import { phone } from '@/lib/format.ts';
import { useLanguage } from '@/lib/language.tsx';
import type { Application } from './application.ts';

// What the applicant told the contact centre («придёт жена по доверенности»), for who meets them at the window.
export function CallNotes({ application }: { application: Application }) {
  const { t, language } = useLanguage();
  const { call_notes: notes } = application;
  if (notes.length === 0) return null;
  return (
    <section aria-label={t('case.callNotes')}>
      <Text size="sm" fw={600}>
        {t('case.callNotes')}
      </Text>
      {notes.map(({ at, by, note, wrong_phone }) => (
        <Text key={at} size="sm">
          {wrong_phone && (
            <Text span size="sm" fw={600}>
              {t('case.callNotes.wrongPhone', { phone: phone(wrong_phone) })}{' '}
            </Text>
          )}
          {note}{' '}
          <Text span size="sm" c="dimmed">
            {t('case.callNotes.by', { by, at: shortDateTime(at, language) })}
          </Text>
        </Text>
      ))}
    </section>
  );
}
