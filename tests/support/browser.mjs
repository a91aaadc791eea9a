// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { password } from './stack.mjs';

const root = join(import.meta.dirname, '../..');
const require = createRequire(join(root, 'web/package.json'));
const { chromium } = require('playwright-core');
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

// Pictures of the story are taken when somebody wants them: OKNO_SCREENSHOTS=docs/screenshots keeps them in the tree.
const wanted = process.env.OKNO_SCREENSHOTS;
const pictures = join(root, wanted ?? 'build/test-results/screenshots');

export async function openBrowser() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

// A person at a workplace of their own: a fresh profile, signed in. Faults of the page end the test.
export async function sitDown(browser, base, login) {
  const context = await browser.newContext({ locale: 'ru-RU', timezoneId: 'Europe/Moscow', viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('console', (message) => {
    // A refused request is written to the console by the browser itself; the story looks at those on the screen.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) page.faults.push(message.text());
  });
  page.setDefaultTimeout(20_000);
  await page.goto(base);
  await page.getByLabel('Логин').fill(login);
  await page.getByLabel('Пароль', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.getByRole('navigation', { name: 'Разделы' }).waitFor();
  return page;
}

async function take(page, name) {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

export const picture = async (page, name) => (wanted ? take(page, name) : undefined);

// Where everybody was at the end: what to look at when a story fails.
export async function lastPictures(browser) {
  for (const [at, context] of (browser?.contexts() ?? []).entries()) {
    for (const page of context.pages()) await take(page, `last-${at}`).catch(() => undefined);
  }
}

// Serious findings of axe on the page as it stands.
export async function barriers(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], preload: false }));
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`);
}
