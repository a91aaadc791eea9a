// SPDX-License-Identifier: Apache-2.0
'use strict';

const kinds = { requests: 'запрос', responses: 'ответ', statuses: 'статус' };
const queues = { requests: 'запросы', responses: 'ответы', statuses: 'статусы' };
const states = { queued: 'проверяется', checking: 'проверяется', ready: 'в очереди', delivered: 'получено',
  rejected: 'отклонено', dropped: 'не принято', withdrawn: 'изъято' };
const modes = Object.fromEntries(
  [...document.querySelectorAll('[name=mode] option')].map((option) => [option.value, option.textContent]));
const moment = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'short', timeStyle: 'medium' });

const byId = (id) => document.getElementById(id);

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (key === 'onclick') made.addEventListener('click', value);
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return made;
}
const cell = (...children) => element('td', null, ...children);
const code = (text) => element('code', null, text);
const mnemonic = (text) => element('code', { class: 'name' }, text);
const row = (...cells) => element('tr', null, ...cells);

// Tables are redrawn only when their rows have changed, so that focus and selection stay.
const drawn = new Map();
function fill(id, items, draw, columns) {
  const key = JSON.stringify(items);
  if (drawn.get(id) === key) return;
  drawn.set(id, key);
  const rows = items.map(draw);
  const empty = row(element('td', { colspan: String(columns), class: 'quiet' }, 'Пока пусто'));
  byId(id).replaceChildren(...(rows.length > 0 ? rows : [empty]));
}

// What people call participants and message types, from the last state; keys are mnemonics and namespaces.
let names = { participants: new Map(), types: new Map(), answered: new Map() };
function readNames(state) {
  names = {
    participants: new Map(state.participants.map((one) => [one.mnemonic, one.name])),
    types: new Map(state.message_types.map((one) => [one.namespace, one.title])),
    // By who receives them.
    answered: Map.groupBy(state.message_types, (one) => one.routes.at(0)?.mnemonic),
  };
}
// The name, under it what the bus knows it by.
function named(name, key) {
  if (!name || name === key) return [code(key)];
  return [name, element('div', { class: 'quiet' }, code(key))];
}
const participant = (key) => named(names.participants.get(key), key);

function age(since, now) {
  const seconds = Math.max(0, Math.round((Date.parse(now) - Date.parse(since)) / 1000));
  if (seconds < 120) return `${seconds} с назад`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} мин назад`;
  return `${Math.round(seconds / 3600)} ч назад`;
}

function drawQueue(queue, now) {
  return row(cell(...participant(queue.recipient)), cell(queues[queue.queue], queue.node_id ? `, узел ${queue.node_id}` : ''),
    element('td', { class: 'number' }, String(queue.messages)),
    element('td', { class: 'number' }, String(queue.waiting_for_ack)), cell(age(queue.oldest_at, now)));
}

function drawMessage(message) {
  const title = names.types.get(message.namespace) ?? message.root ?? kinds[message.queue];
  const open = element('button', { type: 'button', class: 'link', onclick: () => showMessage(message) }, title);
  const extras = [message.attachments && `вложений ${message.attachments}`, message.files && `файлов ${message.files}`]
    .filter(Boolean).join(', ');
  const waits = message.state === 'ready' && message.waits_for_ack;
  return row(cell(moment.format(new Date(message.created_at))),
    cell(message.broadcast ? 'рассылка' : kinds[message.queue], element('br'),
      element('span', { class: 'quiet' }, `версия ${message.version}`)),
    cell(...participant(message.sender)), cell(...participant(message.recipient)),
    cell(open, element('div', { class: 'quiet' }, message.root),
      element('code', { class: 'quiet' }, message.id),
      extras && element('div', { class: 'quiet' }, extras)),
    cell(waits ? 'выдано, ждёт подтверждения' : states[message.state] ?? message.state,
      message.error && element('div', { class: 'bad' }, message.error)));
}

function drawParticipant(participant) {
  const marks = [participant.important && 'особо важная', participant.aggregator && 'агрегатор',
    participant.quota_bytes && `квота ${Math.round(participant.quota_bytes / 1024)} КБ`,
    participant.push_url && 'push-уведомления'].filter(Boolean).join(', ');
  return row(cell(mnemonic(participant.mnemonic)), cell(participant.name), cell(marks));
}

function drawType(type) {
  const routes = type.broadcast ? type.subscribers.map((name) => `рассылка → ${name}`)
    : type.routes.map((route) => (route.code ? `${route.code} → ${route.mnemonic}` : route.mnemonic));
  return row(cell(type.title, element('div', { class: 'quiet' },
    type.checked_by_schema ? 'содержание проверяется по схеме' : 'содержание не проверяется')),
  cell(code(type.namespace)), cell(...routes.flatMap((route) => [route, element('br')])));
}

const behaviours = { normal: 'отвечает', slow: 'отвечает медленно', silent: 'молчит', refusing: 'отказывает' };

function drawNeighbour(neighbour) {
  const options = Object.entries(behaviours).map(([value, title]) => element('option', { value }, title));
  const choice = element('select', { 'aria-label': `Поведение ${neighbour.mnemonic}` }, ...options);
  choice.value = neighbour.behaviour;
  choice.addEventListener('change', () => tell(() =>
    call('PUT', `neighbours/${neighbour.mnemonic}/behaviour`, { behaviour: choice.value })));
  return row(cell(...named(neighbour.name, neighbour.mnemonic)),
    cell((names.answered.get(neighbour.mnemonic) ?? []).map((type) => type.title).join('; ')),
    element('td', { class: 'number' }, String(neighbour.answered)),
    element('td', { class: 'number' }, String(neighbour.refused + neighbour.failed)), cell(choice));
}

function drawFailures(failures) {
  const lines = failures.map((failure) => {
    const limits = [failure.fault, failure.participant, failure.operation,
      failure.times > 0 ? `осталось раз: ${failure.times}` : 'пока не снята'].filter(Boolean).join(', ');
    return element('li', { class: 'bad' }, `${modes[failure.mode] ?? failure.mode}: ${limits}`);
  });
  byId('failures').replaceChildren(...lines);
  byId('alert').textContent = failures.length > 0 ? 'На стенде включены неисправности.' : '';
}

function drawParticipantChoice(participants) {
  const select = document.querySelector('[name=participant]');
  const known = new Set([...select.options].map((option) => option.value));
  for (const { mnemonic: name, name: title } of participants) {
    if (!known.has(name)) select.append(element('option', { value: name }, title ? `${title} (${name})` : name));
  }
}

async function call(method, path, body) {
  const answer = await fetch(`control/${path}`, {
    method, headers: body ? { 'Content-Type': 'application/json' } : {}, body: body && JSON.stringify(body),
  });
  const problem = answer.ok ? null : await answer.json().catch(() => ({}));
  if (problem) throw new Error(problem.title ?? `HTTP ${answer.status}`);
  return answer.status === 204 ? null : answer.json();
}

async function refresh() {
  try {
    const state = await call('GET', 'state');
    byId('summary').textContent = 'Подписи настоящие, участники учебные. Страница обновляется сама. '
      + `FTP: порт ${state.ftp_port}.`;
    readNames(state);
    fill('queues', state.queues.map((queue) => ({ ...queue, age: age(queue.oldest_at, state.now) })),
      (queue) => drawQueue(queue, state.now), 5);
    fill('messages', state.messages, drawMessage, 6);
    fill('participants', state.participants, drawParticipant, 3);
    fill('types', state.message_types, drawType, 3);
    fill('neighbours', (await call('GET', 'neighbours')).items, drawNeighbour, 5);
    drawFailures(state.failures);
    drawParticipantChoice(state.participants);
  } catch (error) {
    byId('alert').textContent = `Стенд не отвечает: ${error.message}`;
  }
}

// For reading only: each element on a line of its own; what was signed lies on the bus unchanged.
function readable(xml) {
  let depth = 0;
  return xml.replace(/>\s*</g, '>\n<').split('\n').map((line) => {
    if (line.startsWith('</')) depth -= 1;
    const indented = '  '.repeat(Math.max(0, depth)) + line;
    const opens = /^<[^/!?]/.test(line) && !line.endsWith('/>') && !/<\/[^>]+>$/.test(line);
    if (opens) depth += 1;
    return indented;
  }).join('\n');
}

async function showMessage(message) {
  const details = await call('GET', `messages/${message.id}`);
  const verdicts = details.signatures.map((signature) => element('li', { class: signature.valid ? 'good' : 'bad' },
    `${signature.covers || 'подпись'}: ${signature.sentence}`));
  const parts = [...details.attachments.map((part) => `${part.content_id}, ${part.mime_type}, ${part.size} Б`),
    ...details.files.map((file) => `FTP ${file.directory}/${file.name}, ${file.size} Б`)];
  byId('message-title').textContent = `${message.root || kinds[message.queue]}, версия ${details.version}`;
  byId('message-body').replaceChildren(
    element('p', null, code(message.id)),
    details.error ? element('p', { class: 'bad' }, details.error) : '',
    element('h3', null, 'Подписи'),
    verdicts.length > 0 ? element('ul', null, ...verdicts) : element('p', { class: 'quiet' }, 'Подписей нет'),
    parts.length > 0 ? element('ul', null, ...parts.map((part) => element('li', null, part))) : '',
    element('h3', null, 'Блок отправителя'), element('pre', { tabindex: '0' }, readable(details.provided)),
    details.signature ? element('h3', null, 'Подпись отправителя') : '',
    details.signature ? element('pre', { tabindex: '0' }, readable(details.signature)) : '');
  byId('message').showModal();
}

async function tell(action) {
  try {
    await action();
    await refresh();
  } catch (error) {
    byId('alert').textContent = error.message;
  }
}

byId('failure-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  const order = { mode: form.get('mode'), participant: form.get('participant'), operation: form.get('operation') };
  if (order.mode === 'fault') order.fault = form.get('fault');
  if (order.mode === 'slow') order.delay_ms = Number(form.get('delay_ms'));
  if (form.get('times')) order.times = Number(form.get('times'));
  tell(() => call('POST', 'failures', order));
});
byId('clear-failures').addEventListener('click', () => tell(() => call('DELETE', 'failures')));
byId('settings-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const { elements } = event.target;
  const settings = { answers: elements.answers.value, visibility_seconds: Number(elements.visibility_seconds.value) };
  for (const field of elements) if (field.type === 'checkbox') settings[field.name] = field.checked;
  tell(() => call('PATCH', 'settings', settings));
});

async function loadSettings() {
  const settings = await call('GET', 'settings');
  for (const field of byId('settings-form').elements) {
    if (!(field.name in settings)) continue;
    if (field.type === 'checkbox') field.checked = settings[field.name];
    else field.value = settings[field.name];
  }
}

// A hidden tab asks for nothing.
setInterval(() => { if (!document.hidden) refresh(); }, 2000);
tell(loadSettings);
