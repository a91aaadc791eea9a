// SPDX-License-Identifier: Apache-2.0
import type { PlainKey, T } from '@/lib/language.tsx';
import type { ConnectionInput, ConnectionSettings } from './connections.ts';

// The form as it is typed: every field a text, secrets empty unless they are to change.
export type ConnectionForm = {
  mnemonic: string;
  url: string;
  version: string;
  nodeId: string;
  key: string;
  certificate: string;
  busCertificate: string;
  roots: string;
  ftpHost: string;
  ftpPort: string;
  ftpUser: string;
  ftpPassword: string;
  ftpDirectory: string;
  maxInFlight: string;
  maxAttempts: string;
  deliveryHours: string;
  pollShortest: string;
  pollLongest: string;
};

// Where the server names a wrong field.
export const pointers: Record<keyof ConnectionForm, string> = {
  mnemonic: '/mnemonic',
  url: '/url',
  version: '/version',
  nodeId: '/node_id',
  key: '/key_pem',
  certificate: '/certificate_pem',
  busCertificate: '/bus_certificate_pem',
  roots: '/trusted_roots_pem',
  ftpHost: '/ftp/host',
  ftpPort: '/ftp/port',
  ftpUser: '/ftp/user',
  ftpPassword: '/ftp/password',
  ftpDirectory: '/ftp/directory',
  maxInFlight: '/limits/max_in_flight',
  maxAttempts: '/limits/max_attempts',
  deliveryHours: '/limits/delivery_hours',
  pollShortest: '/limits/poll_shortest_ms',
  pollLongest: '/limits/poll_longest_ms',
};

const labels: { [Name in keyof ConnectionForm]?: PlainKey } = { nodeId: 'smev.field.node' };

// A field in the words the dialog has for it: «Файловое хранилище (FTP): Порт».
export function fieldName(pointer: string, t: T): string {
  const names = Object.keys(pointers) as (keyof ConnectionForm)[];
  const name = names.find((one) => pointers[one] === pointer);
  if (!name) return t('smev.connection.title');
  const label = t(labels[name] ?? (`smev.field.${name}` as PlainKey));
  return name.startsWith('ftp') ? `${t('smev.field.ftp')}: ${label}` : label;
}

const text = (value: string | number | undefined) => (value === undefined ? '' : String(value));

export function formOf(settings?: ConnectionSettings): ConnectionForm {
  const { ftp, limits } = settings ?? {};
  return {
    mnemonic: text(settings?.mnemonic),
    url: text(settings?.url),
    version: settings?.version ?? '1.2',
    nodeId: text(settings?.node_id),
    key: '',
    certificate: '',
    busCertificate: text(settings?.bus_certificate_pem),
    roots: text(settings?.trusted_roots_pem),
    ftpHost: text(ftp?.host),
    ftpPort: text(ftp?.port ?? 21),
    ftpUser: text(ftp?.user),
    ftpPassword: '',
    ftpDirectory: text(ftp?.directory),
    maxInFlight: text(limits?.max_in_flight ?? 4),
    maxAttempts: text(limits?.max_attempts ?? 12),
    deliveryHours: text(limits?.delivery_hours ?? 72),
    pollShortest: text(limits?.poll_shortest_ms ?? 5000),
    pollLongest: text(limits?.poll_longest_ms ?? 60000),
  };
}

const some = (value: string) => value || undefined;

// What the form does not show stays as it was.
export function inputOf(form: ConnectionForm, settings?: ConnectionSettings): ConnectionInput {
  return {
    mnemonic: form.mnemonic,
    url: form.url,
    version: form.version as ConnectionInput['version'],
    node_id: form.nodeId,
    key_pem: some(form.key),
    certificate_pem: some(form.certificate),
    bus_certificate_pem: form.busCertificate,
    trusted_roots_pem: form.roots,
    ftp: {
      host: form.ftpHost,
      port: Number(form.ftpPort),
      user: form.ftpUser,
      password: some(form.ftpPassword),
      directory: form.ftpDirectory,
    },
    limits: {
      ...settings?.limits,
      max_in_flight: Number(form.maxInFlight),
      max_attempts: Number(form.maxAttempts),
      delivery_hours: Number(form.deliveryHours),
      poll_shortest_ms: Number(form.pollShortest),
      poll_longest_ms: Number(form.pollLongest),
    },
  };
}
