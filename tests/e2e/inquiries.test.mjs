// SPDX-License-Identifier: Apache-2.0
// Inquiries: the seven МСП services filled and shown as SOAP without the bus, two of them by an operator in the browser; a person's СНИЛС asked of СФР
// through the test bed and taken over to the card; a document of a checklist asked for from the case.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { barriers, lastPictures, openBrowser, picture, sitDown } from '../support/browser.mjs';
import { answer, draft, fieldAt, file, fill, findApplicant, handOver, put } from '../support/road.mjs';
import { password, Stack, until } from '../support/stack.mjs';

let stack;
let browser;
let desk; // of the operator who asks; a person keeps one window for all of it

before(async () => {
  stack = await Stack.start();
  browser = await openBrowser();
  desk = await sitDown(browser, stack.base, 'ivanova');
});
after(async () => {
  await lastPictures(browser);
  await browser?.close();
  await stack?.stop();
});

// What the operator hears from the entrepreneur, by the words of the question.
const heard = [
  [/ФИАС/, '0c5b2444-70a0-4932-980c-b4dc0d3f02b5'],
  [/Название/, 'г. Приреченск'],
  [/^Код \d/, '62.01'],
  [/ОКВЭД/, '62.01'],
  [/^Заказчик \d/, '7707083893'],
  [/Год/, '2026'],
  [/Сумма/, '500000'],
  [/Срок/, '24'],
  [/Код тренинга/, 'T-0001'],
  [/почта/, 'delo@example.ru'],
  [/Телефон/, '+79001234567'],
];
const answerTo = (label) => heard.find(([words]) => words.test(label))?.[1] ?? 'Со слов заявителя';

// Answers the field that a link of the summary has brought the focus to.
async function answerFocused(page, label) {
  const field = page.locator(':focus');
  const kind = await field.evaluate((element) => (element.tagName === 'BUTTON' ? 'add' : (element.getAttribute('type') ?? element.getAttribute('role') ?? 'text')));
  if (kind === 'add') return field.press('Enter');
  if (kind === 'radio' || kind === 'checkbox') return field.check();
  if ((await field.getAttribute('role')) === 'combobox' || (await field.getAttribute('aria-haspopup')) === 'listbox') {
    await field.click();
    return page.getByRole('option').first().click();
  }
  return field.fill(answerTo(label));
}

// Looks at the SOAP message; where the form still wants something, says it and looks again.
async function fillAndShowSoap(page) {
  const drawer = page.getByRole('dialog', { name: 'SOAP-запрос' });
  const summary = page.getByRole('alert').filter({ hasText: 'Исправьте в запросе' });
  for (let round = 0; round < 12; round += 1) {
    await page.getByRole('button', { name: 'Показать SOAP-запрос' }).click();
    await drawer.or(summary).first().waitFor();
    // While it slides in, the drawer is there one moment and not yet the next.
    if (!(await summary.isVisible())) {
      await drawer.waitFor();
      return drawer;
    }
    const links = await summary.getByRole('link').allTextContents();
    for (const label of links) {
      const link = summary.getByRole('link', { name: label, exact: true }).first();
      if (!(await link.count())) continue;
      await link.click();
      await answerFocused(page, label);
    }
    await page.getByText(/Сохранено в/).waitFor();
  }
  throw new Error(`the form can not be filled: ${await summary.textContent()}`);
}

// The two that hold every kind of field there is are filled in the browser.
const services = [
  { title: 'МСП: подбор имущества', root: 'PropertySelectionRequest', inBrowser: true },
  { title: 'МСП: участие в закупках', root: 'ProcurementParticipationRequest' },
  { title: 'МСП: финансовая поддержка', root: 'FinancialSupportRequest' },
  { title: 'МСП: тренинги', root: 'TrainingRequest', inBrowser: true },
  { title: 'МСП: объёмы и номенклатура закупок', root: 'ProcurementVolumesRequest' },
  { title: 'МСП: органы и меры поддержки', root: 'SupportMeasuresRequest' },
  { title: 'МСП: регистрация на портале «Бизнес-навигатор»', root: 'NavigatorRegistrationRequest' },
];

function assertSoap(soap, root) {
  assert.match(soap, /Envelope/);
  assert.match(soap, new RegExp(`<([a-z0-9]+:)?${root}`));
  assert.match(soap, /CallerInformationSystemSignature/, 'signed with the center’s key, the bus being down');
}

test('each of the seven МСП services is filled, shown as SOAP and saved, without the bus', { timeout: 300_000 }, async () => {
  const person = await stack.signIn('ivanova');
  const entrepreneur = await findApplicant(person, 'entrepreneur');
  // Nothing leaves and nothing answers: the bus is down.
  await stack.end(stack.testbed);
  try {
    await fillInBrowser(entrepreneur.id);
    await fillTheOthers(person, entrepreneur.id);
  } finally {
    await stack.startTestbed();
  }
});

// What a form still asks for, by its schema; what the entrepreneur would say, by the words of the question.
async function fillTheOthers(person, applicant) {
  const { items } = await person.must('GET', '/api/v1/message-types');
  for (const { title, root } of services.filter(({ inBrowser }) => !inBrowser)) {
    const type = items.find((one) => one.title === title);
    let inquiry = await person.must('POST', '/api/v1/inquiries', { key: randomUUID(), body: { type: type.name, applicant_id: applicant } });
    for (let round = 0; round < 12 && inquiry.errors.length > 0; round += 1) {
      const form = structuredClone(inquiry.form);
      for (const { pointer } of inquiry.errors) {
        const { field, name } = fieldAt(inquiry.form_schema, pointer);
        const free = field.type === 'string' && !field.enum && !field.format && !field['x-placeholder'];
        put(form, pointer, free ? answerTo(field.title) : answer(field, name));
      }
      inquiry = await person.must('PUT', `/api/v1/inquiries/${inquiry.id}/form`, { version: inquiry.version, body: { form } });
    }
    assert.deepEqual(inquiry.errors, [], title);
    const { xml } = await person.must('GET', `/api/v1/inquiries/${inquiry.id}/soap`);
    assertSoap(xml, root);
  }
}

async function fillInBrowser(applicant) {
  const page = desk;
  for (const [at, { title, root }] of services.filter(({ inBrowser }) => inBrowser).entries()) {
    await page.goto(`${stack.base}/inquiries/new?applicant=${applicant}`);
    await page.getByRole('combobox', { name: /Какие сведения/ }).fill(title);
    if (at === 0) {
      await picture(page, '20-inquiry-types');
      assert.deepEqual(await barriers(page), []);
    }
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Показать SOAP-запрос' }).waitFor();
    const drawer = await fillAndShowSoap(page);
    await drawer.getByText(`${root}`, { exact: false }).first().waitFor();
    const saving = page.waitForEvent('download');
    await drawer.getByRole('button', { name: 'Скачать' }).click();
    const saved = (await readFile(await (await saving).path())).toString();
    assertSoap(saved, root);
    if (at === 0) {
      await picture(page, '21-inquiry-soap');
      assert.deepEqual(await barriers(page), []);
    }
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    if (at === 0) {
      await picture(page, '22-inquiry-form');
      assert.deepEqual(await barriers(page), []);
    }
  }
  await page.goto(`${stack.base}/inquiries`);
  await page.getByRole('row', { name: /МСП: тренинги/ }).first().waitFor();
  await picture(page, '23-inquiries');
  assert.deepEqual(await barriers(page), []);
  assert.deepEqual(page.faults, []);
}

test('«заполнить по СНИЛС»: СФР answers through the bus, the card takes over what is agreed to', { timeout: 180_000 }, async () => {
  const person = await stack.signIn('ivanova');
  const card = await person.must('POST', '/api/v1/applicants', {
    key: randomUUID(),
    body: { kind: 'person', last_name: 'Черёмухина', first_name: 'Дарья', middle_name: 'Олеговна', birth_date: '1991-05-17', sex: 'female', citizenship: 'RUS', registration_address: 'г. Приреченск, ул. Садовая, д. 3' },
  });
  const page = desk;
  await page.goto(`${stack.base}/applicants/${card.id}`);
  await page.getByRole('button', { name: 'Заполнить по СНИЛС' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Запросить' }).waitFor();
  await picture(page, '24-fill-question');
  assert.deepEqual(await barriers(page), []);
  await page.getByRole('dialog').getByRole('button', { name: 'Запросить' }).click();
  const take = page.getByRole('button', { name: /Перенести \d+ пол/ });
  await take.waitFor({ timeout: 90_000 });
  await picture(page, '25-fill-differences');
  assert.deepEqual(await barriers(page), []);
  await take.click();
  await page.getByText('Карточка заявителя обновлена').first().waitFor();
  await page.getByText(/\d{3}-\d{3}-\d{3} \d{2}/).first().waitFor();
  await page.getByText(/по ответу: Социальный фонд России, P\/\d\d\/\d+/).waitFor();
  await picture(page, '26-fill-done');
  const filled = await person.must('GET', `/api/v1/applicants/${card.id}`);
  assert.match(filled.snils, /^\d{11}$/);

  // The inquiry stays: its table, the verdict on its signature, its history.
  await page.getByRole('list', { name: 'Запросы' }).getByRole('link').first().click();
  await page.getByRole('table', { name: 'Ответ' }).waitFor();
  await page.getByText(/Подпись верна/).first().waitFor();
  await picture(page, '27-inquiry-answer');
  assert.deepEqual(await barriers(page), []);
  assert.deepEqual(page.faults, []);
});

test('a new card at the desk is filled from an answer before it is saved', { timeout: 180_000 }, async () => {
  const page = desk;
  await page.goto(stack.base);
  await page.getByLabel('Кто пришёл?').fill('Барбарисова');
  await page.getByRole('button', { name: 'Добавить заявителя' }).click();
  await page.getByLabel('Фамилия').fill('Барбарисова');
  await page.getByLabel('Имя').fill('Инна');
  await page.getByLabel('Отчество').fill('Львовна');
  await page.getByLabel('Дата рождения').fill('03.09.1984');
  await page.getByText('женский').click();
  await page.getByRole('button', { name: 'Заполнить по СНИЛС' }).click();
  const drawer = page.getByRole('dialog');
  assert.equal(await drawer.getByLabel('Фамилия').inputValue(), 'Барбарисова');
  await drawer.getByRole('button', { name: 'Запросить' }).click();
  await drawer.getByRole('button', { name: /Перенести \d+ пол/ }).click({ timeout: 90_000 });
  await drawer.waitFor({ state: 'hidden' });
  assert.match(await page.getByLabel('СНИЛС').inputValue(), /^\d{3}-\d{3}-\d{3} \d{2}$/);
  assert.equal(await page.getByLabel('Имя').inputValue(), 'Инна');
  await picture(page, '28-new-card-filled');
  assert.deepEqual(page.faults, []);
});

test('an official signs the content with a key of their own, and the bus and the agency accept it', { timeout: 240_000 }, async () => {
  const person = await stack.signIn('ivanova');
  const page = desk;
  await page.goto(`${stack.base}/account`);
  await page.getByText('Ключа подписи нет').waitFor();
  await page.locator('input[type=file]').setInputFiles(join(stack.folder, 'keys/ivanova.p12'));
  await page.getByLabel('Пароль к ключу').fill('не тот');
  await page.getByLabel('Пароль для входа').fill(password);
  await page.getByRole('button', { name: 'Загрузить', exact: true }).click();
  await page.getByText('Пароль к ключу подписи не подходит').waitFor();
  await page.getByLabel('Пароль к ключу').fill(password);
  await page.getByRole('button', { name: 'Загрузить', exact: true }).click();
  await page.getByText('Иванова Анна Петровна').last().waitFor();
  await picture(page, '31-signing-key');
  assert.deepEqual(await barriers(page), []);

  // A charge handed over to ГИС ГМП is not taken without that signature.
  const draft = await person.must('POST', '/api/v1/inquiries', { key: randomUUID(), body: { type: 'gisgmp-import-charges' } });
  assert.equal(draft.personal_signature, 'demanded');
  // Whoever may sign any inquiry that has room for it, may sign this one.
  const applicant = await findApplicant(person);
  const signable = await person.must('POST', '/api/v1/inquiries', { key: randomUUID(), body: { type: 'residence-registration', applicant_id: applicant.id } });
  assert.equal(signable.personal_signature, 'possible');
  await page.goto(`${stack.base}/inquiries/${signable.id}`);
  const drawer = await fillAndShowSoap(page);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Отправить с моей подписью' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/Подписывает Иванова Анна Петровна/).waitFor();
  await picture(page, '32-sign');
  assert.deepEqual(await barriers(page), []);
  await dialog.getByLabel('Пароль к ключу').fill(password);
  await dialog.getByRole('button', { name: 'Подписать и отправить' }).click();
  await page.getByText(/Содержимое подписано/).waitFor();
  await page.getByText(/Подпись верна: Иванова Анна Петровна/).first().waitFor();
  await page.getByRole('table', { name: 'Ответ' }).or(page.getByText('Сведений нет')).first().waitFor({ timeout: 90_000 });
  await picture(page, '33-signed');
  assert.deepEqual(await barriers(page), []);
  assert.deepEqual(page.faults, []);
});

test('an answer of МСП brings its table for Excel', { timeout: 180_000 }, async () => {
  const person = await stack.signIn('ivanova');
  const entrepreneur = await findApplicant(person, 'entrepreneur');
  const draft = await person.must('POST', '/api/v1/inquiries', { key: randomUUID(), body: { type: 'msp-support-measures', applicant_id: entrepreneur.id } });
  const page = desk;
  await page.goto(`${stack.base}/inquiries/${draft.id}`);
  const drawer = await fillAndShowSoap(page);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+Enter');
  const files = page.getByRole('list', { name: 'Файлы ответа' });
  await files.getByText('tablica.xlsx').waitFor({ timeout: 90_000 });
  const saving = page.waitForEvent('download');
  await files.getByRole('button', { name: /Скачать.*таблица/ }).click();
  const bytes = await readFile(await (await saving).path());
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
  await picture(page, '34-msp-table');
  assert.deepEqual(page.faults, []);
});

test('a document of the checklist is asked for from the case, and the agency that decides gets what was answered', { timeout: 240_000 }, async () => {
  const person = await stack.signIn('ivanova');
  const applicant = await findApplicant(person);
  const filled = await fill(person, await draft(person, { applicantId: applicant.id }));
  const handed = await handOver(person, await file(person, filled));
  const page = desk;
  await page.goto(`${stack.base}/cases/${handed.id}?tab=documents`);
  await page.getByRole('button', { name: 'Запросить: Сведения о регистрации по месту жительства' }).click();
  // One type brings it: its form opens at once.
  await page.getByRole('button', { name: 'Сохранить и отправить' }).waitFor();
  const drawer = await fillAndShowSoap(page);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('table', { name: 'Ответ' }).waitFor({ timeout: 90_000 });
  await page.goto(`${stack.base}/cases/${handed.id}?tab=inquiries`);
  const list = page.getByRole('list', { name: 'Запросы' });
  await list.getByText('Получен ответ').waitFor();
  await picture(page, '29-case-inquiries');
  assert.deepEqual(await barriers(page), []);
  await page.goto(`${stack.base}/cases/${handed.id}?tab=documents`);
  await page.getByText('Получен по межведомственному запросу').waitFor();
  const obtained = page.getByRole('list', { name: 'Сведения о регистрации по месту жительства' });
  await obtained.getByText(/Ответ на запрос P-\d\d-\d+\.pdf/).waitFor();
  await obtained.getByText(/Ответ на запрос P-\d\d-\d+\.xml/).waitFor();
  // What the type has chosen of the answer stands in the case itself, with the verdict on the signature.
  const answers = page.getByRole('list', { name: 'Ответы ведомств' });
  await answers.getByText(/Адрес/).first().waitFor();
  await answers.getByText(/Подпись верна/).waitFor();
  await picture(page, '30-case-answers');
  assert.deepEqual(await barriers(page), []);
  assert.deepEqual(page.faults, []);
  await seenByTheAgency(handed);
});

const child = (first_name, birth_date) => ({ last_name: 'Берестова', first_name, birth_date, relation: 'own', born_abroad: false });

test('a document about several people is asked for about each of them, and is there when each is answered', { timeout: 240_000 }, async () => {
  const person = await stack.signIn('ivanova');
  const applicant = await findApplicant(person);
  const begun = await draft(person, { applicantId: applicant.id, code: 'large-family-certificate' });
  const children = [child('Анна', '2012-04-03'), child('Вера', '2015-09-21'), child('Яна', '2019-02-11')];
  const named = await person.must('PUT', `/api/v1/applications/${begun.id}/draft`, { version: begun.version, body: { form: { ...begun.form, has_second_parent: false, children } } });
  const handed = await handOver(person, await file(person, await fill(person, named)));
  const page = desk;
  await page.goto(`${stack.base}/cases/${handed.id}?tab=documents`);
  const births = page.getByRole('list', { name: 'О ком запрашивается: Сведения о рождении детей (ЕГР ЗАГС)' });
  await births.getByText(/Берестова Вера, 21\.09\.2015 \(ребёнок 2\)/).waitFor();
  await picture(page, '35-family');
  assert.deepEqual(await barriers(page), []);
  await births.getByRole('button', { name: /Запросить: .*, Берестова Вера/ }).click();
  // The child's data, not those of who came.
  await page.getByRole('textbox', { name: /^Имя/ }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: /^Имя/ }).inputValue(), 'Вера');
  await picture(page, '36-family-inquiry');
  assert.deepEqual(await barriers(page), []);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('table', { name: 'Ответ' }).waitFor({ timeout: 90_000 });

  await page.goto(`${stack.base}/cases/${handed.id}?tab=documents`);
  await page.getByText('Получено: 1 из 3').waitFor();
  await page.getByRole('button', { name: 'Запросить обо всех (2)' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Берестова Яна').waitFor();
  await picture(page, '37-family-all');
  await dialog.getByRole('button', { name: 'Отправить 2 запроса' }).click();
  await page.getByText('Отправлено 2 запроса').waitFor();
  await page.getByText('Получен по межведомственному запросу').waitFor({ timeout: 90_000 });
  await page.getByRole('list', { name: 'Ответы ведомств' }).getByText('Берестова Я.').waitFor();
  await picture(page, '38-family-answers');
  assert.deepEqual(await barriers(page), []);
  assert.deepEqual(page.faults, []);
});

// Sent to the agency, the answer lies at its document on the agency's card, and can be opened there.
async function seenByTheAgency({ id, number }) {
  const processor = await stack.signIn('kuznetsova');
  const current = await processor.must('GET', `/api/v1/applications/${id}`);
  await processor.must('POST', `/api/v1/applications/${id}/sending`, { version: current.version });
  const officer = await stack.signIn('sokolova');
  const card = await until('the registration at the agency', async () => {
    const { items } = await officer.must('GET', `/api/v1/registrations?q=${number}`);
    return items[0];
  });
  const page = await sitDown(browser, stack.base, 'sokolova');
  await page.goto(`${stack.base}/registrations/${card.id}`);
  await page.getByText(/МФЦ получил по межведомственному запросу № P\/\d\d\/\d+: МВД России/).waitFor();
  await page.getByText(/Ответ на запрос P-\d\d-\d+\.xml/).first().waitFor();
  await page.getByRole('heading', { name: 'Представленные документы' }).scrollIntoViewIfNeeded();
  await picture(page, '30-agency-answers');
  assert.deepEqual(await barriers(page), []);
  const { files } = await officer.must('GET', `/api/v1/registrations/${card.id}`);
  const sheet = files.find(({ name }) => /^Ответ на запрос .*\.pdf$/.test(name));
  const bytes = await officer.request('GET', `/api/v1/registrations/${card.id}/files/${sheet.id}`, { raw: true });
  assert.equal(bytes.status, 200);
  assert.deepEqual(page.faults, []);
}
