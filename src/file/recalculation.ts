/** The order to calculate every formula anew when Excel opens the file: results beside formulas may be out of date. */
import type { WorkbookPackage } from './workbookPackage';
import type { WorkbookParts } from './workbookParts';
import { attribute, splice, tagsOf, type Tag } from './xml';

/** Whether any sheet calculates. */
export function hasFormulas(opened: WorkbookPackage, { sheets }: WorkbookParts): boolean {
  return sheets.some(({ part }) => part !== null && /<(?:[^\s<>/:]+:)?f[\s>/]/.test(opened.text(part) ?? ''));
}

/** The workbook part with the order. */
export function recalculatedOnOpening(xml: string): string {
  const tags = [...tagsOf(xml)];
  const settings = tags.find(({ kind, name }) => name === 'calcPr' && kind !== 'close');
  return settings ? orderIn(xml, settings) : withSettings(xml, tags);
}

function orderIn(xml: string, tag: Tag): string {
  if (attribute(tag, 'fullCalcOnLoad') !== null) {
    const text = xml.slice(tag.start, tag.end).replace(/(\sfullCalcOnLoad\s*=\s*["'])[^"']*/, '$11');
    return splice(xml, [{ start: tag.start, end: tag.end, text }]);
  }
  const at = tag.end - (tag.kind === 'empty' ? 2 : 1);
  return splice(xml, [{ start: at, end: at, text: ' fullCalcOnLoad="1"' }]);
}

/** Behind the defined names, or else behind the sheets and what may follow them (ECMA-376 part 1, 18.2.27). */
function withSettings(xml: string, tags: readonly Tag[]): string {
  const root = tags.find(({ kind, name }) => name === 'workbook' && kind === 'close');
  if (!root) return xml;
  const ends = tags.filter(
    ({ kind, name }) =>
      kind !== 'open' && ['sheets', 'functionGroups', 'externalReferences', 'definedNames'].includes(name),
  );
  const at = ends.at(-1)?.end ?? root.start;
  return splice(xml, [{ start: at, end: at, text: `<${root.prefix}calcPr fullCalcOnLoad="1"/>` }]);
}
