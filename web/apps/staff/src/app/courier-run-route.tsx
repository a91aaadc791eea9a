// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { getRouteApi } from '@tanstack/react-router';
import { RunPage } from '@/features/packages/run-page.tsx';

const route = getRouteApi('/frame/courier-runs/$id');

export function CourierRunRoute() {
  const { id } = route.useParams();
  return <RunPage key={id} id={id} />;
}
