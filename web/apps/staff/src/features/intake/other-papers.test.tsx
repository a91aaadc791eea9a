// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import type { Mark } from './marks.ts';
import { OtherPapers } from './other-papers.tsx';

const sent: Mark[] = [];

function Desk({ first = [] }: { first?: Mark[] }) {
  const [papers, setPapers] = useState(first);
  const change = (paper: Mark) => {
    sent.push(paper);
    setPapers((before) => [...before.filter(({ item }) => item !== paper.item), paper]);
  };
  return <OtherPapers papers={papers} editable onChange={change} />;
}

it('takes the name and the sheets of a paper no checklist names', async () => {
  const user = userEvent.setup();
  renderUi(<Desk />);
  await user.click(screen.getByRole('button', { name: 'Добавить бумагу' }));
  await user.type(screen.getByLabelText(/Название документа/), 'Договор найма');
  await user.clear(screen.getByLabelText('Листов'));
  await user.type(screen.getByLabelText('Листов'), '4');
  expect(sent.at(-1)).toMatchObject({
    item: 'other-1',
    given: true,
    title: 'Договор найма',
    form: 'original',
    sheets: 4,
  });
});

it('gives the next paper a free place, and takes one out again', async () => {
  const user = userEvent.setup();
  const lease = { item: 'other-1', given: true, title: 'Договор найма', sheets: 4, copies: 1 };
  renderUi(<Desk first={[lease]} />);
  await user.click(screen.getByRole('button', { name: 'Добавить бумагу' }));
  expect(sent.at(-1)?.item).toBe('other-2');
  await user.click(screen.getByRole('button', { name: 'Убрать: Договор найма' }));
  expect(sent.at(-1)).toMatchObject({ item: 'other-1', given: false });
  expect(screen.queryByRole('group', { name: 'Договор найма' })).toBeNull();
});
