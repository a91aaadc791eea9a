// SPDX-License-Identifier: Apache-2.0
import type { Language } from './language.tsx';

const kinds: [RegExp, string][] = [
  [/(\d+) рабоч\S+ д(?:ень|ня|ней)/g, 'working day'],
  [/(\d+) календарн\S+ д(?:ень|ня|ней)/g, 'calendar day'],
  [/(\d+) час(?:а|ов)?(?![а-яё])/g, 'hour'],
];

// The server writes the terms of services in Russian. Plain ones are said in English; the words of a law stay its own.
export function termWords(text: string, language: Language): string {
  if (language === 'ru') return text;
  return kinds.reduce(
    (said, [pattern, word]) =>
      said.replace(pattern, (_, count) => `${count} ${word}${count === '1' ? '' : 's'}`),
    text,
  );
}
