// SPDX-License-Identifier: Apache-2.0
// Adds the words of the screens of message types; imported by what draws them.
import { messageTypes } from './ru/message-types.ts';
import { ru } from './ru.ts';

Object.assign(ru, messageTypes);
