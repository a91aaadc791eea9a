// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { mdiShieldCheckOutline } from '@mdi/js';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Notice } from '@/ui/notice.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import type { useVerifyAudit } from './audit-entries.ts';

type Verification = ReturnType<typeof useVerifyAudit>;

export function VerifyButton({ verification }: { verification: Verification }) {
  const t = useT();
  return (
    <Button
      variant="default"
      leftSection={<Icon path={mdiShieldCheckOutline} size={18} />}
      loading={verification.isPending}
      onClick={() => verification.mutate()}
    >
      {t('audit.verify')}
    </Button>
  );
}

export function Verdict({ verification }: { verification: Verification }) {
  const t = useT();
  if (verification.error) {
    return <ProblemAlert error={verification.error} onRetry={() => verification.mutate()} focus />;
  }
  if (!verification.data) return null;
  const { intact, checked, first_broken } = verification.data;
  if (intact) {
    return (
      <Notice role="status" tone="good" title={t('audit.intact')}>
        {t('audit.intact.text', { count: checked })}
      </Notice>
    );
  }
  return (
    <Notice role="alert" tone="bad" title={t('audit.broken')}>
      {t('audit.broken.text', { serial: String(first_broken ?? '?') })}
    </Notice>
  );
}
