import { createTheme, localStorageColorSchemeManager } from '@mantine/core';

export const colourSchemes = localStorageColorSchemeManager({ key: 'outloud.appearance' });

export const theme = createTheme({
  fontFamily: 'var(--font)',
  defaultRadius: 'md',
  respectReducedMotion: true,
  components: {
    // Body scrolling is stopped by a rule in base.css: the library would write a style element for it
    ModalRoot: { defaultProps: { lockScroll: false, radius: 'lg', centered: true, transitionProps: { duration: 120 } } },
    // In its place and with nothing but items inside, a menu is found and read where its button is
    Menu: {
      defaultProps: {
        shadow: 'md',
        radius: 'md',
        position: 'bottom-end',
        transitionProps: { duration: 120 },
        withinPortal: false,
        withInitialFocusPlaceholder: false,
        menuItemTabIndex: 0,
      },
    },
  },
});

/** Sets the scheme before anything is drawn, so that a dark page never flashes white. */
export function applyStoredScheme(): void {
  const chosen = colourSchemes.get('auto');
  const dark = chosen === 'dark' || (chosen === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['mantineColorScheme'] = dark ? 'dark' : 'light';
}
