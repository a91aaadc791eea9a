// SPDX-License-Identifier: Apache-2.0
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEvents, useConnection } from './events.ts';

// The browser's EventSource, which the test environment does not have.
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Stream[] = [];
  readyState = 1;
  onopen?: () => void;
  onerror?: () => void;

  constructor(readonly url: string) {
    super();
    Stream.opened.push(this);
  }

  close() {
    this.readyState = Stream.CLOSED;
  }
}

describe('openEvents', () => {
  const onStale = vi.fn();
  const onAgain = vi.fn();
  const onRefused = vi.fn();
  let stop: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('EventSource', Stream);
    Stream.opened = [];
    onStale.mockClear();
    onAgain.mockClear();
    onRefused.mockClear();
    stop = openEvents({ onStale, onAgain, onRefused });
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const stream = () => Stream.opened.at(-1) as Stream;

  it('asks once for a burst of events', () => {
    stream().onopen?.();
    for (let i = 0; i < 50; i += 1) stream().dispatchEvent(new Event('registration_changed'));
    vi.runAllTimers();
    expect(onStale).toHaveBeenCalledTimes(1);
    expect(onStale.mock.calls[0]?.[0]).toHaveLength(3);
    expect(onStale.mock.calls[0]?.[0]).toContainEqual({ queryKey: ['registrations'] });
  });

  it('asks of a case that was typed into for that case alone', () => {
    stream().onopen?.();
    stream().dispatchEvent(new MessageEvent('application_edited', { data: '{"id":"a1"}' }));
    vi.runAllTimers();
    expect(onStale.mock.calls).toEqual([[[{ queryKey: ['application', 'a1'] }]]]);
  });

  it('asks for a package again when a case of it has changed, not any', () => {
    stream().onopen?.();
    stream().dispatchEvent(new MessageEvent('application_changed', { data: '{"id":"a1"}' }));
    vi.runAllTimers();
    const ofPackages = onStale.mock.calls[0]?.[0].find(
      ({ predicate }: { predicate?: unknown }) => predicate,
    );
    const shown = (id: string) => ({ state: { data: { items: [{ application_id: id }] } } });
    expect(ofPackages.predicate(shown('a1'))).toBe(true);
    expect(ofPackages.predicate(shown('a2'))).toBe(false);
  });

  it('asks for a package again where an older version of it is shown, and for no other', () => {
    stream().onopen?.();
    for (const version of [4, 5])
      stream().dispatchEvent(
        new MessageEvent('packages_changed', { data: JSON.stringify({ id: 'p1', version }) }),
      );
    vi.runAllTimers();
    const [pages, lists] = [true, false].map((isOne) =>
      onStale.mock.calls[0]?.[0].filter(
        ({ queryKey }: { queryKey: string[] }) => (queryKey[1] === 'one') === isOne,
      ),
    );
    expect(lists.map(({ queryKey }: { queryKey: string[] }) => queryKey)).toEqual([
      ['packages', 'list'],
      ['packages', 'waiting'],
      ['packages', 'holders'],
      ['courier-runs'],
    ]);
    expect(pages).toHaveLength(1);
    expect(pages[0].queryKey).toEqual(['packages', 'one', 'p1']);
    const asked = [3, 4, 5].map((version) => pages[0].predicate({ state: { data: { version } } }));
    expect(asked).toEqual([true, true, false]);
  });

  it('refreshes everything when the connection is back, not at the first time', () => {
    stream().onopen?.();
    expect(onAgain).not.toHaveBeenCalled();
    stream().onerror?.();
    stream().onopen?.();
    expect(onAgain).toHaveBeenCalledTimes(1);
  });

  it('opens a new stream when the browser has given up', () => {
    stream().close();
    stream().onerror?.();
    vi.runAllTimers();
    expect(Stream.opened).toHaveLength(2);
  });

  it('says that a refused page is not updated, and tries again ever more seldom', () => {
    const { result } = renderHook(() => useConnection());
    const waits = [1, 2, 3, 4, 5, 6, 7].map(() => {
      stream().close();
      act(() => stream().onerror?.());
      const known = Stream.opened.length;
      let seconds = 0;
      for (; Stream.opened.length === known; seconds += 1) vi.advanceTimersByTime(1000);
      return seconds;
    });
    expect(result.current).toBe('refused');
    expect(onRefused).toHaveBeenCalledTimes(7);
    expect(waits[0]).toBeLessThanOrEqual(3);
    expect(waits.at(-1)).toBeGreaterThanOrEqual(22);
    expect(waits.at(-1)).toBeLessThanOrEqual(38);
    act(() => stream().onopen?.());
    expect(result.current).toBe('live');
    expect(onAgain).toHaveBeenCalledTimes(1);
  });

  it('lets go of the stream of a page nobody looks at, and is up to date when it is looked at', () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    stream().onopen?.();
    document.dispatchEvent(new Event('visibilitychange'));
    vi.runAllTimers();
    expect(stream().readyState).toBe(Stream.CLOSED);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(Stream.opened).toHaveLength(2);
    stream().onopen?.();
    expect(onAgain).toHaveBeenCalledTimes(1);
    hidden.mockRestore();
  });

  it('tells at once that the network is gone, and opens a new stream when it is back', () => {
    stream().onopen?.();
    window.dispatchEvent(new Event('offline'));
    const { result } = renderHook(() => useConnection());
    expect(result.current).toBe('lost');
    window.dispatchEvent(new Event('online'));
    act(() => stream().onopen?.());
    expect(result.current).toBe('live');
    expect(Stream.opened).toHaveLength(2);
    expect(onAgain).toHaveBeenCalledTimes(1);
  });

  it('stops for good', () => {
    stream().close();
    stream().onerror?.();
    stop();
    vi.runAllTimers();
    expect(Stream.opened).toHaveLength(1);
  });
});
