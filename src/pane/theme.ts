/** Light or dark, as the host says, else as the system prefers; asked again whenever the user comes back. */
import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

/** Whether the host's theme is dark, or null when the host does not say. Excel tells of no theme change. */
export type HostDarkness = () => boolean | null;

// Chinese faces of each system after the Latin face; nothing is fetched.
const fontFamilyBase =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

const light: Theme = { ...webLightTheme, fontFamilyBase };
const dark: Theme = { ...webDarkTheme, fontFamilyBase };

/** The gap between the rows of a list, in pixels: the same in both themes. */
export const rowGap = Number.parseFloat(light.spacingVerticalXS);

const darkQuery = '(prefers-color-scheme: dark)';

function subscribe(onChange: () => void): () => void {
  const preference = window.matchMedia(darkQuery);
  preference.addEventListener('change', onChange);
  window.addEventListener('focus', onChange);
  document.addEventListener('visibilitychange', onChange);
  return () => {
    preference.removeEventListener('change', onChange);
    window.removeEventListener('focus', onChange);
    document.removeEventListener('visibilitychange', onChange);
  };
}

/** The theme in force. */
export function useTheme(hostTheme: HostDarkness): Theme {
  const isDark = useSyncExternalStore(subscribe, () => hostTheme() ?? window.matchMedia(darkQuery).matches);
  return isDark ? dark : light;
}
