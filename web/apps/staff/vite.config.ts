// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressAssets } from '../../tools/compress.ts';
import { mantineStyles } from '../../tools/mantine-styles.ts';

const mantine = fileURLToPath(new URL('../../node_modules/@mantine/core/styles', import.meta.url));
const server = process.env.OKNO_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), mantineStyles(mantine), compressAssets()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // A strict CSP forbids inlined data scripts and the preload polyfill is not needed by the browsers we target.
  build: {
    target: ['chrome109', 'firefox115'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
  },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': { target: server } } },
});
