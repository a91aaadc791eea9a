// SPDX-License-Identifier: Apache-2.0
// The vectors that browser and server share.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { holds } from './conditions.ts';
import { formatError, toStored } from './formats.ts';
import { prune } from './prune.ts';
import type { Condition, Data, FieldError, FormSchema, Value } from './schema.ts';
import { validate } from './validate.ts';

const content = join(import.meta.dirname, '../../../../content/tests');
const read = <T>(name: string) => JSON.parse(readFileSync(join(content, name), 'utf8')) as T;

interface FormVectors {
  title: string;
  today: string;
  schema: FormSchema;
  vectors: { name: string; data: Data; pruned: Data; errors: FieldError[] }[];
}

for (const file of readdirSync(join(content, 'forms'))) {
  const { title, today, schema, vectors } = read<FormVectors>(`forms/${file}`);
  describe(title, () => {
    it.each(vectors)('$name', ({ data, pruned, errors }) => {
      expect(prune(schema, data)).toEqual(pruned);
      const found = validate(schema, data, today);
      expect(found.map(({ pointer, code }) => ({ pointer, code }))).toEqual(
        errors.map(({ pointer, code }) => ({ pointer, code })),
      );
      errors.forEach((error, at) => {
        if (error.detail !== undefined) expect(found[at]?.detail).toBe(error.detail);
      });
    });
  });
}

describe('conditions', () => {
  it.each(
    read<{ name: string; condition: Condition; data: Value; holds: boolean }[]>('conditions.json'),
  )('$name', (vector) => {
    expect(holds(vector.condition, vector.data)).toBe(vector.holds);
  });
});

describe('formats', () => {
  it.each(
    read<{ format: string; typed: string; stored?: string; code?: string }[]>('formats.json'),
  )('$format: $typed', (vector) => {
    const stored = toStored(vector.format, vector.typed);
    expect(formatError(vector.format, stored)).toBe(vector.code);
    if (vector.stored !== undefined) {
      expect(stored).toBe(vector.stored);
      expect(toStored(vector.format, stored)).toBe(stored);
    }
  });
});
