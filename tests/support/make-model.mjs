// SPDX-License-Identifier: Apache-2.0
// make-model.mjs APPLICANTS APPLICATIONS: makes the model of these sizes unless it is there (see model.mjs, whose lock is held).
import { isKept, keepModel } from './model.mjs';
import { Stack } from './stack.mjs';

const [applicants, applications] = process.argv.slice(2).map(Number);
const sizes = { applicants, applications };
if (!isKept(sizes)) {
  const stack = await Stack.bare();
  try {
    await stack.startTestbed();
    await stack.run(['demo', '--applicants', String(applicants), '--applications', String(applications)]);
    await stack.end(stack.testbed);
    keepModel(sizes, stack.folder);
  } finally {
    await stack.stop();
  }
}
