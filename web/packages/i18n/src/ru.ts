// SPDX-License-Identifier: Apache-2.0
// The source of all words. A part per feature; English has the same parts. The words of screens that few people open come
// with those screens (ru-message-types.ts): the first screen stays within its budget.
import { account } from './ru/account.ts';
import { agency } from './ru/agency.ts';
import { applicants } from './ru/applicants.ts';
import { audit } from './ru/audit.ts';
import { cases } from './ru/case.ts';
import { common } from './ru/common.ts';
import { contactCenter } from './ru/contact-center.ts';
import { forms } from './ru/forms.ts';
import { frame } from './ru/frame.ts';
import { inquiries } from './ru/inquiries.ts';
import { intake } from './ru/intake.ts';
import type { messageTypes } from './ru/message-types.ts';
import { signIn } from './ru/sign-in.ts';
import { smev } from './ru/smev.ts';
import { worklists } from './ru/worklists.ts';

const first = {
  ...common,
  ...frame,
  ...signIn,
  ...account,
  ...worklists,
  ...applicants,
  ...agency,
  ...contactCenter,
  ...smev,
  ...audit,
  ...intake,
  ...inquiries,
  ...cases,
  ...forms,
} as const;

export type Russian = typeof first & typeof messageTypes;

export const ru = first as Russian;
