// SPDX-License-Identifier: Apache-2.0
// Adds the words of the screens behind the first ones; imported by each of them (apps/staff/src/app/words.test.ts holds it).
import { account } from './ru/account.ts';
import { agency } from './ru/agency.ts';
import { applicants } from './ru/applicants.ts';
import { audit } from './ru/audit.ts';
import { cases } from './ru/case.ts';
import { contactCenter } from './ru/contact-center.ts';
import { forms } from './ru/forms.ts';
import { inquiries } from './ru/inquiries.ts';
import { intake } from './ru/intake.ts';
import { packages } from './ru/packages.ts';
import { smev } from './ru/smev.ts';
import { ru } from './ru.ts';

export const screens = {
  ...account,
  ...agency,
  ...applicants,
  ...audit,
  ...cases,
  ...contactCenter,
  ...forms,
  ...inquiries,
  ...intake,
  ...packages,
  ...smev,
} as const;

Object.assign(ru, screens);
