/** The template that the user wrote letters by last, kept on this machine: lines of a sheet, or a Word file of theirs. */
import { templateProblem } from '../../papers/letterWords';
import type { Preferences } from '../../review/memory/preferences';
import type { LetterTemplate } from '../services';

const key = 'letter-template';

/** A larger file is asked for again: a browser keeps a few megabytes for everything. */
const mostBytes = 300_000;

function bytesIn(text: unknown): Uint8Array | null {
  if (typeof text !== 'string') return null;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** What was kept; what cannot be read, or is no template any more, is nothing. */
export function keptTemplate(preferences: Preferences): LetterTemplate | null {
  let read: unknown;
  try {
    read = JSON.parse(preferences.get(key) ?? 'null');
  } catch {
    return null;
  }
  if (typeof read !== 'object' || read === null) return null;
  const { bytes, lines, name } = read as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || !Array.isArray(lines)) return null;
  const texts = lines.filter((line): line is string => typeof line === 'string');
  const file = bytesIn(bytes);
  if (texts.length < lines.length || templateProblem(texts) !== null || (bytes !== null && !file)) return null;
  return { name, lines: texts, bytes: file };
}

/** Keeps a template for the next letter; null: the one of our own. */
export function keepTemplate(preferences: Preferences, template: LetterTemplate | null): void {
  const file = template?.bytes ?? null;
  if (!template || (file && file.length > mostBytes)) {
    preferences.set(key, null);
    return;
  }
  const text = file && btoa(Array.from(file, (byte) => String.fromCharCode(byte)).join(''));
  preferences.set(key, JSON.stringify({ name: template.name, lines: template.lines, bytes: text }));
}
