// SPDX-License-Identifier: Apache-2.0
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { pairsIn, pairsText } from './words.ts';

type PairsFieldProps = {
  label: string;
  description: string;
  pairs?: Record<string, string>;
  onChange: (pairs: Record<string, string>) => void;
};

// Pairs as lines «from = to»; a line that is not yet a pair stays on the screen until it is one.
export function PairsField({ label, description, pairs, onChange }: PairsFieldProps) {
  const [typed, setTyped] = useState(() => pairsText(pairs));
  return (
    <Textarea
      label={label}
      description={description}
      value={typed}
      autosize
      minRows={2}
      maxRows={10}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(pairsIn(event.currentTarget.value));
      }}
    />
  );
}
