// SPDX-License-Identifier: Apache-2.0
import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eef4ff',
  '#dbe7fd',
  '#b5cdfa',
  '#8cb2f7',
  '#699bf4',
  '#528cf2',
  '#3b7cee',
  '#1d68e0',
  '#0b57d0',
  '#0848b0',
];

// Greys with a slight cool tint.
const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#eff1f4',
  '#e4e7ec',
  '#d5d9e0',
  '#bcc2cc',
  '#8d95a3',
  '#667080',
  '#4c5563',
  '#343b47',
  '#1f242d',
];

const dark: MantineColorsTuple = [
  '#dfe3ea',
  '#c3c9d4',
  '#a2aab8',
  '#7d8797',
  '#4b5361',
  '#39404d',
  '#2a303b',
  '#20252e',
  '#171b22',
  '#101319',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 8,
  colors: { accent, gray, dark },
  black: '#1f242d',
  fontFamily: "'Golos Text Variable', 'Golos Text', system-ui, sans-serif",
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '8px' },
  respectReducedMotion: true,
  // Plain objects, not X.extend(): a mention here would load the component with the first screen.
  components: {
    ScrollArea: { defaultProps: { viewportProps: { tabIndex: 0 } } },
    Checkbox: { defaultProps: { radius: 'xs' } },
    // Nothing to lock: the page itself never scrolls, and the lock would need an inline style.
    Modal: {
      defaultProps: { centered: true, lockScroll: false, transitionProps: { duration: 80 } },
      styles: { title: { fontWeight: 600, fontSize: '1rem' } },
    },
    Drawer: {
      defaultProps: { lockScroll: false, transitionProps: { duration: 80 } },
      styles: { title: { fontWeight: 600, fontSize: '1rem' } },
    },
    Popover: { defaultProps: { transitionProps: { duration: 80 } } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    Timeline: { styles: { itemTitle: { lineHeight: 1.35, fontSize: '0.875rem' } } },
    Notification: { defaultProps: { withBorder: true } },
  },
});

// The defaults fail WCAG AA: placeholder 2.1:1, error red 3.3:1, dimmed text on grey.
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-placeholder': '#667080',
    '--mantine-color-dimmed': '#5a6372',
    '--mantine-color-error': '#c01f26',
    '--mantine-color-anchor': '#0b57d0',
    '--okno-surface': '#ffffff',
    '--okno-canvas': '#f4f6f9',
    '--okno-line': '#dfe3e9',
    '--okno-row-hover': '#f2f6fd',
    '--okno-row-selected': '#e3edfd',
    '--okno-good': '#11692f',
    '--okno-good-soft': '#e3f4e8',
    '--okno-wait': '#875100',
    '--okno-wait-soft': '#fdf0d9',
    '--okno-bad': '#b3181f',
    '--okno-bad-soft': '#fde7e7',
    '--okno-info': '#0b57d0',
    '--okno-info-soft': '#e5eefc',
    '--okno-calm': '#4c5563',
    '--okno-calm-soft': '#eceff3',
  },
  dark: {
    '--mantine-color-body': '#171b22',
    '--mantine-color-placeholder': '#949dac',
    '--mantine-color-dimmed': '#a2aab8',
    '--mantine-color-error': '#ff8f8f',
    '--mantine-color-anchor': '#8cb2f7',
    '--okno-surface': '#1c2129',
    '--okno-canvas': '#14171d',
    '--okno-line': '#333a46',
    '--okno-row-hover': '#232a35',
    '--okno-row-selected': '#20345a',
    '--okno-good': '#7bd796',
    '--okno-good-soft': '#173520',
    '--okno-wait': '#f3bd62',
    '--okno-wait-soft': '#3a2c12',
    '--okno-bad': '#ff9b98',
    '--okno-bad-soft': '#451f22',
    '--okno-info': '#9dbffa',
    '--okno-info-soft': '#1d2f52',
    '--okno-calm': '#c3c9d4',
    '--okno-calm-soft': '#2b313c',
  },
});

// Names of buttons that the components make themselves.
export function wordedTheme(closeName: string): MantineThemeOverride {
  const closeButtonProps = { 'aria-label': closeName };
  return {
    components: {
      Modal: { defaultProps: { closeButtonProps } },
      Drawer: { defaultProps: { closeButtonProps } },
      Timeline: { styles: { itemTitle: { lineHeight: 1.35, fontSize: '0.875rem' } } },
      Notification: { defaultProps: { closeButtonProps } },
    },
  };
}
