// SPDX-License-Identifier: Apache-2.0
import { List } from '@mantine/core';
import { api, take } from '@okno/api';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { longDate } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { useRight } from '@/lib/session.ts';
import { Notice } from '@/ui/notice.tsx';

const endingKeysQuery = queryOptions({
  queryKey: ['ending-signing-keys'],
  queryFn: ({ signal }) => take(api.GET('/api/v1/ending-signing-keys', { signal })),
});

// People whose key to sign with ends soon or has ended, for whoever sees to it that they can go on.
export function EndingKeys() {
  const { t, language } = useLanguage();
  const maySee = useRight('employees.view');
  const keys = useQuery({ ...endingKeysQuery, enabled: maySee }).data?.items ?? [];
  if (keys.length === 0) return null;
  const now = new Date().toISOString();
  return (
    <Notice tone="wait" title={t('smev.keys')}>
      <List size="sm">
        {keys.map(({ user_id, owner, not_after }) => (
          <List.Item key={user_id}>
            {t(not_after <= now ? 'smev.keys.ended' : 'smev.keys.ends', {
              owner,
              date: longDate(not_after, language),
            })}
          </List.Item>
        ))}
      </List>
    </Notice>
  );
}
