// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { guide } from './tools/guide.ts';
import { serverLimits } from './tools/limits.ts';

export default defineConfig({
  plugins: [guide(), serverLimits()],
  resolve: { alias: { '@': fileURLToPath(new URL('./apps/staff/src', import.meta.url)) } },
  test: {
    environment: 'happy-dom',
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'apps/*/src/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    isolate: false,
    unstubGlobals: true,
    restoreMocks: true,
    setupFiles: ['./apps/staff/src/test/setup.ts'],
    env: { TZ: 'Europe/Moscow' },
  },
});
