// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { applicants as source } from '../ru/applicants.ts';

export const applicants: Translation<typeof source> = {};
