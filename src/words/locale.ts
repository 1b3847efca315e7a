/** The languages. */

/** By their tags; the first is the default, which the others follow. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];
