// SPDX-License-Identifier: Apache-2.0
import { getRouteApi } from '@tanstack/react-router';
import { CasePage } from '@/features/case/case-page.tsx';

const route = getRouteApi('/frame/cases/$id');

export function CaseRoute() {
  const { id } = route.useParams();
  return <CasePage key={id} id={id} />;
}
