// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { getRouteApi } from '@tanstack/react-router';
import { useAskable } from '@/features/inquiries/asked-agencies.ts';
import { PackagePage } from '@/features/packages/package-page.tsx';
import { useRight } from '@/lib/session.ts';

const route = getRouteApi('/frame/packages/$id');

export function PackageRoute() {
  const { id } = route.useParams();
  const askable = useAskable(useRight('inquiries.view'));
  return <PackagePage key={id} id={id} askable={askable} />;
}
