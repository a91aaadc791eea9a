// SPDX-License-Identifier: Apache-2.0
import { Center, Loader } from '@mantine/core';
import { useT } from '@/lib/language.tsx';

export function RoutePending() {
  const t = useT();
  return (
    <Center h="100%">
      <Loader size="sm" role="status" aria-label={t('state.loading')} />
    </Center>
  );
}
