// SPDX-License-Identifier: Apache-2.0
import { toProblemError } from './problem.ts';
import { send } from './transport.ts';

// A file's bytes, through the same door as everything else: an expired session or a refusal is told in words.
export async function fetchFile(url: string, signal?: AbortSignal): Promise<Blob> {
  const response = await send(new Request(new URL(url, location.origin), { signal }));
  if (response.ok) return response.blob();
  throw toProblemError(await response.json().catch(() => undefined), response);
}

// Hands the bytes to the browser's own saving.
export function saveFile(blob: Blob, name: string) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
