/** The arguments of one call, checked one by one; what does not fit is an InvalidArgument at the call's place. */
import type { ExcelObject } from './excelObject';
import { HostError } from './hostError';

export class Arguments {
  constructor(
    /** For error messages, such as "Worksheet.getRange". */
    readonly location: string,
    private readonly given: readonly unknown[],
  ) {}

  /** @throws HostError always. */
  refuse(): never {
    throw new HostError('InvalidArgument', this.location);
  }

  any(index: number): unknown {
    return this.given[index] ?? null;
  }

  isLeftOut(index: number): boolean {
    return this.any(index) === null;
  }

  text(index: number): string {
    const value = this.any(index);
    return typeof value === 'string' ? value : this.refuse();
  }

  optionalText(index: number): string | null {
    return this.isLeftOut(index) ? null : this.text(index);
  }

  /** A whole number. */
  whole(index: number): number {
    const value = this.any(index);
    return typeof value === 'number' && Number.isInteger(value) ? value : this.refuse();
  }

  optionalTruth(index: number): boolean {
    const value = this.any(index) ?? false;
    return typeof value === 'boolean' ? value : this.refuse();
  }

  oneOf<Choice extends string>(index: number, choices: readonly Choice[]): Choice {
    const value = this.any(index);
    return choices.find((choice) => choice === value) ?? this.refuse();
  }

  object<Kind extends ExcelObject>(index: number, kind: abstract new (...parts: never[]) => Kind): Kind {
    const value = this.any(index);
    return value instanceof kind ? value : this.refuse();
  }
}

/** Checks of values that are set. */
export function textOf(value: unknown, location: string): string {
  if (typeof value === 'string') return value;
  throw new HostError('InvalidArgument', location);
}

export function truthOf(value: unknown, location: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new HostError('InvalidArgument', location);
}

/** "#RRGGBB" in capitals; Excel takes the hash sign with six digits, and some names. */
export function colourOf(value: unknown, location: string): string {
  const names: Readonly<Record<string, string>> = {
    red: '#FF0000',
    yellow: '#FFFF00',
    white: '#FFFFFF',
    black: '#000000',
  };
  const text = textOf(value, location);
  const colour = names[text.toLowerCase()] ?? text.toUpperCase();
  if (/^#[0-9A-F]{6}$/u.test(colour)) return colour;
  throw new HostError('InvalidArgument', location);
}
