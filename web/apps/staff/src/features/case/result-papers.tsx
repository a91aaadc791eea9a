// SPDX-License-Identifier: Apache-2.0
import { List } from '@mantine/core';
import { useT } from '@/lib/language.tsx';
import type { Application } from './application.ts';

type Papers = NonNullable<Application['result_papers']>;

// What came from the agency on paper, without a file.
export function ResultPapers({ papers }: { papers: Papers }) {
  const t = useT();
  return (
    <List size="sm">
      {papers.map(({ title, sheets }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two papers may bear one name
        <List.Item key={at}>{`${title}, ${t('case.item.sheets', { count: sheets })}`}</List.Item>
      ))}
    </List>
  );
}
