// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { useQuery } from '@tanstack/react-query';
import { useT } from '@/lib/language.tsx';
import { signingKeyQuery } from '@/lib/signing-key.ts';
import { SigningKeyNotice } from '@/ui/signing-key-notice.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import classes from './frame.module.css';

// On every page while one's own key to sign with ends soon or has ended: a new one takes days to get.
export default function SigningKeyBanner() {
  const t = useT();
  const key = useQuery({ ...signingKeyQuery, staleTime: Number.POSITIVE_INFINITY }).data;
  if (!key) return null;
  return (
    <div className={classes.banner}>
      <SigningKeyNotice signingKey={key}>
        <TextLink to="/account" size="sm">
          {t('signingKey.renew')}
        </TextLink>
      </SigningKeyNotice>
    </div>
  );
}
