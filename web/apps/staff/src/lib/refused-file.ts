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

export class WrongFileKindError extends Error {
  constructor(readonly accept: string) {
    super('wrong kind of file');
    this.name = 'WrongFileKindError';
  }
}

export type FileLimits = {
  // Endings of names as the browser's file dialog takes them: ".pdf,.png".
  accept?: string;
  maxBytes?: number;
};

// Why the file is not to be sent. What has no ending is for the server to look into.
export function whyRefused(file: File, { accept, maxBytes }: FileLimits): Error | undefined {
  if (maxBytes !== undefined && file.size > maxBytes) {
    return new FileTooLargeError(file.size, maxBytes);
  }
  const ending = /\.[^.\s]{1,5}$/.exec(file.name)?.[0].toLowerCase();
  const isOther = accept !== undefined && ending && !accept.split(',').includes(ending);
  return isOther ? new WrongFileKindError(accept) : undefined;
}
