// SPDX-License-Identifier: Apache-2.0
import { Page } from '@/ui/page.tsx';

export function RegistrationsPage() {
  return <Page title="RegistrationsPage" />;
}
