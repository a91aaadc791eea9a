// SPDX-License-Identifier: Apache-2.0

// What the server takes as a scan; it refuses anything else itself.
export const largestFile = 50 * 1024 * 1024;
export const fileKinds = '.pdf,.jpg,.jpeg,.png';
