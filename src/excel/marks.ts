/** Marks in Excel: conditional formats with our own constant rule, found again by that rule and removed by id. */
import type { Mark } from '../port/workbook';
import { areasFromA1, areaToA1, type CellRef } from '../core/sheet/cellRef';
import { markedSeverities, markFormula, markLooks, severityOfFormula } from '../port/markRule';
import { cellsCovered } from './areaCount';
import { columnRuns } from './columnRuns';

// getRanges takes about 8,192 characters; commas and a long last area have room.
const longestAddress = 7000;

/** The conditional formats of a sheet, queued; only ids and kinds, since rules of other kinds cannot be asked for. */
export function queueFormats(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/id,items/type');
  return formats;
}

/** A custom conditional format whose rule was asked for. */
export interface QueuedRule {
  readonly format: Excel.ConditionalFormat;
  readonly areas: Excel.RangeAreas;
}

/** Queues the rules of the custom formats among them; after the sync of `queueFormats`. */
export function queueRules(formats: Excel.ConditionalFormatCollection): readonly QueuedRule[] {
  return formats.items.filter(({ type }) => type === Excel.ConditionalFormatType.custom).map(queueRule);
}

/** Queues the rule of one custom format. */
export function queueRule(format: Excel.ConditionalFormat): QueuedRule {
  format.custom.rule.load('formula');
  const areas = format.getRanges();
  areas.load('address');
  return { format, areas };
}

/** Those of ours; after the sync of `queueRules`. */
export function marksAmong(rules: readonly QueuedRule[]): readonly QueuedRule[] {
  return rules.filter(({ format }) => severityOfFormula(format.custom.rule.formula) !== null);
}

/** How many cells these marks cover, each counted once. */
export function cellsMarked(areas: readonly Excel.RangeAreas[]): number {
  return cellsCovered(areas.flatMap(({ address }) => areasFromA1(address)));
}

/** Queues the marks; returns the areas that will carry them, with their addresses asked for. */
export function queueMarks(sheet: Excel.Worksheet, marks: readonly Mark[]): readonly Excel.RangeAreas[] {
  const marked: Excel.RangeAreas[] = [];
  // A format that is added goes before the others, so the gravest is added last.
  for (const severity of [...markedSeverities].reverse()) {
    const cells = marks.filter((mark) => mark.severity === severity).flatMap((mark) => mark.cells);
    for (const address of addressesOf(cells)) {
      const look = markLooks[severity];
      const format = sheet.getRanges(address).conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = markFormula(severity);
      format.custom.format.fill.color = look.fill;
      format.custom.format.font.color = look.font;
      if (look.isBold) format.custom.format.font.bold = true;
      if (look.underline !== 'none') {
        format.custom.format.font.underline = look.underline === 'double' ? 'Double' : 'Single';
      }
      const areas = format.getRanges();
      areas.load('address');
      marked.push(areas);
    }
  }
  return marked;
}

/**
 * The cells as few addresses as the limit allows: neighbours in a column joined, areas parted by commas.
 *
 * @internal a test holds it to the limit of an address
 */
export function addressesOf(cells: readonly CellRef[]): readonly string[] {
  const addresses: string[] = [];
  let address = '';
  for (const area of columnRuns(cells)) {
    const next = areaToA1(area);
    if (address !== '' && address.length + 1 + next.length > longestAddress) {
      addresses.push(address);
      address = '';
    }
    address = address === '' ? next : `${address},${next}`;
  }
  return address === '' ? addresses : [...addresses, address];
}
