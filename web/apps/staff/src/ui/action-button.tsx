// SPDX-License-Identifier: Apache-2.0
import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

type ActionButtonProps = ButtonProps & {
  // An action that is not allowed yet stays in its place and says why.
  allowed: boolean;
  whyNot?: string;
  onClick: () => void;
  children: ReactNode;
  'aria-keyshortcuts'?: string;
};

export function ActionButton({ allowed, whyNot, onClick, children, ...rest }: ActionButtonProps) {
  return (
    <Tooltip label={whyNot} disabled={allowed || !whyNot} multiline maw={320}>
      <Button
        {...rest}
        data-disabled={!allowed || undefined}
        aria-disabled={!allowed || undefined}
        aria-description={allowed ? undefined : whyNot}
        onClick={() => allowed && onClick()}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
