// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { api, take } from '@okno/api';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useT } from '@/lib/language.tsx';

// The case the person has just come from is in the cache: its opening is a line of the access journal, not to be repeated.
const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['application', id],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/applications/{id}', { params: { path: { id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

// Whom an inquiry made for a case is about.
export function CaseApplicant({ application }: { application: string }) {
  const t = useT();
  const name = useQuery(caseQuery(application)).data?.applicant.display_name;
  return (
    <>
      {name && (
        <Text size="sm" fw={600}>
          {name}
        </Text>
      )}
      <Text size="sm">{t('inquiry.about.application')}</Text>
    </>
  );
}
