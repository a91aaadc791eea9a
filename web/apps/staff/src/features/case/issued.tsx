// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { shortDateTime } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import type { Application } from './application.ts';

// How a closed case ended: to whom the result was given, by whom, where and when.
export function Issued({ application }: { application: Application }) {
  const { t, language } = useLanguage();
  const { issued, recipient } = application;
  if (!issued) return null;
  const by = [issued.by, issued.branch].filter(Boolean).join(', ');
  const at = shortDateTime(issued.at, language);
  const text = recipient
    ? t('case.issued.to', { name: recipient.name, at, by })
    : t('case.issued', { at, by });
  return (
    <Text span size="sm" c="dimmed">
      {text}
    </Text>
  );
}
