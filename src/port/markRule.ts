/** How a mark looks and how it is found again, alike in Excel and in a file. */
import type { Severity } from '../core/checks/finding';

export type { Severity };

/** Severities, the gravest first: the order in which rules take precedence. */
export const markedSeverities: readonly Severity[] = ['P0', 'P1', 'P2'];

/**
 * The rule of a mark: a constant that is always true, refers to no cell, and names its owner. It is the only way
 * to tell a mark of this add-in from a conditional format of the user.
 */
export function markFormula(severity: Severity): string {
  return `=LEN("zp-mark-v1-${severity}")>0`;
}

/** The severity that a conditional format's formula marks, or null where the format is not one of ours. */
export function severityOfFormula(formula: string): Severity | null {
  const plain = formula.replace(/\s/g, '').replace(/^=/, '');
  return markedSeverities.find((severity) => plain === markFormula(severity).slice(1)) ?? null;
}

/** Colours as #RRGGBB; text on fill reaches a contrast of 7 : 1 or more. */
export interface MarkLook {
  readonly fill: string;
  readonly font: string;
  readonly isBold: boolean;
  /** Where colours cannot be told apart: grave is double, important is single, advice is none. */
  readonly underline: 'double' | 'single' | 'none';
}

/** The look of each severity. */
export const markLooks: Readonly<Record<Severity, MarkLook>> = {
  P0: { fill: '#FFD6D6', font: '#7A0010', isBold: true, underline: 'double' },
  P1: { fill: '#FFE9C7', font: '#5C3300', isBold: true, underline: 'single' },
  P2: { fill: '#DCEBFF', font: '#0B2F66', isBold: false, underline: 'none' },
};
