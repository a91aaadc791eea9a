// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { account as source } from '../ru/account.ts';

export const account: Translation<typeof source> = {};
