/** Light or dark, as the host says, else as the system prefers; asked again whenever the user comes back. */
import { type Theme, webLightTheme } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';
import { useRaise } from './useRaise';

/** Whether the host's theme is dark, or null when the host does not say. Excel tells of no theme change. */
export type HostDarkness = () => boolean | null;

// Chinese faces of each system after the Latin face; nothing is fetched.
const fontFamilyBase =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

const light: Theme = { ...webLightTheme, fontFamilyBase };
/** Null until somebody wanted it: it is no part of the first paint of those who do not. */
let dark: Theme | null = null;
const hearers = new Set<() => void>();

async function loadDark(): Promise<void> {
  if (dark) return;
  const { webDarkTheme } = await import(/* webpackChunkName: "dark" */ './darkTheme');
  dark = { ...webDarkTheme, fontFamilyBase };
  for (const hear of hearers) hear();
}

/** The gap between the rows of a list, in pixels: the same in both themes. */
export const rowGap = Number.parseFloat(light.spacingVerticalXS);

/** In forced colours every button has a frame, also one that is drawn without: those beside each other keep apart. */
export const framedApart = { '@media (forced-colors: active)': { columnGap: '4px', rowGap: '2px' } } as const;

const darkQuery = '(prefers-color-scheme: dark)';

const isDarkWanted = (hostTheme: HostDarkness): boolean => hostTheme() ?? window.matchMedia(darkQuery).matches;

/** Settles once the theme that is wanted now is there, so that nothing need be drawn in another; whether it is dark. */
export async function themeReady(hostTheme: HostDarkness): Promise<boolean> {
  const isDark = isDarkWanted(hostTheme);
  if (isDark) await loadDark();
  return isDark;
}

function subscribe(onChange: () => void): () => void {
  hearers.add(onChange);
  const preference = window.matchMedia(darkQuery);
  preference.addEventListener('change', onChange);
  window.addEventListener('focus', onChange);
  document.addEventListener('visibilitychange', onChange);
  return () => {
    hearers.delete(onChange);
    preference.removeEventListener('change', onChange);
    window.removeEventListener('focus', onChange);
    document.removeEventListener('visibilitychange', onChange);
  };
}

/** The theme in force; a change to the dark one shows once that has come. */
export function useTheme(hostTheme: HostDarkness): Theme {
  const raise = useRaise();
  const isDark = useSyncExternalStore(subscribe, () => isDarkWanted(hostTheme));
  const isMissing = useSyncExternalStore(subscribe, () => isDark && !dark);
  useEffect(() => {
    if (isMissing) loadDark().catch(raise);
  }, [isMissing, raise]);
  return isDark && dark ? dark : light;
}
