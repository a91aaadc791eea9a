// SPDX-License-Identifier: Apache-2.0
// The source of all words. A part per feature; English has the same parts. Here are those that sign-in and the frame need;
// the others come with their screens (ru-worklists.ts, ru-screens.ts, ru-message-types.ts): the first screen stays within
// its budget.
import { common } from './ru/common.ts';
import { frame } from './ru/frame.ts';
import type { messageTypes } from './ru/message-types.ts';
import { signIn } from './ru/sign-in.ts';
import type { worklists } from './ru/worklists.ts';
import type { screens } from './ru-screens.ts';

const first = { ...common, ...frame, ...signIn } as const;

export type Russian = typeof first & typeof worklists & typeof screens & typeof messageTypes;

export const ru = first as Russian;
