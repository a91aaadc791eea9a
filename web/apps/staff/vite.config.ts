// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressAssets } from '../../tools/compress.ts';
import { guide } from '../../tools/guide.ts';
import { serverLimits } from '../../tools/limits.ts';
import { mantineStyles } from '../../tools/mantine-styles.ts';

const mantine = fileURLToPath(new URL('../../node_modules/@mantine/core/styles', import.meta.url));
const server = process.env.OKNO_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), mantineStyles(mantine), guide(), serverLimits(), compressAssets()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // A strict CSP forbids inlined data scripts and the preload polyfill is not needed by the browsers we target.
  build: {
    target: ['chrome109', 'firefox115'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    rolldownOptions: {
      output: {
        // Without this every shared component becomes a file of its own: a hundred requests for the first list.
        codeSplitting: {
          groups: [
            {
              name: 'framework',
              test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack\/(?!react-table|table|react-virtual|virtual))/,
            },
            { name: 'mantine', test: /node_modules\/(@mantine|@floating-ui)\//, minShareCount: 7 },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': { target: server } } },
});
