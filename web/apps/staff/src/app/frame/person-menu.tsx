// SPDX-License-Identifier: Apache-2.0
import { Button, Kbd, Menu, Text } from '@mantine/core';
import {
  mdiAccountCircleOutline,
  mdiCogOutline,
  mdiExitToApp,
  mdiHelpCircleOutline,
} from '@mdi/js';
import { api, take } from '@okno/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { shortName } from '@/lib/format.ts';
import { type Language, useLanguage, useT } from '@/lib/language.tsx';
import { useSession } from '@/lib/session.ts';
import { tellOtherTabs } from '@/lib/session-news.ts';
import { forgetAllUnsaved } from '@/lib/unsaved-text.ts';
import { Icon } from '@/ui/icon.tsx';
import { useToast } from '@/ui/toast.tsx';
import classes from './frame.module.css';

export function PersonMenu({ onHelp }: { onHelp: () => void }) {
  const t = useT();
  const session = useSession();
  const signOut = useSignOut();
  const roles = session.roles.map((role) => t(`role.${role}`)).join(', ');
  return (
    <Menu position="bottom-end" width={260} shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          className={classes.person}
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<Icon path={mdiAccountCircleOutline} />}
        >
          <span className={classes.personName}>{shortName(session.user.display_name)}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)">
            {session.user.display_name}
          </Text>
          <Text size="xs">{roles}</Text>
        </Menu.Label>
        <Menu.Item
          component={Link}
          to="/account"
          leftSection={<Icon path={mdiCogOutline} size={18} />}
        >
          {t('section.account')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon path={mdiHelpCircleOutline} size={18} />}
          rightSection={<Kbd size="xs">F1</Kbd>}
          onClick={onHelp}
        >
          {t('help.guide')}
        </Menu.Item>
        <Menu.Divider />
        <LanguageChoice />
        <Menu.Divider />
        <Menu.Item
          leftSection={<Icon path={mdiExitToApp} size={18} />}
          onClick={() => signOut.mutate()}
        >
          {t('frame.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const languages = [
  ['ru', 'Русский'],
  ['en', 'English'],
] as const;

// Each is named in its own language: who can not read the other one finds the way back. What is typed stays where it is.
function LanguageChoice() {
  const { t, language, setLanguage } = useLanguage();
  const title = useId();
  return (
    <div role="group" aria-labelledby={title}>
      <Menu.Label id={title}>{t('frame.language')}</Menu.Label>
      <Menu.RadioGroup value={language} onChange={(next) => setLanguage(next as Language)}>
        {languages.map(([value, name]) => (
          <Menu.RadioItem key={value} value={value} lang={value} closeMenuOnClick>
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </div>
  );
}

function useSignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  return useMutation({
    mutationFn: () => take(api.DELETE('/api/v1/session')),
    onSuccess: async () => {
      forgetAllUnsaved();
      tellOtherTabs();
      // What is being typed does not hold up who leaves: the session has ended already.
      await navigate({ to: '/sign-in', ignoreBlocker: true });
      queries.clear();
    },
    onError: toast.failed,
  });
}
