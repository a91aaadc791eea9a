// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-worklists';
import '@okno/i18n/ru-screens';
import '@okno/i18n/ru-message-types';
import { notifications } from '@mantine/notifications';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { forgetAllUnsaved } from '@/lib/unsaved-text.ts';
import { setZone } from '@/lib/zone.ts';

// What is waited for comes when it comes: a busy machine is no failure.
configure({ asyncUtilTimeout: 10_000 });

// Tests of the transport run without a page.
if (typeof window !== 'undefined') {
  // happy-dom lays nothing out; a virtual list needs a window to show rows in.
  for (const [name, value] of Object.entries({ clientHeight: 600, clientWidth: 1200 })) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value });
  }
  // A text area that grows measures itself again when fonts have come.
  Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });

  window.matchMedia ??= (media: string) =>
    ({
      matches: false,
      media,
      onchange: null,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      addListener: () => undefined,
      removeListener: () => undefined,
      dispatchEvent: () => false,
    }) satisfies MediaQueryList;

  // Files share the modules and the page (no isolation: four times faster); none may leave anything behind.
  afterEach(() => {
    cleanup();
    notifications.cleanQueue();
    notifications.clean();
    document.body.replaceChildren();
    for (const left of document.head.querySelectorAll('style, title')) left.remove();
    forgetAllUnsaved();
    setZone(undefined);
    localStorage.clear();
    sessionStorage.clear();
  });
}
