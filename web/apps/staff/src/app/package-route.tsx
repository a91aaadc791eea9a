// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { getRouteApi } from '@tanstack/react-router';
import { PackagePage } from '@/features/packages/package-page.tsx';

const route = getRouteApi('/frame/packages/$id');

export function PackageRoute() {
  const { id } = route.useParams();
  return <PackagePage key={id} id={id} />;
}
