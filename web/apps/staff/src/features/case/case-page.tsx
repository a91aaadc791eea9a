// SPDX-License-Identifier: Apache-2.0
import { Page } from '@/ui/page.tsx';

export function CasePage({ id }: { id: string }) {
  return <Page title={id} />;
}
