// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { agency as source } from '../ru/agency.ts';

export const agency: Translation<typeof source> = {};
