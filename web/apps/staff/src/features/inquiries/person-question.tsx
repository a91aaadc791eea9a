// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { mdiSendOutline } from '@mdi/js';
import { prune } from '@okno/forms-core/prune';
import type { Data } from '@okno/forms-core/schema';
import { validate } from '@okno/forms-core/validate';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { today } from '@/lib/dates.ts';
import { type T, useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { ErrorSummary } from '@/ui/schema-form/error-summary.tsx';
import { SchemaForm } from '@/ui/schema-form/schema-form.tsx';
import { type CardFiller, cardFillersQuery, personErrors, useAskAboutPerson } from './filling.ts';
import { allErrors } from './inquiry-form.ts';
import { kindOf } from './person-kind.ts';
import { personSchema, shownOf, withTyped } from './person-schema.ts';
import type { Question } from './question.ts';

type PersonQuestionProps = {
  person: Data;
  applicantId?: string;
  onAsked: (question: Question) => void;
};

const idPrefix = 'person';
const anyone = '';

// What is known of the person, and whom to ask.
export function PersonQuestion({ person, applicantId, onAsked }: PersonQuestionProps) {
  const t = useT();
  const fillers = useQuery(cardFillersQuery);
  const ask = useAskAboutPerson();
  const [type, setType] = useState(anyone);
  const [card, setCard] = useState<Data>(person);
  const [attempts, setAttempts] = useState(0);
  const attempted = attempts > 0;
  const [missed, setMissed] = useState<string[]>([]);
  const kind = kindOf(person);
  const fitting = fillers.data?.items.filter(({ kinds }) => kinds.includes(kind)) ?? [];
  const needs = fitting.find((filler) => filler.type === type)?.needs;
  const schema = useMemo(
    () => personSchema(t, [...(needs ?? []), ...missed], kind),
    [t, needs, missed, kind],
  );
  const data = shownOf(card, schema);
  const refused = ask.isPending ? [] : personErrors(ask.error);
  const errors = attempted ? allErrors(schema, data, refused) : [];
  const submit = () => {
    flushSync(() => setAttempts((before) => before + 1));
    if (ask.isPending || validate(schema, data, today()).length > 0) return;
    const about = withTyped(card, prune(schema, data), schema);
    ask.mutate(
      { applicantId, type: type || undefined, person: about },
      {
        onSuccess: ({ id }) => onAsked({ inquiryId: id, about }),
        // What turned out to be wanted is asked for from now on.
        onError: (error) => setMissed(personErrors(error).map(({ pointer }) => pointer.slice(1))),
      },
    );
  };
  if (fillers.isPending) return <RoutePending />;
  if (fillers.error) {
    return <ProblemAlert error={fillers.error} onRetry={() => void fillers.refetch()} />;
  }
  if (fitting.length === 0) return <Text size="sm">{t('fill.nobody')}</Text>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t(`fill.hint.${kind}`)}
        </Text>
        <Select
          label={t('fill.whom')}
          data={choices(fitting, t)}
          value={type}
          onChange={(next) => setType(next ?? anyone)}
          allowDeselect={false}
        />
        <ErrorSummary
          title={t('fill.missing')}
          schema={schema}
          errors={errors}
          idPrefix={idPrefix}
          attempts={attempts}
          refusal={ask.error}
        />
        {refused.length === 0 && <ProblemAlert error={ask.error} kept focus />}
        <SchemaForm
          schema={schema}
          data={data}
          showAll={attempted}
          serverErrors={refused}
          idPrefix={idPrefix}
          onChange={(next) => {
            setCard(withTyped(card, next, schema));
            if (ask.isError) ask.reset();
          }}
        />
        <Group justify="flex-end">
          <Button
            type="submit"
            leftSection={<Icon path={mdiSendOutline} size={18} />}
            loading={ask.isPending}
          >
            {t('fill.ask')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function choices(fillers: CardFiller[], t: T) {
  return [
    { value: anyone, label: t('fill.whom.any') },
    ...fillers.map(({ type, title, agency }) => ({ value: type, label: `${title} (${agency})` })),
  ];
}
