// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';

const rowRem = 1.875;

// 30 px at the usual text size; grows with «версия для слабовидящих», which changes the root's size.
function rowHeight() {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Math.round((Number.isNaN(root) ? 16 : root) * rowRem);
}

function subscribe(listener: () => void) {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-size'] });
  return () => observer.disconnect();
}

export function useRowHeight() {
  return useSyncExternalStore(subscribe, rowHeight);
}
