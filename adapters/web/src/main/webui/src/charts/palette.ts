/**
 * Colours that people with the usual kinds of colour blindness tell apart, after Okabe and Ito, each
 * three to one or more against the background of its scheme.
 */
export const PALETTE = {
  light: [
    '#0072b2',
    '#b35900',
    '#007a5a',
    '#b0508a',
    '#8a6d00',
    '#2f8fc4',
    '#7a3e9d',
    '#c03a2b',
    '#5b6770',
    '#4d7c0f',
  ],
  dark: [
    '#56b4e9',
    '#e69f00',
    '#2fc79b',
    '#e08fc0',
    '#f0e442',
    '#8ecbf0',
    '#c39be0',
    '#ff8a75',
    '#a9b4bd',
    '#a3d14f',
  ],
} as const;

/** What is summed up in "others" and what nobody is known for stays in the background. */
export const MUTED = { light: '#6f7a83', dark: '#8f9aa3' } as const;
export const TEXT = { light: '#343a40', dark: '#ced4da' } as const;
export const LINES = { light: '#dee2e6', dark: '#424242' } as const;
export const SURFACE = { light: '#ffffff', dark: '#242424' } as const;

/** A canvas inherits no font: the one of the pages. */
export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** How what may still change is drawn over. */
export const HATCHED = {
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [3, 3],
  rotation: Math.PI / 4,
} as const;
