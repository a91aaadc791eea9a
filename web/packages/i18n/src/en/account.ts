// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { account as source } from '../ru/account.ts';

export const account: Translation<typeof source> = {
  'account.me': 'About me',
  'account.name': 'Name',
  'account.roles': 'Roles',
  'account.organization': 'Organization',
  'account.branch': 'Branch',
  'account.unit': 'Unit',

  'account.password': 'Password',
  'account.password.current': 'Current password',
  'account.password.own': 'Your sign-in password',
  'account.password.new': 'New password',
  'account.password.again': 'New password again',
  'account.password.rule': {
    one: 'At least {count} character. A few random words are safest.',
    other: 'At least {count} characters. A few random words are safest.',
  },
  'account.password.tooShort': {
    one: 'At least {count} character is needed',
    other: 'At least {count} characters are needed',
  },
  'account.password.differs': 'The passwords differ',
  'account.password.change': 'Change the password',
  'account.password.changed': 'The password is changed',

  'account.factor': 'Sign-in with confirmation',
  'account.factor.on': 'On',
  'account.factor.off': 'Off',
  'account.factor.about':
    'Besides the password, a code from an app on your phone will be needed to sign in. Somebody who learns the password will not get in.',
  'account.factor.begin': 'Switch on',
  'account.factor.beginHint': 'To switch confirmation on, enter your password',
  'account.factor.qr': 'Code for the app on the phone',
  'account.factor.scan':
    'Open an app for codes on the phone (Yandex ID, Google Authenticator or another) and point the camera at the picture.',
  'account.factor.byHand': 'Without a camera, type the key by hand:',
  'account.factor.openApp': 'Open in an app on this device',
  'account.factor.confirmHint': 'The six digits the app shows',
  'account.factor.confirm': 'Confirm and switch on',
  'account.factor.switchedOn': 'Sign-in with confirmation is on',
  'account.factor.remove': 'Switch off',
  'account.factor.removeHint': 'Enter the password to switch the confirmation off',
  'account.factor.switchedOff': 'Sign-in with confirmation is off',

  signingKey: 'Signing key',
  'signingKey.ready': 'Ready to sign',
  'signingKey.none': 'No signing key',
  'signingKey.about':
    'With this key you sign inquiries to agencies. The file is kept as it was uploaded, locked by its own password; the password is asked at every signing and stays nowhere.',
  'signingKey.owner': 'Owner',
  'signingKey.issuer': 'Issued by',
  'signingKey.serial': 'Serial number',
  'signingKey.from': 'Valid from',
  'signingKey.until': 'Valid until',
  'signingKey.replace': 'Replace',
  'signingKey.remove': 'Remove the key',
  'signingKey.remove.text':
    'There will be nothing to sign inquiries with until a key is uploaded again. What is signed stays signed. To remove it, enter your password.',
  'signingKey.removed': 'Signing key removed',
  'signingKey.file': 'Key file',
  'signingKey.file.hint': 'PKCS#12 (.p12, .pfx) with a key of GOST R 34.10-2012',
  'signingKey.file.choose': 'Choose a file',
  'signingKey.password': 'Password of the key',
  'signingKey.password.hint': 'It is tried on the file; the password itself is not kept',
  'signingKey.ownPassword.hint': 'Only its owner changes a key: confirm that it is you',
  'signingKey.keep': 'Upload',
  'signingKey.kept': 'Signing key uploaded',
  'signingKey.endsAt': 'Valid until {date}. Get a new one and upload it in time.',
  'signingKey.useless': 'Your key can not sign: {why}',
  'signingKey.renew': 'Upload a new key',
  'signingKey.endsSoon': {
    one: 'The certificate ends in {count} day',
    other: 'The certificate ends in {count} days',
  },
};
