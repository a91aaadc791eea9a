// SPDX-License-Identifier: Apache-2.0
import { Table, Text } from '@mantine/core';
import { Fragment } from 'react';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { type AnswerGroup, groupAnswers } from './answer-groups.ts';
import type { Registration } from './registration.ts';

// The application as it was written: answers one under the other, groups of rows as tables.
export function FormAnswers({ answers }: { answers: Registration['form'] }) {
  return groupAnswers(answers).map((group) =>
    group.kind === 'rows' ? (
      <Rows key={group.title} group={group} />
    ) : (
      <Fragment key={group.answers[0]?.code ?? group.answers[0]?.label}>
        {group.section && (
          <Text size="sm" fw={600} mt="xs">
            {group.section}
          </Text>
        )}
        <LabelledValues
          items={group.answers.map(({ code, label, value }) => ({ id: code, label, value }))}
        />
      </Fragment>
    ),
  );
}

function Rows({ group }: { group: Extract<AnswerGroup, { kind: 'rows' }> }) {
  return (
    <>
      <Text size="sm" fw={600} mt="xs">
        {group.title}
      </Text>
      <Table.ScrollContainer minWidth={`${group.columns.length * 7}rem`}>
        <Table aria-label={group.title} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              {group.columns.map((column) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {group.rows.map((cells) => (
              <Table.Tr key={cells.join('\n')}>
                {group.columns.map((column, at) => (
                  <Table.Td key={column}>{cells[at]}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
