// SPDX-License-Identifier: Apache-2.0
import { getRouteApi } from '@tanstack/react-router';
import { CasePage } from '@/features/case/case-page.tsx';
import { useRight } from '@/lib/session.ts';
import { CaseMessages } from './case-messages.tsx';

const route = getRouteApi('/frame/cases/$id');

export function CaseRoute() {
  const { id } = route.useParams();
  const maySeeExchange = useRight('exchange.view');
  const messages = maySeeExchange ? <CaseMessages subject={id} /> : undefined;
  return <CasePage key={id} id={id} messages={messages} />;
}
