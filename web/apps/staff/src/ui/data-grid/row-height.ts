// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';

const rowRem = 1.875;

// How many pixels a rem has; it grows with «версия для слабовидящих», which changes the root's size.
export function rootRem() {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isNaN(root) ? 16 : root;
}

// 30 px at the usual text size.
function rowHeight() {
  return Math.round(rootRem() * rowRem);
}

function subscribe(listener: () => void) {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-size'] });
  return () => observer.disconnect();
}

export function useRowHeight() {
  return useSyncExternalStore(subscribe, rowHeight);
}
