// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useT } from '@/lib/language.tsx';
import { caseQuery } from './case-query.ts';

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
