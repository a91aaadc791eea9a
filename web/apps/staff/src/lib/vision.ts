// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';

// «Версия для слабовидящих»: choices kept in the browser and put on <html> as data attributes.

export type Vision = {
  size: 'normal' | 'large' | 'huge';
  contrast: 'normal' | 'black-on-white' | 'white-on-black' | 'blue';
  spacing: 'normal' | 'wide';
};

export const usualVision: Vision = { size: 'normal', contrast: 'normal', spacing: 'normal' };

const storageKey = 'okno.vision';
const listeners = new Set<() => void>();
let current = stored();

function stored(): Vision {
  try {
    return { ...usualVision, ...JSON.parse(localStorage.getItem(storageKey) ?? '{}') };
  } catch {
    return usualVision;
  }
}

export function applyVision(vision = current) {
  Object.assign(document.documentElement.dataset, vision);
}

export function saveVision(vision: Vision) {
  current = vision;
  localStorage.setItem(storageKey, JSON.stringify(vision));
  applyVision();
  for (const listener of listeners) listener();
}

export function useVision(): Vision {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

// How many times larger than usual the letters are; global.css makes them so.
export function sizeOf({ size }: Vision): number {
  return { normal: 1, large: 1.25, huge: 1.5 }[size];
}

// The theme on which the chosen colours lie; undefined leaves the choice to the person.
export function schemeOf({ contrast }: Vision): 'light' | 'dark' | undefined {
  if (contrast === 'normal') return undefined;
  return contrast === 'white-on-black' ? 'dark' : 'light';
}
