// SPDX-License-Identifier: Apache-2.0
import { Button, type ButtonProps } from '@mantine/core';
import { mdiShieldSearch } from '@mdi/js';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import { useT } from '@/lib/language.tsx';
import { useRight } from '@/lib/session.ts';
import { Icon } from './icon.tsx';

type LinkedButtonProps = ButtonProps &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> & {
    ref?: Ref<HTMLAnchorElement>;
  };

const ButtonLink = createLink((props: LinkedButtonProps) => <Button component="a" {...props} />);

type SeenByLinkProps = {
  kind: 'applicant' | 'application' | 'inquiry' | 'package' | 'registration';
  id: string;
};

// From a card to what the access log says of it, for those who read the log.
export function SeenByLink({ kind, id }: SeenByLinkProps) {
  const t = useT();
  if (!useRight('audit.view')) return null;
  return (
    <ButtonLink
      variant="default"
      to="/audit"
      search={{ object_kind: kind, object_id: id }}
      leftSection={<Icon path={mdiShieldSearch} size={18} />}
    >
      {t('audit.seenBy')}
    </ButtonLink>
  );
}
