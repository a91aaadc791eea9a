// SPDX-License-Identifier: Apache-2.0
// A message type without programming: an administrator imports an XSD, corrects it, publishes it; it is there at once.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { barriers, lastPictures, openBrowser, picture, sitDown } from '../support/browser.mjs';
import { Stack } from '../support/stack.mjs';

let stack;
let browser;
const folder = mkdtempSync(join(tmpdir(), 'okno-xsd-'));
// On a product that runs already the story may have been told before.
const name = `pension-${Date.now()}`;

const element = (name, type, title) =>
  `<xs:element name="${name}" type="${type}">${title ? `<xs:annotation><xs:documentation>${title}</xs:documentation></xs:annotation>` : ''}</xs:element>`;
const root = (name, parts) => `<xs:element name="${name}"><xs:complexType><xs:sequence>${parts}</xs:sequence></xs:complexType></xs:element>`;

function fileOf(fileName, parts) {
  const namespace = `urn://okno-story/${name}/1.0.0`;
  const path = join(folder, fileName);
  writeFileSync(path, `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="${namespace}" targetNamespace="${namespace}" elementFormDefault="qualified">
${parts}
</xs:schema>`);
  return path;
}

before(async () => {
  stack = await Stack.start();
  browser = await openBrowser();
});
after(async () => {
  await lastPictures(browser);
  await browser?.close();
  await stack?.stop();
});

test('an administrator imports an XSD, corrects and publishes it without a restart', { timeout: 180_000 }, async () => {
  const page = await sitDown(browser, stack.base, 'admin');
  await page.getByRole('link', { name: 'Виды сведений' }).click();
  await page.getByRole('row', { name: /ИНН по паспортным данным/ }).waitFor();
  await picture(page, 'types-01-list');
  assert.deepEqual(await barriers(page), []);

  // A schema that can not be used is refused with its place.
  await page.getByRole('button', { name: 'Загрузить вид сведений' }).click();
  const dialog = page.getByRole('dialog');
  const input = dialog.locator('input[type=file]');
  await input.setInputFiles(fileOf('broken.xsd', root('PensionRequest', element('Sex', 't:None'))));
  await dialog.getByText(/файл broken\.xsd, строка 3/).waitFor();
  await picture(page, 'types-02-refused');
  assert.deepEqual(await barriers(page), []);
  await dialog.getByRole('button', { name: 'Убрать' }).click();

  await dialog.getByLabel('Название').fill(`Пенсия ${name}`);
  await dialog.getByLabel('Имя в системе').fill(name);
  await input.setInputFiles(
    fileOf('pension.xsd', root('PensionRequest', element('FamilyName', 'xs:string', 'Фамилия') + element('BirthDate', 'xs:date')) + root('PensionResponse', element('Snils', 'xs:string'))),
  );
  await page.getByRole('heading', { name: `Пенсия ${name}` }).waitFor();

  // The label, the place and the source of a field; the form below follows before anything is kept.
  await page.getByRole('option', { name: 'BirthDate' }).click();
  await page.getByLabel('Подпись поля', { exact: true }).fill('Дата рождения');
  await page.getByRole('combobox', { name: 'Заполнить из' }).click();
  await page.getByRole('option', { name: 'Дата рождения' }).last().click();
  await page.getByRole('button', { name: 'Выше' }).click();
  const form = page.getByRole('region', { name: 'Предпросмотр' });
  await form.getByLabel('Дата рождения').waitFor();
  await picture(page, 'types-03-corrected');
  assert.deepEqual(await barriers(page), []);
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Всё сохранено').waitFor();

  await form.getByText('XML', { exact: true }).click();
  await form.getByText('<FamilyName>').or(form.getByText(/FamilyName>/)).first().waitFor();
  await picture(page, 'types-04-xml');

  // The answer: a field of the applicant's card.
  await page.getByRole('link', { name: 'Ответ' }).click();
  await page.getByRole('option', { name: 'Snils' }).click();
  await page.getByRole('combobox', { name: 'Поле карточки заявителя' }).click();
  await page.getByRole('option', { name: 'СНИЛС' }).click();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Всё сохранено').waitFor();
  assert.deepEqual(await barriers(page), []);

  // What goes to nobody is not published.
  await page.getByRole('link', { name: 'Описание' }).click();
  await page.getByRole('textbox', { name: 'Ведомство' }).first().fill('Социальный фонд России');
  await page.getByRole('textbox', { name: 'Код ведомства' }).fill('sfr');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Всё сохранено').waitFor();
  await page.getByRole('button', { name: 'Опубликовать' }).click();
  await page.getByText('Вид сведений опубликован').waitFor();
  await page.getByRole('link', { name: 'Виды сведений' }).click();
  await page.getByRole('row', { name: new RegExp(`Пенсия ${name}.*Опубликован`) }).waitFor();
  await picture(page, 'types-05-published');

  // What was corrected is what operators are offered.
  const admin = await stack.signIn('admin');
  const type = await admin.must('GET', `/api/v1/message-types/${name}/versions/1`);
  assert.equal(type.state, 'published');
  assert.deepEqual(type.request_form['x-order'], ['BirthDate', 'FamilyName']);
  assert.equal(type.request_form.properties.BirthDate.title, 'Дата рождения');
  assert.equal(type.request.fields.BirthDate.prefill, 'applicant.birth_date');
  assert.equal(type.response.fields.Snils.card, 'applicant.snils');
  assert.deepEqual(page.faults, []);
});
