/** The level-1 weights inside a rubric that is being edited as text. */

/** A level-1 heading and its weight as it stands in the text. */
export interface DraftLevel {
  readonly name: string;
  readonly weight: string;
}

function parsed(draft: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(draft);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

type PlainLevel = Readonly<Record<string, unknown>>;

function plainLevels(draft: string): readonly PlainLevel[] | null {
  const levels = parsed(draft)?.['levels'];
  if (!Array.isArray(levels)) return null;
  const all = levels as readonly unknown[];
  return all.every((level): level is PlainLevel => typeof level === 'object' && level !== null) ? all : null;
}

const shown = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** The weights of a draft; null where it is no JSON or has no list of levels. */
export function readLevels(draft: string): readonly DraftLevel[] | null {
  return plainLevels(draft)?.map((level) => ({ name: shown(level['name']), weight: shown(level['weight']) })) ?? null;
}

/** The draft with another weight for one level; text that is no number is kept for the check to refuse. */
export function withLevel(draft: string, index: number, weight: string): string {
  const rubric = parsed(draft);
  const levels = plainLevels(draft);
  if (!rubric || !levels) return draft;
  const number = Number(weight);
  const value = weight.trim() !== '' && Number.isFinite(number) ? number : weight;
  const changed = levels.map((level, place) => (place === index ? { ...level, weight: value } : level));
  return JSON.stringify({ ...rubric, levels: changed }, null, 2);
}
