// SPDX-License-Identifier: Apache-2.0
import { Group, Text } from '@mantine/core';
import { mdiCheckCircleOutline, mdiMinusCircleOutline } from '@mdi/js';
import { shortDate } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { StatusPill } from '@/ui/status-pill.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import type { Application, ChecklistItem, ChecklistPerson, RequestSlot } from './application.ts';
import classes from './case-page.module.css';

type ItemRequestProps = { application: Application; item: ChecklistItem; request?: RequestSlot };

// Asking for a document; where it is about several people, for each of them, and about whom an answer is here.
export function ItemRequest({ application, item, request }: ItemRequestProps) {
  const { t } = useLanguage();
  const { persons } = item;
  if (!persons) return request?.(application, item);
  if (persons.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        {t('case.item.nobodyNamed')}
      </Text>
    );
  }
  return (
    <>
      <ul className={classes.persons} aria-label={t('case.item.persons', { title: item.title })}>
        {persons.map((person, at) => (
          <li key={person.key ?? at} className={classes.person}>
            <PersonWords person={person} />
            <Group gap="xs">
              <PersonAnswer person={person} />
              {!person.answered && person.key && request?.(application, item, person)}
            </Group>
          </li>
        ))}
      </ul>
      {request?.(application, item)}
    </>
  );
}

// «Калинин Пётр Ильич, 02.03.2019 (ребёнок 2)»
function PersonWords({ person }: { person: ChecklistPerson }) {
  const { t, language } = useLanguage();
  const role = person.is_applicant ? t('case.applicant') : person.role;
  const born = person.birth_date && shortDate(person.birth_date, language);
  const named = [person.name, born].filter(Boolean).join(', ');
  if (!person.key) {
    return <Text size="sm">{t('case.item.personUnnamed', { role: named || role || '' })}</Text>;
  }
  return <Text size="sm">{role ? `${named} (${role.toLowerCase()})` : named}</Text>;
}

function PersonAnswer({ person: { inquiry_id: id, answered } }: { person: ChecklistPerson }) {
  const { t } = useLanguage();
  if (!id) return null;
  return (
    <TextLink to="/inquiries/$id" params={{ id }}>
      {answered ? (
        <StatusPill tone="good" icon={mdiCheckCircleOutline} text={t('case.item.answered')} />
      ) : (
        <StatusPill tone="calm" icon={mdiMinusCircleOutline} text={t('case.item.noData')} />
      )}
    </TextLink>
  );
}
