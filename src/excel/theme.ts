/** The colours that Office shows itself in, so that the pane can follow. */

/** Colours as #RRGGBB. */
export interface HostTheme {
  readonly isDark: boolean;
  readonly background: string;
  readonly foreground: string;
}

/** The theme, or null where Office does not tell; call it once Office is ready. */
export function hostTheme(): HostTheme | null {
  // Typed as always there, but older versions and the web have none.
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  if (!theme?.bodyBackgroundColor || !theme.bodyForegroundColor) return null;
  const background = theme.bodyBackgroundColor;
  return { isDark: luminanceOf(background) < 0.5, background, foreground: theme.bodyForegroundColor };
}

/** How light a colour is, 0 to 1 (Rec. 709 weights). */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (/[0-9a-f]{6}/i.exec(colour)?.[0].match(/../g) ?? []).map((part) =>
    Number.parseInt(part, 16),
  );
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
