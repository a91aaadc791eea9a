// SPDX-License-Identifier: Apache-2.0
import { getRouteApi } from '@tanstack/react-router';
import { ApplicantPage } from '@/features/applicants/applicant-page.tsx';

const route = getRouteApi('/frame/applicants/$id');

export function ApplicantRoute() {
  const { id } = route.useParams();
  return <ApplicantPage key={id} id={id} />;
}
