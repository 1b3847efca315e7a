/** Small versioned texts kept in a workbook: what was written is read back, or is said to be unreadable. */

/** What was found under a key: nothing, a value, or a text of a form or version that is not known here. */
export type Kept<T> =
  { readonly kind: 'nothing' } | { readonly kind: 'value'; readonly value: T } | { readonly kind: 'unreadable' };

const version = 1;

/** The text to keep. */
export function textToKeep(content: unknown): string {
  return JSON.stringify({ version, content });
}

/** The parsed JSON, or undefined where the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Reads a kept text; `read` yields null for content that it does not know. */
export function readKept<T>(text: string | null, read: (content: unknown) => T | null): Kept<T> {
  if (text === null) return { kind: 'nothing' };
  const parsed = parseJson(text);
  if (!isRecord(parsed) || parsed['version'] !== version) return { kind: 'unreadable' };
  const value = read(parsed['content']);
  return value === null ? { kind: 'unreadable' } : { kind: 'value', value };
}

/** Whether a parsed piece is an object with fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads every element of a list; null where it is no list, or where one element is not known. */
export function readList<T>(content: unknown, read: (element: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(content)) return null;
  const values = content.map(read);
  return values.every((value) => value !== null) ? values : null;
}
