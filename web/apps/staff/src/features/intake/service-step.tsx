// SPDX-License-Identifier: Apache-2.0
import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Loader,
  Select,
  Text,
  TextInput,
  Tooltip,
  VisuallyHidden,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { mdiMagnify, mdiStar, mdiStarOutline } from '@mdi/js';
import { api, newIdempotencyKey, type Schemas, take } from '@okno/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useLanguage, useT } from '@/lib/language.tsx';
import { markOf, useListWalk } from '@/lib/list-walk.ts';
import { termWords } from '@/lib/term-words.ts';
import { useWaitingEnter } from '@/lib/waiting-enter.ts';
import { Icon } from '@/ui/icon.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import classes from './intake.module.css';
import {
  type Application,
  agenciesQuery,
  applicantQuery,
  createDraft,
  type ServiceSummary,
  serviceQuery,
  servicesQuery,
} from './queries.ts';
import { ServiceRules } from './service-rules.tsx';

type ServiceStepProps = {
  applicantId: string;
  chosen?: Schemas['Service'];
  onDraft: (application: Application) => void;
};

export function ServiceStep({ applicantId, chosen, onDraft }: ServiceStepProps) {
  if (chosen) return <ServiceRules service={chosen} />;
  return <Choose applicantId={applicantId} onDraft={onDraft} />;
}

function Choose({
  applicantId,
  onDraft,
}: {
  applicantId: string;
  onDraft: (application: Application) => void;
}) {
  const t = useT();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 150);
  const [agency, setAgency] = useState<string | null>(null);
  const [opened, setOpened] = useState<string>();
  const { data: applicant } = useQuery(applicantQuery(applicantId));
  const agencies = useQuery(agenciesQuery);
  const query = useQuery(servicesQuery({ q, agency: agency ?? undefined, kind: applicant?.kind }));
  const items = query.data?.items ?? [];
  const list = useListWalk(items.length);
  const key = useRef({ service: '', key: '' });
  const begin = useMutation({
    mutationFn: (code: string) => {
      if (key.current.service !== code) key.current = { service: code, key: newIdempotencyKey() };
      return createDraft(applicantId, code, key.current.key);
    },
    onSuccess: onDraft,
  });
  const isListOfText = q === text.trim() && !query.isFetching && !query.isPlaceholderData;
  const takeCurrent = useWaitingEnter(text, isListOfText, () => {
    const wanted = items[list.next];
    if (wanted && !begin.isPending) begin.mutate(wanted.code);
  });
  const onKey = (event: KeyboardEvent) => {
    if (list.walk(event.key)) event.preventDefault();
    if (event.key === 'Enter' && !event.ctrlKey) takeCurrent();
  };

  return (
    <div>
      <Group align="end" wrap="nowrap">
        <TextInput
          flex={1}
          size="md"
          autoFocus
          label={t('intake.serviceSearch')}
          description={t('intake.serviceSearch.hint')}
          leftSection={<Icon path={mdiMagnify} size={20} />}
          rightSection={query.isFetching ? <Loader size={16} /> : undefined}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            list.begin();
          }}
          onKeyDown={onKey}
        />
        <Select
          size="md"
          w="20rem"
          clearable
          label={t('intake.agency')}
          placeholder={t('intake.agency.any')}
          value={agency}
          onChange={setAgency}
          data={(agencies.data?.items ?? []).map(({ code, name, services }) => ({
            value: code,
            label: `${name} (${services})`,
          }))}
        />
      </Group>
      <ProblemAlert
        error={query.error ?? begin.error}
        onRetry={() => (begin.error ? begin.mutate(key.current.service) : void query.refetch())}
      />
      {query.data && items.length === 0 && (
        <Text c="dimmed" my="md">
          {t('intake.services.none')}
        </Text>
      )}
      <VisuallyHidden role="status">
        {list.chosen !== undefined && items[list.chosen]?.short_name}
      </VisuallyHidden>
      <ul className={classes.found} aria-label={t('intake.services')}>
        {items.map((service, index) => (
          <ServiceLine
            key={service.code}
            service={service}
            mark={markOf(index, list)}
            opened={opened === service.code}
            busy={begin.isPending && begin.variables === service.code}
            onOpen={() => setOpened(opened === service.code ? undefined : service.code)}
            onBegin={() => begin.mutate(service.code)}
          />
        ))}
      </ul>
    </div>
  );
}

type ServiceLineProps = {
  service: ServiceSummary;
  mark: ReturnType<typeof markOf>;
  opened: boolean;
  busy: boolean;
  onOpen: () => void;
  onBegin: () => void;
};

function ServiceLine({ service, mark, opened, busy, onOpen, onBegin }: ServiceLineProps) {
  const { t, language } = useLanguage();
  const details = useQuery({ ...serviceQuery(service.code), enabled: opened });
  return (
    <li
      className={classes.service}
      {...mark}
      ref={(element) => {
        if (mark['data-selected']) element?.scrollIntoView({ block: 'nearest' });
      }}
    >
      <Group wrap="nowrap" align="start">
        <Favourite service={service} />
        <div className={classes.grow}>
          <Text fw={600}>{service.short_name}</Text>
          <Text size="sm" c="dimmed">
            {service.agency.name}
          </Text>
          <Group gap="xs" mt={4}>
            <Badge variant="light" tt="none" fw={500}>
              {termWords(service.term_text, language)}
            </Badge>
            <Badge variant="light" color="gray" tt="none" fw={500}>
              {service.fee_text}
            </Badge>
            {service.electronic && (
              <Badge variant="filled" color="teal.9" tt="none" fw={500}>
                {t('intake.electronic')}
              </Badge>
            )}
          </Group>
          {!service.electronic && (
            <Text size="xs" c="dimmed" mt={4}>
              {t('intake.delivery.paper')}
            </Text>
          )}
        </div>
        <Button size="xs" variant="default" onClick={onOpen} aria-expanded={opened}>
          {t('intake.rules')}
        </Button>
        <Button
          size="xs"
          onClick={onBegin}
          loading={busy}
          aria-label={`${t('intake.begin')}: ${service.short_name}`}
        >
          {t('intake.begin')}
        </Button>
      </Group>
      {opened &&
        (details.data ? <ServiceRules service={details.data} /> : <Loader size="sm" m="sm" />)}
    </li>
  );
}

function Favourite({ service }: { service: ServiceSummary }) {
  const t = useT();
  const queries = useQueryClient();
  const params = { params: { path: { code: service.code } } };
  const toggle = useMutation({
    mutationFn: () =>
      take(
        service.favourite
          ? api.DELETE('/api/v1/services/{code}/favourite', params)
          : api.PUT('/api/v1/services/{code}/favourite', params),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['services'] }),
  });
  const label = service.favourite ? t('intake.favourite.remove') : t('intake.favourite.add');
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color={service.favourite ? 'yellow.9' : 'gray'}
        aria-label={`${label}: ${service.short_name}`}
        aria-pressed={service.favourite}
        onClick={() => toggle.mutate()}
      >
        <Icon path={service.favourite ? mdiStar : mdiStarOutline} />
      </ActionIcon>
    </Tooltip>
  );
}
