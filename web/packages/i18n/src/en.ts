// SPDX-License-Identifier: Apache-2.0
// English, loaded when asked for.
import type { Translation } from './catalog.ts';
import { account } from './en/account.ts';
import { agency } from './en/agency.ts';
import { applicants } from './en/applicants.ts';
import { audit } from './en/audit.ts';
import { cases } from './en/case.ts';
import { common } from './en/common.ts';
import { contactCenter } from './en/contact-center.ts';
import { forms } from './en/forms.ts';
import { frame } from './en/frame.ts';
import { inquiries } from './en/inquiries.ts';
import { intake } from './en/intake.ts';
import { messageTypes } from './en/message-types.ts';
import { packages } from './en/packages.ts';
import { signIn } from './en/sign-in.ts';
import { smev } from './en/smev.ts';
import { worklists } from './en/worklists.ts';
import type { Russian } from './ru.ts';

export const en: Translation<Russian> = {
  ...common,
  ...frame,
  ...signIn,
  ...account,
  ...worklists,
  ...applicants,
  ...agency,
  ...contactCenter,
  ...smev,
  ...messageTypes,
  ...audit,
  ...intake,
  ...inquiries,
  ...packages,
  ...cases,
  ...forms,
};
