// SPDX-License-Identifier: Apache-2.0
import type { T } from './language.tsx';

// What the network library of the server says, in words; what it says else stays as it is.
export function networkWords(text: string, t: T): string {
  return text
    .replace(
      /(Operation|Connection) timed out after (\d+) milliseconds( with .*? received)?/,
      (_, __, ms) => t('network.timedOut', { seconds: String(Math.round(Number(ms) / 1000)) }),
    )
    .replace(/Failed to connect to (\S+) port (\d+)( after \d+ ms)?: .*$/, (_, host, port) =>
      t('network.noConnection', { address: `${host}:${port}` }),
    )
    .replace(/Could not resolve host: (\S+)/, (_, address) => t('network.noName', { address }));
}
