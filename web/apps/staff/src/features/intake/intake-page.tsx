// SPDX-License-Identifier: Apache-2.0
import { useT } from '@/lib/language.tsx';
import { Page } from '@/ui/page.tsx';

export function IntakePage() {
  const t = useT();
  return <Page title={t('section.intake')} />;
}
