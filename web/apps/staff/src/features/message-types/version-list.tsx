// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { longDate } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { Section } from '@/ui/section.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import classes from './message-types.module.css';
import { type MessageTypeSummary, versionsQuery } from './message-types.ts';
import { VersionState } from './version-state.tsx';

// All versions of the name, the newest first.
export function VersionList({ current }: { current: MessageTypeSummary }) {
  const { t, language } = useLanguage();
  const { data } = useQuery(versionsQuery(current.name));
  return (
    <Section title={t('types.versions')}>
      <ul className={classes.plain}>
        {data?.versions.map((one) => (
          <li key={one.version}>
            <TextLink
              to="/message-types/$name/$version"
              params={{ name: one.name, version: String(one.version) }}
              search={{ tab: 'settings' }}
              aria-current={one.version === current.version ? 'page' : undefined}
            >
              {t('types.versionOf', { version: String(one.version) })}
            </TextLink>
            <VersionState state={one.state} />
            <span className={classes.size}>
              {one.created_at && longDate(one.created_at, language)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
