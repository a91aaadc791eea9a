// SPDX-License-Identifier: Apache-2.0
import { useMemo, useState } from 'react';
import type { MessageTypeChange, MessageTypeVersion, Seen } from './version.ts';
import { type Words, wordsOf } from './words.ts';

export type Settings = Pick<
  MessageTypeVersion,
  'title' | 'kind' | 'namespace' | 'request_root' | 'response_root'
> & {
  title_en: string;
  description: string;
  description_en: string;
  agency: { code: string; name: string; name_en: string };
  documents: string[];
  personal_signature: boolean;
};

export type Draft = { settings: Settings; request: Words; response: Words };

export function draftOf(type: MessageTypeVersion): Draft {
  const { title, kind, namespace, request_root, response_root, agency } = type;
  return {
    settings: {
      title,
      kind,
      namespace,
      request_root,
      response_root,
      title_en: type.title_en ?? '',
      description: type.description ?? '',
      description_en: type.description_en ?? '',
      agency: { code: agency.code, name: agency.name, name_en: agency.name_en ?? '' },
      documents: type.documents ?? [],
      personal_signature: type.personal_signature === true,
    },
    request: wordsOf(type.request),
    response: wordsOf(type.response),
  };
}

function same(one: unknown, other: unknown) {
  return JSON.stringify(one) === JSON.stringify(other);
}

// Only what differs: members that are absent stay as they are.
export function changeOf(before: Draft, after: Draft): MessageTypeChange {
  const settings = Object.entries(after.settings).filter(
    ([name, value]) => !same(value, before.settings[name as keyof Settings]),
  );
  return {
    ...Object.fromEntries(settings),
    ...(same(before.request, after.request) ? {} : { request: after.request }),
    ...(same(before.response, after.response) ? {} : { response: after.response }),
  };
}

// What is being corrected; begins anew with each revision that was kept.
export function useEditor({ type, revision }: Seen) {
  const kept = useMemo(() => draftOf(type), [type]);
  const [known, setKnown] = useState(revision);
  const [draft, setDraft] = useState(kept);
  if (known !== revision) {
    setKnown(revision);
    setDraft(kept);
  }
  const change = changeOf(kept, draft);
  return {
    draft,
    change,
    dirty: Object.keys(change).length > 0,
    setSettings: (settings: Settings) => setDraft({ ...draft, settings }),
    setWords: (side: 'request' | 'response', words: Words) => setDraft({ ...draft, [side]: words }),
    reset: () => setDraft(kept),
  };
}
