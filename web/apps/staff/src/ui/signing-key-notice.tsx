// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { shortDate } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { daysToExpiry, type SigningKey } from '@/lib/signing-key.ts';
import { Notice } from './notice.tsx';

// `children`: what to do about it.
type SigningKeyNoticeProps = { signingKey: SigningKey; children?: ReactNode };

// What speaks against signing with the key now, or will soon.
export function SigningKeyNotice({ signingKey, children }: SigningKeyNoticeProps) {
  const { t, language } = useLanguage();
  if (signingKey.objection) {
    return (
      <Notice tone="bad" title={t('signingKey.useless', { why: signingKey.objection })}>
        {children}
      </Notice>
    );
  }
  const days = daysToExpiry(signingKey, new Date());
  if (days === undefined) return null;
  return (
    <Notice tone="wait" title={t('signingKey.endsSoon', { count: days })}>
      <Text size="sm">
        {t('signingKey.endsAt', { date: shortDate(signingKey.not_after.slice(0, 10), language) })}
      </Text>
      {children}
    </Notice>
  );
}
