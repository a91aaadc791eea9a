// SPDX-License-Identifier: Apache-2.0
// The road on paper: a service the bus does not carry goes to its agency with a courier and its result comes back the same way.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { barriers, lastPictures, openBrowser, picture, sitDown } from '../support/browser.mjs';
import { draft, file, fill, handOver } from '../support/road.mjs';
import { Stack } from '../support/stack.mjs';

let stack;
let browser;

before(async () => {
  stack = await Stack.start();
  browser = await openBrowser();
});
after(async () => {
  await lastPictures(browser);
  await browser?.close();
  await stack?.stop();
});

async function textOfPdf(page, path) {
  const answer = await page.context().request.get(stack.base + path);
  assert.equal(answer.headers()['content-type'], 'application/pdf');
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: await answer.body() }).toString();
}

const idIn = (page) => new URL(page.url()).pathname.split('/').at(-1);

test('packed, carried, signed for, brought back, called about and handed out', { timeout: 180_000 }, async () => {
  const operator = await stack.signIn('ivanova');
  const filled = await fill(operator, await draft(operator, { code: 'passport-rf' }));
  const { id, number } = await handOver(operator, await file(operator, filled));

  // From the case to its package.
  const page = await sitDown(browser, stack.base, 'kuznetsova');
  await page.goto(`${stack.base}/cases/${id}`);
  await page.getByRole('button', { name: /Собрать пакет|Добавить в пакет/ }).waitFor();
  await picture(page, '40-paper-case');
  assert.deepEqual(await barriers(page), []);
  await page.keyboard.press('F9');
  await page.getByRole('row', { name: new RegExp(number) }).waitFor();
  await picture(page, '41-package');
  assert.deepEqual(await barriers(page), []);
  const packageId = idIn(page);
  // What of the demo can not go as it is stays here.
  const trouble = page.getByRole('row').filter({ has: page.getByRole('note') });
  for (let left = await trouble.count(); left > 0; left -= 1) {
    await trouble.first().getByRole('button', { name: /Убрать/ }).click();
    await page.waitForFunction((now) => document.querySelectorAll('[role=note]').length < now, left);
  }
  await page.getByRole('button', { name: 'Пакет готов' }).click();
  // Nothing was printed for the applicant to sign.
  await page.getByRole('dialog').getByRole('button', { name: 'Подготовить как есть' }).click();
  await page.getByRole('button', { name: 'Печать описи' }).waitFor();
  assert.match(await textOfPdf(page, `/api/v1/packages/${packageId}/print/inventory`), new RegExp(number));

  // The courier.
  await page.goto(`${stack.base}/packages?tab=runs`);
  await page.getByRole('button', { name: 'Новая ведомость' }).click();
  await page.getByLabel(/^Курьер/).fill('Лебедев Пётр Кириллович');
  await picture(page, '42-courier-run');
  assert.deepEqual(await barriers(page), []);
  await page.getByRole('button', { name: 'Отправить с курьером' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Отправить с курьером' }).click();
  await page.getByText('В пути', { exact: true }).waitFor();
  assert.match(await textOfPdf(page, `/api/v1/courier-runs/${idIn(page)}/print/route-sheet`), /Лебедев/);
  assert.equal((await operator.must('GET', `/api/v1/applications/${id}`)).status, 'sent_by_courier');

  // The inventory is back, signed.
  await page.goto(`${stack.base}/packages/${packageId}`);
  await page.getByRole('button', { name: 'Принято ведомством' }).click();
  const delivery = page.getByRole('dialog');
  await delivery.getByLabel('Входящий номер').fill('МВД-15');
  await picture(page, '43-delivery');
  await delivery.getByRole('button', { name: /Записать: принято/ }).click();
  await page.getByText(/вх\. № МВД-15/).waitFor();
  await picture(page, '44-delivered');

  // And so is the result.
  await page.goto(`${stack.base}/packages?tab=from`);
  await page.getByRole('button', { name: 'Новый пакет из ведомства' }).click();
  await page.getByRole('radio', { name: /МВД России/ }).check();
  await page.getByRole('button', { name: 'Создать пакет' }).click();
  await page.getByLabel('Номер с расписки').fill(number);
  await page.keyboard.press('Enter');
  await page.getByText(`Добавлено: ${number}`).waitFor();
  // A refusal wants its reason, and every decision its day; it was no refusal after all.
  await page.getByRole('radio', { name: 'Отказ' }).check();
  await page.getByRole('button', { name: 'Принять пакет' }).click();
  await page.getByRole('alert').getByText(new RegExp(`${number}, Причина отказа`)).waitFor();
  await picture(page, '45-refusal-without-reason');
  await page.getByRole('alert').getByText(new RegExp(`${number}, Дата решения`)).waitFor();
  await page.getByRole('radio', { name: 'Результат' }).check();
  await page.getByLabel('Дата решения').fill(new Date().toLocaleDateString('ru-RU', { timeZone: 'Europe/Moscow' }));
  await page.getByLabel('Номер решения').fill('1177');
  await page.getByText(/Сохранено в/).waitFor();
  await picture(page, '46-from-agency');
  assert.deepEqual(await barriers(page), []);
  await page.getByRole('button', { name: 'Принять пакет' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Принять пакет' }).click();
  await page.getByText(/Пакет принят: 1 дело/).first().waitFor();
  assert.deepEqual(page.faults, []);

  const agent = await sitDown(browser, stack.base, 'vasilieva');
  await agent.goto(`${stack.base}/calls?q=${number}`);
  await agent.getByRole('button', { name: /Дозвонились/ }).waitFor();
  await picture(agent, '47-paper-call');
  await agent.getByRole('button', { name: /Дозвонились/ }).click();
  await agent.keyboard.press('Enter');
  await agent.getByText(/Звонок записан/).waitFor();
  assert.deepEqual(agent.faults, []);

  await issue(id);
});

async function issue(id) {
  const scan = join(mkdtempSync(join(tmpdir(), 'okno-scan-')), 'scan.pdf');
  writeFileSync(scan, '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  const desk = await sitDown(browser, stack.base, 'ivanova');
  await desk.goto(`${stack.base}/cases/${id}`);
  await desk.getByRole('button', { name: 'Выдать результат' }).first().click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /Личность сверена/ }).check();
  await dialog.getByRole('button', { name: 'Записать получателя' }).click();
  await dialog.getByText(/— заявитель/).waitFor();
  await dialog.locator('input[type=file]').setInputFiles(scan);
  await dialog.getByText('scan.pdf').first().waitFor();
  for (const paper of await dialog.getByRole('group', { name: 'Переданные документы' }).getByRole('checkbox').all()) await paper.check();
  await picture(desk, '48-paper-issue');
  assert.deepEqual(await barriers(desk), []);
  await dialog.getByRole('button', { name: 'Выдать и закрыть дело' }).click();
  await desk.getByText('Закрыто').first().waitFor();
  assert.deepEqual(desk.faults, []);
}
