/** What a user sets once: kept in the preferences, read with a default for everything that is not there. */
import type { Preferences } from '../review/memory/preferences';
import { type Locale, locales } from '../words/locale';

export const languages = ['auto', ...locales] as const;
/** The language of the pane; `auto` follows Office. */
export type Language = (typeof languages)[number];

export interface Settings {
  readonly language: Language;
  /** Reviews the sheet in front as soon as the pane is connected. */
  readonly reviewOnOpening: boolean;
  /** Reviews again by itself once the reviewed sheet was edited. */
  readonly liveReview: boolean;
  /** Reviews the sheet in front in idle time, so that the result is there when it is asked for; nothing is shown. */
  readonly looksAhead: boolean;
  /** Selects a finding's cell as the arrow keys reach it, and not only on Enter. */
  readonly followsKeys: boolean;
  /** Whether a review was ever done here, so that the explanation for beginners can be short. */
  readonly knowsReview: boolean;
  /** Whether the user was told that Ctrl+Z cannot take a write back here. */
  readonly knowsUndo: boolean;
  /** Whether the user was told that a review empties Excel's undo here. */
  readonly knowsReviewUndo: boolean;
}

export const defaultSettings: Settings = {
  language: 'auto',
  reviewOnOpening: false,
  liveReview: false,
  looksAhead: true,
  followsKeys: false,
  knowsReview: false,
  knowsUndo: false,
  knowsReviewUndo: false,
};

const key = 'settings';

/** The language to speak: the one that was set, or that of Office. */
export function localeOf({ language }: Pick<Settings, 'language'>, ofHost: Locale): Locale {
  return language === 'auto' ? ofHost : language;
}

/** Reads the settings; a text or field that is not known leaves the default in force, as nothing of worth is lost. */
export function readSettings(preferences: Preferences): Settings {
  const text = preferences.get(key);
  const kept = text === null ? {} : fieldsOf(text);
  const flag = (name: Exclude<keyof Settings, 'language'>): boolean =>
    typeof kept[name] === 'boolean' ? kept[name] : defaultSettings[name];
  return {
    language: languages.find((language) => language === kept['language']) ?? defaultSettings.language,
    reviewOnOpening: flag('reviewOnOpening'),
    liveReview: flag('liveReview'),
    looksAhead: flag('looksAhead'),
    followsKeys: flag('followsKeys'),
    knowsReview: flag('knowsReview'),
    knowsUndo: flag('knowsUndo'),
    knowsReviewUndo: flag('knowsReviewUndo'),
  };
}

/** Keeps the settings. */
export function keepSettings(preferences: Preferences, settings: Settings): void {
  preferences.set(key, JSON.stringify(settings));
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Readonly<Record<string, unknown>>) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
