// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core';
import { mdiContentSaveOutline } from '@mdi/js';
import { hasCode, ProblemError } from '@okno/api/problem';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Notice } from '@/ui/notice.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { useEditor } from './editor.ts';
import { fieldAt } from './field-at.ts';
import classes from './message-types.module.css';
import { type Seen, useSave } from './version.ts';

type SaveBarProps = {
  seen: Seen;
  editor: ReturnType<typeof useEditor>;
  // Takes what somebody else has kept; what was typed here is lost.
  onReload: () => void;
};

export function SaveBar({ seen, editor, onReload }: SaveBarProps) {
  const t = useT();
  const toast = useToast();
  const save = useSave(seen);
  const keep = () => {
    if (!editor.dirty || save.isPending) return;
    save.mutate(editor.change, { onSuccess: () => toast.done(t('types.saved')) });
  };
  useHotkeys(t('section.messageTypes'), [{ keys: 'ctrl+s', title: t('types.save'), run: keep }]);
  return (
    <div className={classes.save}>
      <Group gap="sm">
        <Button
          size="xs"
          leftSection={<Icon path={mdiContentSaveOutline} size={16} />}
          disabled={!editor.dirty}
          loading={save.isPending}
          onClick={keep}
          aria-keyshortcuts="Control+S"
        >
          {t('types.save')}
        </Button>
        {editor.dirty && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              editor.reset();
              save.reset();
            }}
          >
            {t('types.undo')}
          </Button>
        )}
        <Text size="sm" c="dimmed" role="status">
          {editor.dirty ? t('types.unsaved') : t('types.allSaved')}
        </Text>
      </Group>
      <SaveProblem
        error={save.error}
        onReload={() => {
          save.reset();
          onReload();
        }}
      />
    </div>
  );
}

function SaveProblem({ error, onReload }: { error: unknown; onReload: () => void }) {
  const t = useT();
  if (!error) return null;
  if (hasCode(error, 'request.stale')) {
    return (
      <Notice tone="wait" role="alert" title={t('types.conflict')}>
        <Text size="sm" mb="xs">
          {t('types.conflict.text')}
        </Text>
        <Button size="xs" variant="default" onClick={onReload}>
          {t('types.conflict.reload')}
        </Button>
      </Notice>
    );
  }
  const fields = error instanceof ProblemError ? (error.problem.fields ?? []) : [];
  if (fields.length === 0) return <ProblemAlert error={error} kept focus />;
  return (
    <Notice tone="bad" role="alert" title={t('types.wrong')}>
      <ul className={classes.problems}>
        {fields.map(({ pointer, title }) => {
          const { side, path } = fieldAt(pointer);
          const place = side ? `${t(`types.tab.${side}`)}, ${path}` : path;
          return <li key={pointer}>{`${place}: ${title}`}</li>;
        })}
      </ul>
    </Notice>
  );
}
