// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { signIn as source } from '../ru/sign-in.ts';

export const signIn: Translation<typeof source> = {};
