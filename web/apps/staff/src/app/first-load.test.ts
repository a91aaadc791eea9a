// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { reached } from '@/test/modules.ts';

it('loads of the features only the sign-in and names that the addresses hold', () => {
  const features = [...reached('../main.tsx')].filter(
    (path) => path.startsWith('../features/') && !path.startsWith('../features/sign-in/'),
  );
  expect(features).toEqual(['../features/intake/step-names.ts']);
});
