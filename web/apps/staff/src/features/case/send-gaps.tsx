// SPDX-License-Identifier: Apache-2.0
import { List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '@/lib/language.tsx';
import { Differs } from '@/ui/differs.tsx';
import { Notice } from '@/ui/notice.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import type { Application, AskedAgencies, ChecklistItem, RequestSlot } from './application.ts';
import classes from './case-page.module.css';
import { ItemRequest } from './item-request.tsx';

type GapProps = {
  name: 'unasked' | 'waiting' | 'differs' | 'beyond' | 'unseen';
  // None is no gap.
  count: number;
  children: ReactNode;
};

// What a case lacks though no rule keeps it from going: how many, what that means, and which.
export function Gap({ name, count, children }: GapProps) {
  const t = useT();
  if (count === 0) return null;
  return (
    <Notice tone="wait" title={t(`case.send.${name}`, { count })}>
      <Text size="sm">{t(`case.send.${name}.text`)}</Text>
      {children}
    </Notice>
  );
}

type UnaskedProps = { application: Application; items: ChecklistItem[]; request?: RequestSlot };

// Documents to be asked for, each with the way to do so.
export function Unasked({ application, items, request }: UnaskedProps) {
  return (
    <Gap name="unasked" count={items.length}>
      <ul className={classes.unasked}>
        {items.map((item) => (
          <li key={item.code}>
            <Text size="sm">{item.title}</Text>
            {request && <ItemRequest application={application} item={item} request={request} />}
          </li>
        ))}
      </ul>
    </Gap>
  );
}

// Inquiries without an answer.
export function Waiting({ inquiries }: { inquiries: AskedAgencies['waiting'] }) {
  return (
    <Gap name="waiting" count={inquiries.length}>
      <List size="sm">
        {inquiries.map(({ id, title, addressee }) => (
          <List.Item key={id}>
            <InquiryLink id={id} title={title} />
            {`, ${addressee}`}
          </List.Item>
        ))}
      </List>
    </Gap>
  );
}

// Answers that say otherwise than the card.
export function Differing({ inquiries }: { inquiries: AskedAgencies['differing'] }) {
  return (
    <Gap name="differs" count={inquiries.length}>
      <List size="sm">
        {inquiries.map(({ id, title, differs }) => (
          <List.Item key={id}>
            <InquiryLink id={id} title={title} />
            <Differs of={differs} />
          </List.Item>
        ))}
      </List>
    </Gap>
  );
}

function InquiryLink({ id, title }: { id: string; title: string }) {
  return (
    <TextLink to="/inquiries/$id" params={{ id }}>
      {title}
    </TextLink>
  );
}
