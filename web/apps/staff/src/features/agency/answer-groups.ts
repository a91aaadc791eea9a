// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@okno/api';

type Answer = Schemas['LabelledValue'];

// Answers that follow each other under one heading of the form, or the rows of one group («Члены семьи») as a table.
export type AnswerGroup =
  | { kind: 'answers'; section?: string; answers: Answer[] }
  | { kind: 'rows'; title: string; columns: string[]; rows: string[][] };

const rowPointer = /^\/([^/]+)\/(\d+)\/(.+)$/;
const dash = ' — ';

// The message brings answers one by one; which belong to one row is in their pointers:
// «/members/0/last_name», «Зарегистрированные совместно — Член семьи 1 — Фамилия».
export function groupAnswers(answers: Answer[]): AnswerGroup[] {
  const groups: AnswerGroup[] = [];
  let name = '';
  let columnCodes: string[] = [];
  let row = '';
  for (const answer of answers) {
    const place = rowPointer.exec(answer.code ?? '');
    const last = groups.at(-1);
    if (!place) {
      const { section } = answer;
      if (last?.kind === 'answers' && last.section === section) last.answers.push(answer);
      else groups.push({ kind: 'answers', section, answers: [answer] });
      name = '';
      continue;
    }
    const [, field = '', index = '', column = ''] = place;
    const [title = '', , ...rest] = answer.label.split(dash);
    let group = last;
    if (group?.kind !== 'rows' || field !== name) {
      group = { kind: 'rows', title, columns: [], rows: [] };
      groups.push(group);
      name = field;
      columnCodes = [];
      row = '';
    }
    if (index !== row) group.rows.push([]);
    row = index;
    let at = columnCodes.indexOf(column);
    if (at < 0) {
      at = columnCodes.push(column) - 1;
      group.columns.push(rest.join(dash) || answer.label);
    }
    const cells = group.rows.at(-1);
    if (cells) cells[at] = answer.value;
  }
  return groups;
}
