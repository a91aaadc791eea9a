// SPDX-License-Identifier: Apache-2.0
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type EmptyStateProps = {
  icon: string;
  // What is (not) here.
  title: string;
  // What this screen is for.
  text: string;
  // The first thing to do.
  action?: ReactNode;
};

export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap={6} py="xl" px="md" maw="34rem" mx="auto" ta="center">
      <Text c="dimmed" component="div">
        <Icon path={icon} size={40} />
      </Text>
      <Text fw={600} size="lg">
        {title}
      </Text>
      <Text c="dimmed" size="sm">
        {text}
      </Text>
      {action && <div>{action}</div>}
    </Stack>
  );
}
