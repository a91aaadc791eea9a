// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { contactCenter as source } from '../ru/contact-center.ts';

export const contactCenter: Translation<typeof source> = {};
