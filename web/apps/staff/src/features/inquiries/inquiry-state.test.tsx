// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import { it } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { InquiryStatePill } from './inquiry-state.tsx';

it('calls formed what has been saved, and a draft what nobody has saved yet', () => {
  renderUi(
    <>
      <InquiryStatePill inquiry={{ state: 'formed' }} />
      <InquiryStatePill inquiry={{ state: 'formed', number: 'P/26/1' }} />
    </>,
  );
  screen.getByText('Черновик');
  screen.getByText('Сформирован');
});
