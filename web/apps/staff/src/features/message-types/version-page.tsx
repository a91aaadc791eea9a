// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import '@okno/i18n/ru-message-types';
import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useLanguage, useT } from '@/lib/language.tsx';
import { typeWords } from '@/lib/message-type-words.ts';
import { useRight } from '@/lib/session.ts';
import { useLeaveGuard } from '@/ui/leave-guard.ts';
import { Notice } from '@/ui/notice.tsx';
import { Page } from '@/ui/page.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { TabBar, TabLink } from '@/ui/tab-bar.tsx';
import { useEditor } from './editor.ts';
import classes from './message-types.module.css';
import { SaveBar } from './save-bar.tsx';
import { SettingsTab } from './settings-tab.tsx';
import { SideTab } from './side-tab.tsx';
import { type MessageTypeVersion, type Seen, versionQuery } from './version.ts';
import { NewVersion, VersionActions } from './version-actions.tsx';
import { VersionState } from './version-state.tsx';

const route = getRouteApi('/frame/message-types/$name/$version');

export function VersionPage() {
  const t = useT();
  const { name, version } = route.useParams();
  const { data, error, refetch } = useQuery(versionQuery(name, Number(version)));
  if (error && !data) {
    return (
      <Page title={t('section.messageTypes')}>
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!data) return <RoutePending />;
  return <Version key={`${name} ${version}`} seen={data} onReload={() => void refetch()} />;
}

const tabs = ['settings', 'request', 'response'] as const;

// A version that was published is what messages were made with: a correction is a new one.
function Unchangeable({ type }: { type: MessageTypeVersion }) {
  const t = useT();
  return (
    <Notice tone="info" title={t('types.unchangeable')}>
      <Group gap="sm">
        <Text size="sm">{t('types.unchangeable.text')}</Text>
        <NewVersion type={type} />
      </Group>
    </Notice>
  );
}

// The words of a version beside what becomes of them.
function Version({ seen, onReload }: { seen: Seen; onReload: () => void }) {
  const { t, language } = useLanguage();
  const { type } = seen;
  const editor = useEditor(seen);
  const mayManage = useRight('message_types.manage');
  const editable = mayManage && type.state === 'draft';
  const { tab = type.request_form ? 'request' : 'settings' } = route.useSearch();
  useLeaveGuard({ dirty: editor.dirty, text: t('types.leave.text'), keepsWithin: true });
  return (
    <Page
      scrolling
      title={typeWords(type, language).title}
      aside={<VersionState state={type.state} />}
      actions={<VersionActions seen={seen} mayManage={mayManage} dirty={editor.dirty} />}
    >
      <Text size="sm" c="dimmed" className={classes.namespace}>
        {t('types.versionOf', { version: String(type.version) })} · {type.namespace}
        {type.shipped && ` · ${t('types.shipped')}`}
      </Text>
      <TabBar label={t('types.parts')}>
        {tabs.map((part) => (
          <TabLink
            key={part}
            to="/message-types/$name/$version"
            params={{ name: type.name, version: String(type.version) }}
            search={{ tab: part }}
            replace
            title={t(`types.tab.${part}`)}
            current={part === tab}
          />
        ))}
      </TabBar>
      {editable && <SaveBar seen={seen} editor={editor} onReload={onReload} />}
      {mayManage && !editable && <Unchangeable type={type} />}
      {tab === 'settings' ? (
        <SettingsTab
          type={type}
          settings={editor.draft.settings}
          onChange={editor.setSettings}
          readOnly={!editable}
        />
      ) : (
        <SideTab
          key={tab}
          seen={seen}
          side={tab}
          words={editor.draft[tab]}
          onChange={(words) => editor.setWords(tab, words)}
          readOnly={!editable}
        />
      )}
    </Page>
  );
}
