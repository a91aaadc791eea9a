// SPDX-License-Identifier: Apache-2.0
import { List } from '@mantine/core';

// Names of things as a list of lines.
export function Titles({ of }: { of: { code: string; title: string }[] }) {
  return (
    <List size="sm">
      {of.map(({ code, title }) => (
        <List.Item key={code}>{title}</List.Item>
      ))}
    </List>
  );
}
