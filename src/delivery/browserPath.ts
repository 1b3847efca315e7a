/** Which browser the project looks at its pages with. */

/** Debian's Chromium; CHROMIUM names another. */
export const browserPath = (): string => process.env['CHROMIUM'] ?? '/usr/bin/chromium';
