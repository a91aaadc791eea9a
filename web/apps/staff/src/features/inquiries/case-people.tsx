// SPDX-License-Identifier: Apache-2.0
import { Button, Loader, Menu, Text } from '@mantine/core';
import type { Data, FormSchema } from '@okno/forms-core/schema';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '@/lib/language.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { caseQuery } from './case-query.ts';
import { filledWith, peopleOf } from './people-of-case.ts';

type CasePeopleProps = {
  application: string;
  schema: FormSchema;
  data: Data;
  onChange: (data: Data) => void;
};

// A birth is the child's, a marriage the spouse's: the request is filled with somebody whom the application names.
export function CasePeople({ application, schema, data, onChange }: CasePeopleProps) {
  const { t, language } = useLanguage();
  const [opened, setOpened] = useState(false);
  const { data: subject, error } = useQuery({ ...caseQuery(application), enabled: opened });
  const people =
    subject &&
    peopleOf(subject.service.form as unknown as FormSchema, subject.form as Data, language);
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start">
      <Menu.Target>
        <Button size="xs" variant="default" mb="md">
          {t('inquiry.about.otherOfCase')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ProblemAlert error={error} />
        {!people && !error && <Loader size="xs" m="xs" />}
        {people?.length === 0 && (
          <Text size="sm" p="xs">
            {t('inquiry.about.nobodyElse')}
          </Text>
        )}
        {people?.map(({ role, name, values }) => (
          <Menu.Item key={role} onClick={() => onChange(filledWith(schema, data, values))}>
            {`${name} (${role.toLowerCase()})`}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
