// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text } from '@mantine/core';
import { ProblemError } from '@okno/api/problem';
import type { Data } from '@okno/forms-core/schema';
import { useQuery } from '@tanstack/react-query';
import { shortDate } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { type ApplicantRow, applicantSearchQuery } from './queries.ts';

const taken = [
  'applicants.snils_taken',
  'applicants.inn_taken',
  'applicants.person_inn_taken',
  'applicants.ogrn_taken',
  'applicants.document_taken',
];

// The card that already has the number or the document of this one; empty when the refusal is another.
function takenBy(error: unknown): string {
  return error instanceof ProblemError && taken.includes(error.code)
    ? (error.problem.detail ?? '')
    : '';
}

function namesakesOf(error: unknown): string[] {
  return error instanceof ProblemError && error.code === 'applicants.namesake'
    ? (error.problem.detail ?? '').split(',')
    : [];
}

// Whether the refusal speaks of a card that is there already: to send the same again is of no use.
export function isDouble(error: unknown): boolean {
  return takenBy(error) !== '' || namesakesOf(error).length > 0;
}

type DoublesProps = {
  error: unknown;
  // What was typed.
  person: Data;
  onOpen: (id: string) => void;
  onAnother: () => void;
};

// The way out of a card that somebody has already: to the one there is, or on, knowingly.
export function Doubles({ error, person, onOpen, onAnother }: DoublesProps) {
  const { t } = useLanguage();
  const existing = takenBy(error);
  const ids = namesakesOf(error);
  if (existing) {
    return (
      <Button my="xs" variant="light" onClick={() => onOpen(existing)}>
        {t('applicant.openExisting')}
      </Button>
    );
  }
  if (ids.length === 0) return null;
  return <Namesakes ids={ids} person={person} onOpen={onOpen} onAnother={onAnother} />;
}

type NamesakesProps = Omit<DoublesProps, 'error'> & { ids: string[] };

function Namesakes({ ids, person, onOpen, onAnother }: NamesakesProps) {
  const { t, language } = useLanguage();
  const born = shortDate(`${person.birth_date}`, language);
  const found = useQuery(
    applicantSearchQuery(`${person.last_name} ${person.first_name} ${born}`),
  ).data;
  const rows = (found?.items ?? []).filter(({ id }) => ids.includes(id));
  return (
    <Stack gap="xs" my="xs">
      {rows.map((row) => (
        <Group key={row.id} gap="sm">
          <Text size="sm">{describe(row, born)}</Text>
          <Button size="xs" variant="light" onClick={() => onOpen(row.id)}>
            {t('applicant.openThis')}
          </Button>
        </Group>
      ))}
      <Group>
        <Button size="xs" variant="default" onClick={onAnother}>
          {t('applicant.anotherPerson')}
        </Button>
      </Group>
    </Stack>
  );
}

function describe(row: ApplicantRow, born: string) {
  const { display_name, masked_document, masked_snils, masked_phone, address_city } = row;
  const facts = [display_name, born, masked_document, masked_snils, masked_phone, address_city];
  return facts.filter(Boolean).join(' · ');
}
