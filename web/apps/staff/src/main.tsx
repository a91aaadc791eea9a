// SPDX-License-Identifier: Apache-2.0
import '@fontsource-variable/golos-text/wght.css';
import 'virtual:mantine-styles';
import '@mantine/notifications/styles.layer.css';
import './app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app/app.tsx';
import { applyVision } from '@/lib/vision.ts';

applyVision();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
