// SPDX-License-Identifier: Apache-2.0
import { Page } from '@/ui/page.tsx';

export function RegistrationPage({ id }: { id: string }) {
  return <Page title={id} />;
}
