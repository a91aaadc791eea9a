// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { getRouteApi } from '@tanstack/react-router';
import { InquiryPage } from '@/features/inquiries/inquiry-page.tsx';

const route = getRouteApi('/frame/inquiries/$id');

export function InquiryRoute() {
  const { id } = route.useParams();
  return <InquiryPage key={id} id={id} />;
}
