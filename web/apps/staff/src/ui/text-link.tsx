// SPDX-License-Identifier: Apache-2.0
import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type LinkedAnchorProps = AnchorProps &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps> & {
    ref?: Ref<HTMLAnchorElement>;
  };

function LinkedAnchor(props: LinkedAnchorProps) {
  return <Anchor component="a" {...props} />;
}

// A link in a text or a table to a page of the workplace, with its address checked by the compiler.
export const TextLink = createLink(LinkedAnchor);
