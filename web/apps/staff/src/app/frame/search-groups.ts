// SPDX-License-Identifier: Apache-2.0
import {
  mdiAccountOutline,
  mdiFileDocumentOutline,
  mdiFileSearchOutline,
  mdiFormatListBulleted,
  mdiInboxArrowDownOutline,
} from '@mdi/js';
import { api, take } from '@okno/api';
import { hasCode } from '@okno/api/problem';
import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { isCaseNumber } from '@/lib/case-number.ts';
import { shortDate } from '@/lib/dates.ts';
import { type Language, type T, useLanguage } from '@/lib/language.tsx';
import { mayTakeIn, useSession } from '@/lib/session.ts';

export type SearchItem = { id: string; title: string; note?: string; open: () => void };
export type SearchGroup = { title: string; icon: string; items: SearchItem[] };

const shown = 5;

function join(parts: (string | undefined)[]) {
  return parts.filter(Boolean).join(' · ');
}

type Found = Omit<SearchItem, 'open'> & { key: string };

async function findApplicants(q: string, language: Language): Promise<Found[]> {
  const query = { q, limit: shown };
  const { items } = await take(api.GET('/api/v1/applicants', { params: { query } }));
  return items.map((row) => ({
    id: `applicant ${row.id}`,
    key: row.id,
    title: row.display_name,
    note: join([
      row.birth_date && shortDate(row.birth_date, language),
      row.masked_document,
      row.address_city,
    ]),
  }));
}

async function findApplications(q: string): Promise<Found[]> {
  const query = { q, list: 'all', limit: shown } as const;
  const { items } = await take(api.GET('/api/v1/applications', { params: { query } }));
  return items.map((row) => ({
    id: `application ${row.id}`,
    key: row.id,
    title: join([row.number, row.applicant_name]),
    note: row.service_name,
  }));
}

// Of another branch only by the whole number of the receipt: its state, and the case itself when its result may be handed
// out here.
async function findStates(q: string, _: Language, t: T): Promise<Found[]> {
  if (!isCaseNumber(q)) return [];
  const params = { path: { number: q.trim() } };
  const state = await take(api.GET('/api/v1/application-states/{number}', { params })).catch(
    (error) => {
      if (hasCode(error, 'applications.number_unknown')) return undefined;
      throw error;
    },
  );
  if (!state) return [];
  return [
    {
      id: `state ${state.number}`,
      key: state.id ?? state.number,
      title: join([state.number, state.branch_name]),
      note: join([
        state.service_name,
        state.may_be_issued_here ? t('search.issuedHere') : undefined,
      ]),
    },
  ];
}

// By the number only, «P/26/23»: its letter is a Russian one to who hears it.
async function findInquiries(q: string): Promise<Found[]> {
  if (!/^(№\s*)?[PР]\/\d/i.test(q.trim())) return [];
  const { items } = await take(
    api.GET('/api/v1/inquiries', { params: { query: { q, limit: shown } } }),
  );
  return items.map((row) => ({
    id: `inquiry ${row.id}`,
    key: row.id,
    title: join([row.number, row.subject_name]),
    note: join([row.title, row.addressee]),
  }));
}

async function findRegistrations(q: string): Promise<Found[]> {
  const query = { q, list: 'all', limit: shown } as const;
  const { items } = await take(api.GET('/api/v1/registrations', { params: { query } }));
  return items.map((row) => ({
    id: `registration ${row.id}`,
    key: row.id,
    title: join([row.number, row.applicant_name]),
    note: row.service_name,
  }));
}

async function findServices(q: string): Promise<Found[]> {
  const { items } = await take(api.GET('/api/v1/services', { params: { query: { q } } }));
  return items.slice(0, shown).map((row) => ({
    id: `service ${row.code}`,
    key: row.code,
    title: row.name,
    note: join([row.agency.name, row.term_text, row.fee_text]),
  }));
}

// Looks in every place that the person may see, at the same time.
export function useSearchGroups(q: string) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const session = useSession();
  const { rights } = session;
  const mayFile = mayTakeIn(session);

  const places = [
    {
      right: 'applications.view',
      title: t('search.applications'),
      icon: mdiFileDocumentOutline,
      find: findApplications,
      open: (id: string) => navigate({ to: '/cases/$id', params: { id } }),
    },
    {
      right: 'applications.view',
      title: t('search.elsewhere'),
      icon: mdiFileDocumentOutline,
      find: findStates,
      open: (key: string) =>
        isCaseNumber(key)
          ? navigate({ to: '/cases', search: { list: 'all', q: key } })
          : navigate({ to: '/cases/$id', params: { id: key } }),
    },
    {
      right: 'inquiries.view',
      title: t('search.inquiries'),
      icon: mdiFileSearchOutline,
      find: findInquiries,
      open: (id: string) => navigate({ to: '/inquiries/$id', params: { id } }),
    },
    {
      right: 'registrations.view',
      title: t('search.registrations'),
      icon: mdiInboxArrowDownOutline,
      find: findRegistrations,
      open: (id: string) => navigate({ to: '/registrations/$id', params: { id } }),
    },
    {
      right: 'applicants.view',
      title: t('search.applicants'),
      icon: mdiAccountOutline,
      find: findApplicants,
      open: (id: string) => navigate({ to: '/applicants/$id', params: { id } }),
    },
    {
      right: 'services.view',
      title: t('search.services'),
      icon: mdiFormatListBulleted,
      find: findServices,
      open: (code: string) =>
        mayFile
          ? navigate({ to: '/intake', search: { service: code } })
          : navigate({ to: '/cases', search: { service: code } }),
    },
  ].filter((place) => rights.includes(place.right));

  const answers = useQueries({
    queries: places.map((place) => ({
      queryKey: ['search', place.title, q, language],
      queryFn: () => place.find(q, language, t),
      enabled: q.length >= 2,
      staleTime: 10_000,
    })),
  });

  // A case of one's own is in the lists already.
  const listed = new Set(
    answers[places.findIndex((place) => place.find === findApplications)]?.data?.map(
      ({ key }) => key,
    ),
  );
  const foundIn = (index: number) =>
    (answers[index]?.data ?? []).filter(
      ({ key }) => places[index]?.find !== findStates || !listed.has(key),
    );
  const groups = places.map(
    (place, index): SearchGroup => ({
      title: place.title,
      icon: place.icon,
      items: foundIn(index).map(({ key, ...item }) => ({
        ...item,
        open: () => void place.open(key),
      })),
    }),
  );
  return {
    groups,
    isFetching: answers.some((answer) => answer.isFetching),
    error: answers.find((answer) => answer.error)?.error,
  };
}
