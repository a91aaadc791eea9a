// SPDX-License-Identifier: Apache-2.0
import { setLanguageHeader } from '@okno/api/transport';
import { makeTranslate, type Translate, type Translation } from '@okno/i18n/catalog';
import { type Russian, ru } from '@okno/i18n/ru';
import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { wordRequiredFields } from './required-words.ts';

export type Language = 'ru' | 'en';
export type T = Translate<Russian>;
export type MessageKey = keyof Russian;

// The keys whose text takes no variables.
export type PlainKey = {
  [Key in MessageKey]: Russian[Key] extends string
    ? Russian[Key] extends `${string}{${string}}${string}`
      ? never
      : Key
    : never;
}[MessageKey];

type LanguageState = { language: Language; setLanguage: (next: Language) => void; t: T };

const storageKey = 'okno.language';
const russian: LanguageState = {
  language: 'ru',
  setLanguage: () => undefined,
  t: makeTranslate<Russian>(ru, 'ru'),
};
// Of what becomes part of an application: that is Russian, whatever the reader's language is.
export const inRussian: T = russian.t;

const LanguageContext = createContext<LanguageState>(russian);

function storedLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'ru';
}

async function loadCatalog(language: Language): Promise<Translation<Russian>> {
  return language === 'en' ? (await import('@okno/i18n/en')).en : ru;
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [wanted, setWanted] = useState(storedLanguage);
  const [shown, setShown] = useState<{ language: Language; catalog: Translation<Russian> }>();

  useEffect(() => {
    let current = true;
    setLanguageHeader(wanted);
    void loadCatalog(wanted).then((catalog) => {
      if (!current) return;
      document.documentElement.lang = wanted;
      setShown({ language: wanted, catalog });
    });
    return () => {
      current = false;
    };
  }, [wanted]);

  const setLanguage = useCallback(
    (next: Language) => {
      localStorage.setItem(storageKey, next);
      setLanguageHeader(next);
      setWanted(next);
      // The server words much of what it sends.
      void queries.invalidateQueries();
    },
    [queries],
  );

  const state = useMemo<LanguageState | undefined>(() => {
    if (!shown) return undefined;
    const t = makeTranslate<Russian>(shown.catalog, shown.language);
    return { language: shown.language, setLanguage, t };
  }, [shown, setLanguage]);

  useEffect(() => state && wordRequiredFields(state.t('field.empty')), [state]);

  if (!state) return null;
  return <LanguageContext.Provider value={state}>{children}</LanguageContext.Provider>;
}

// Outside a provider (tests of one component) it is Russian.
export function useLanguage() {
  return useContext(LanguageContext);
}

export function useT() {
  return useContext(LanguageContext).t;
}
