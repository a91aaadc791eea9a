// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { stubServer } from '@/test/server.ts';
import { useLiveUpdates } from './events.ts';

afterEach(() => vi.unstubAllGlobals());

class Stream extends EventTarget {
  static last?: Stream;
  constructor() {
    super();
    Stream.last = this;
  }
  close() {}
}

function Card() {
  useLiveUpdates();
  const { data } = useQuery({
    queryKey: ['application', 'a1'],
    queryFn: () => take(api.GET('/api/v1/applications/{id}', { params: { path: { id: 'a1' } } })),
  });
  return <p>{data?.number}</p>;
}

it('marks what an open page asks for by itself, and no opening', async () => {
  vi.stubGlobal('EventSource', Stream);
  const asked = stubServer({
    'GET /api/v1/applications/a1': () => ({ body: { number: '0101-26-000034' } }),
  });
  renderUi(<Card />);
  await screen.findByText('0101-26-000034');
  Stream.last?.dispatchEvent(new Event('application_changed'));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked.map(({ headers }) => headers.get('X-Okno-Refresh'))).toEqual([null, '1']);
});
