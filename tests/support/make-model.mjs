// SPDX-License-Identifier: Apache-2.0
// Makes the model unless it is there (see model.mjs, whose lock is held).
import { isKept, keepModel, sizes } from './model.mjs';
import { Stack } from './stack.mjs';

if (!isKept()) {
  const stack = await Stack.bare();
  try {
    await stack.startTestbed();
    await stack.run(['demo', '--applicants', String(sizes.applicants), '--applications', String(sizes.applications)]);
    await stack.end(stack.testbed);
    keepModel(stack.folder);
  } finally {
    await stack.stop();
  }
}
