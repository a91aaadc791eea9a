// SPDX-License-Identifier: Apache-2.0
// Adds the words of the work lists; imported by what draws them.
import { worklists } from './ru/worklists.ts';
import { ru } from './ru.ts';

Object.assign(ru, worklists);
