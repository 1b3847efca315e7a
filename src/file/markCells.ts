/** Marks in a file: conditional formats with our own rule, put in and taken out without touching any other. */
import type { Mark } from '../port/workbook';
import { toA1 } from '../core/sheet/cellRef';
import { markedSeverities, markFormula, markLooks, severityOfFormula, type Severity } from '../port/markRule';
import type { SheetPart } from './sheetPart';
import { attribute, escapeXml, splice, tagsOf, type Splice } from './xml';

// Children that the standard puts before conditional formats (ECMA-376 part 1, 18.3.1.99, in their order).
const childrenBefore = new Set([
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
]);

/** The cells that carry a mark of ours, as A1 addresses. */
export function markedCells(part: SheetPart): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const { areas, rules } of part.conditionalFormats) {
    if (rules.some(({ formulas }) => isMark(formulas))) {
      for (const area of areas.split(/\s+/)) if (area !== '') cells.add(area);
    }
  }
  return cells;
}

function isMark(formulas: readonly string[]): boolean {
  return formulas.length === 1 && severityOfFormula(formulas[0] ?? '') !== null;
}

/** The part's text without our rules; a block that holds rules of the user keeps those. */
export function removeMarks(part: SheetPart): string {
  const splices: Splice[] = [];
  for (const { start, end, rules } of part.conditionalFormats) {
    const ours = rules.filter(({ formulas }) => isMark(formulas));
    if (ours.length === 0) continue;
    if (ours.length === rules.length) splices.push({ start, end, text: '' });
    else for (const rule of ours) splices.push({ start: rule.start, end: rule.end, text: '' });
  }
  return splices.length === 0 ? part.xml : splice(part.xml, splices);
}

/** The part's text with marks put in; `part` holds none of ours. `dxf` gives the place of a look among the styles. */
export function addMarks(part: SheetPart, marks: readonly Mark[], dxf: (severity: Severity) => number): string {
  const { prefix } = part;
  // Behind every rule of the user: where both colour a cell, the user's wins.
  let priority = Math.max(0, ...part.conditionalFormats.flatMap(({ rules }) => rules.map((rule) => rule.priority)));
  let blocks = '';
  for (const severity of markedSeverities) {
    const cells = new Set(
      marks.filter((mark) => mark.severity === severity).flatMap(({ cells: marked }) => marked.map(toA1)),
    );
    if (cells.size === 0) continue;
    priority += 1;
    const formula = escapeXml(markFormula(severity).slice(1));
    blocks +=
      `<${prefix}conditionalFormatting sqref="${[...cells].join(' ')}">` +
      `<${prefix}cfRule type="expression" dxfId="${dxf(severity)}" priority="${priority}">` +
      `<${prefix}formula>${formula}</${prefix}formula></${prefix}cfRule></${prefix}conditionalFormatting>`;
  }
  const at = part.children.filter(({ name }) => childrenBefore.has(name)).at(-1)?.end;
  if (at === undefined) throw new Error('a worksheet part without sheetData');
  return splice(part.xml, [{ start: at, end: at, text: blocks }]);
}

function lookElement(severity: Severity, prefix: string): string {
  const look = markLooks[severity];
  const p = prefix;
  const colour = (hex: string): string => `rgb="FF${hex.slice(1)}"`;
  const underline = look.underline === 'none' ? '' : `<${p}u val="${look.underline}"/>`;
  return (
    `<${p}dxf><${p}font>${look.isBold ? `<${p}b/>` : ''}${underline}<${p}color ${colour(look.font)}/></${p}font>` +
    `<${p}fill><${p}patternFill patternType="solid"><${p}bgColor ${colour(look.fill)}/></${p}patternFill></${p}fill></${p}dxf>`
  );
}

interface Looks {
  readonly prefix: string;
  /** The table element, or null where the styles have none. */
  readonly table: { readonly start: number; readonly openEnd: number; readonly end: number } | null;
  readonly entries: readonly { readonly start: number; readonly end: number }[];
  /** Where a new table goes. */
  readonly newTableAt: number;
}

function readLooks(styles: string): Looks {
  let prefix = '';
  let table: { start: number; openEnd: number; end: number } | null = null;
  let entryFrom: number | null = null;
  const entries: { start: number; end: number }[] = [];
  let newTableAt = -1;
  for (const tag of tagsOf(styles)) {
    if (tag.name === 'styleSheet') {
      if (tag.kind === 'open') prefix = tag.prefix;
      else if (newTableAt < 0) newTableAt = tag.start;
    }
    // The table of looks stands right behind the cell styles (ECMA-376 part 1, 18.8.39).
    if ((tag.name === 'cellStyles' || tag.name === 'cellXfs') && tag.kind !== 'open') newTableAt = tag.end;
    if (tag.name === 'dxfs') {
      if (tag.kind !== 'close') table = { start: tag.start, openEnd: tag.end, end: tag.end };
      else if (table) table.end = tag.end;
    }
    if (tag.name === 'dxf') {
      if (tag.kind === 'open') entryFrom = tag.start;
      else entries.push({ start: entryFrom ?? tag.start, end: tag.end });
    }
  }
  return { prefix, table, entries, newTableAt };
}

/** The styles part with a look for each severity, and where each stands; looks that are there already are used again. */
export function addLooks(
  styles: string,
  severities: readonly Severity[],
): { readonly styles: string; readonly dxf: (severity: Severity) => number } {
  const { prefix, table, entries, newTableAt } = readLooks(styles);
  const texts = entries.map(({ start, end }) => styles.slice(start, end));
  const before = texts.length;
  for (const severity of severities) {
    const element = lookElement(severity, prefix);
    if (!texts.includes(element)) texts.push(element);
  }
  const dxf = (severity: Severity): number => texts.indexOf(lookElement(severity, prefix));
  if (texts.length === before) return { styles, dxf };
  const added = texts.slice(before).join('');
  const whole = `<${prefix}dxfs count="${texts.length}">${texts.join('')}</${prefix}dxfs>`;
  if (!table) return { styles: splice(styles, [{ start: newTableAt, end: newTableAt, text: whole }]), dxf };
  if (table.openEnd === table.end) return { styles: splice(styles, [{ ...table, text: whole }]), dxf };
  const at = styles.lastIndexOf('</', table.end - 1);
  return {
    styles: splice(styles, [countSplice(styles, table, texts.length), { start: at, end: at, text: added }]),
    dxf,
  };
}

/** The styles part without looks of ours at its end; `isUsed` tells whether a rule still refers to a place. */
export function removeLooks(styles: string, isUsed: (dxf: number) => boolean): string {
  const { prefix, table, entries } = readLooks(styles);
  if (!table) return styles;
  const ours = new Set(markedSeverities.map((severity) => lookElement(severity, prefix)));
  let kept = entries.length;
  for (; kept > 0; kept -= 1) {
    const entry = entries[kept - 1];
    // Only from the end: taking one out of the middle would shift the places that others refer to.
    if (!entry || !ours.has(styles.slice(entry.start, entry.end)) || isUsed(kept - 1)) break;
  }
  const first = entries[kept];
  const last = entries.at(-1);
  if (!first || !last) return styles;
  if (kept === 0) {
    const text = `<${prefix}dxfs count="0"/>`;
    return splice(styles, [{ start: table.start, end: table.end, text }]);
  }
  return splice(styles, [countSplice(styles, table, kept), { start: first.start, end: last.end, text: '' }]);
}

function countSplice(styles: string, table: { start: number; openEnd: number }, count: number): Splice {
  const open = styles.slice(table.start, table.openEnd);
  const text =
    attribute({ attributes: open }, 'count') === null
      ? open
      : open.replace(/(\scount\s*=\s*["'])[^"']*/, (_whole, head: string) => `${head}${count}`);
  return { start: table.start, end: table.openEnd, text };
}
