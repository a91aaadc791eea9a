// SPDX-License-Identifier: Apache-2.0
import { Anchor } from '@mantine/core';
import { mdiMapMarkerQuestionOutline } from '@mdi/js';
import { Link } from '@tanstack/react-router';
import { useT } from '@/lib/language.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';

export function RouteMissing() {
  const t = useT();
  return (
    <EmptyState
      icon={mdiMapMarkerQuestionOutline}
      title={t('route.missing.title')}
      text={t('route.missing.text')}
      action={
        <Anchor component={Link} to="/">
          {t('route.missing.home')}
        </Anchor>
      }
    />
  );
}
