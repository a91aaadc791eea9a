// SPDX-License-Identifier: Apache-2.0
// «Версия для слабовидящих»: choices kept in the browser and put on <html> as data attributes.

export type Vision = {
  size: 'normal' | 'large' | 'huge';
  contrast: 'normal' | 'black-on-white' | 'white-on-black' | 'blue';
  spacing: 'normal' | 'wide';
};

export const usualVision: Vision = { size: 'normal', contrast: 'normal', spacing: 'normal' };

const storageKey = 'okno.vision';

export function readVision(): Vision {
  try {
    return { ...usualVision, ...JSON.parse(localStorage.getItem(storageKey) ?? '{}') };
  } catch {
    return usualVision;
  }
}

export function applyVision(vision: Vision) {
  Object.assign(document.documentElement.dataset, vision);
}

export function saveVision(vision: Vision) {
  localStorage.setItem(storageKey, JSON.stringify(vision));
  applyVision(vision);
}
