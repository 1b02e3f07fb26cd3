import { createTheme } from '@mantine/core';
import { texts } from './texts';

/** Colours and shades are chosen so that text on them keeps a contrast of 4.5 to one in both schemes. */
export const theme = createTheme({
  primaryColor: 'cyan',
  primaryShade: { light: 9, dark: 9 },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  components: {
    // What is offered is drawn when somebody looks at it, not with the page.
    Combobox: { defaultProps: { keepMounted: false } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': texts.common.close } } },
  },
  headings: { fontFamily: 'inherit' },
});
