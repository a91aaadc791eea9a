// SPDX-License-Identifier: Apache-2.0

// Known before sending, so that nobody waits for a refusal.
export class FileTooLargeError extends Error {
  constructor(
    readonly size: number,
    readonly maxBytes: number,
  ) {
    super('file too large');
    this.name = 'FileTooLargeError';
  }
}
