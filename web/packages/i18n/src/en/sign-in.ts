// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { signIn as source } from '../ru/sign-in.ts';

export const signIn: Translation<typeof source> = {
  'signIn.title': 'Sign in',
  'signIn.subtitle': 'Staff workplace',
  'signIn.login': 'Login',
  'signIn.password': 'Password',
  'signIn.showPassword': 'Show the password',
  'signIn.capsLock': 'Caps Lock is on',
  'signIn.code': 'Confirmation code',
  'signIn.code.hint': 'Six digits from the app on your phone',
  'signIn.submit': 'Sign in',
  'signIn.help': 'Forgot the password or lost the phone with the codes? Ask the administrator.',
};
