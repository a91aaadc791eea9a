// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { getRouteApi } from '@tanstack/react-router';
import { RegistrationPage } from '@/features/agency/registration-page.tsx';

const route = getRouteApi('/frame/registrations/$id');

export function RegistrationRoute() {
  const { id } = route.useParams();
  return <RegistrationPage key={id} id={id} />;
}
