// SPDX-License-Identifier: Apache-2.0
/// <reference types="vite/client" />

declare module 'virtual:mantine-styles';

declare module 'virtual:guide' {
  export const sections: import('./app/help/tree.ts').Section[];
}

declare module 'virtual:limits' {
  export const limits: { casesInPackage: number };
}
