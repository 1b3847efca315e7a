/** Puts a sheet that was read elsewhere into an open file, and takes one away again. */
import type { NewSheet } from '../core/sheet/bookSheet';
import { freeSheetName } from '../port/newSheetName';
import { failed, succeeded } from '../port/outcome';
import type { Outcome } from '../port/workbook';
import { relationshipsName, required } from './addPart';
import { sheetXml } from './bookPackage';
import type { OpenXlsx } from './openXlsx';
import { addSheetPart } from './ownSheetPart';
import { grown, placeIn, readTable } from './styleTables';
import { relationshipsOf } from './workbookParts';
import { attribute, escapeXml, splice, tagsOf, type Splice, type Tag } from './xml';

/** Adds the sheet behind the others; nothing that is there already changes. */
export function addNewSheet(
  open: OpenXlsx,
  sheet: NewSheet,
): Outcome<{ readonly sheetId: string; readonly name: string }> {
  const name = freeSheetName(
    sheet.name,
    open.parts.sheets.map((listed) => listed.name),
  );
  const styles = open.stylesPart();
  const formats = new Set(sheet.cells.map(({ format }) => format ?? 'General'));
  const styled = addFormats(open.text(styles), [...formats]);
  open.put(new Map([[styles, styled.styles]]));
  open.current = addSheetPart(open.current, open.parts, { name, xml: sheetXml(sheet, styled.places) });
  open.listAnew();
  const added = open.parts.sheets.at(-1);
  if (added?.name !== name) throw new Error('a sheet that was just added is not listed');
  return succeeded({ sheetId: added.id, name });
}

/** Number formats that need no entry of their own (ECMA-376 part 1, 18.8.30). */
const builtIn: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};

/** The first number that a format of the file's own may have. */
const firstOwnFormat = 164;

/** The styles part with a cell format for each of these number formats, and their places. */
function addFormats(
  styles: string,
  formats: readonly string[],
): { readonly styles: string; readonly places: ReadonlyMap<string, number> } {
  const cellFormats = readTable(styles, 'cellXfs', 'xf');
  if (!cellFormats) return { styles, places: new Map() };
  const { prefix } = cellFormats;
  const numbers = readTable(styles, 'numFmts', 'numFmt');
  let { entries } = cellFormats;
  const own: string[] = [];
  let next = Math.max(firstOwnFormat - 1, ...numbersOf(styles)) + 1;
  const places = new Map<string, number>();
  for (const format of formats) {
    let number = builtIn[format];
    if (number === undefined) {
      number = next;
      next += 1;
      own.push(`<${prefix}numFmt numFmtId="${number}" formatCode="${escapeXml(format)}"/>`);
    }
    const placed = placeIn(
      entries,
      `<${prefix}xf numFmtId="${number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" ` +
        `applyAlignment="1"><${prefix}alignment vertical="center" wrapText="1"/></${prefix}xf>`,
    );
    ({ entries } = placed);
    places.set(format, placed.place);
  }
  const changes = [
    ...(numbers ? grown(styles, numbers, [...numbers.entries, ...own]) : newTable(styles, prefix, own)),
    ...grown(styles, cellFormats, entries),
  ];
  return { styles: splice(styles, changes), places };
}

function numbersOf(styles: string): readonly number[] {
  return [...tagsOf(styles)].flatMap((tag) =>
    tag.name === 'numFmt' && tag.kind !== 'close' ? [Number(attribute(tag, 'numFmtId') ?? '0') || 0] : [],
  );
}

/** A table of number formats, which is the first thing in the part. */
function newTable(styles: string, prefix: string, own: readonly string[]): readonly Splice[] {
  if (own.length === 0) return [];
  const root = [...tagsOf(styles)].find(({ name, kind }) => name === 'styleSheet' && kind === 'open');
  if (!root) throw new Error('a styles part without its root');
  const text = `<${prefix}numFmts count="${own.length}">${own.join('')}</${prefix}numFmts>`;
  return [{ start: root.end, end: root.end, text }];
}

/** Takes the sheet away; the last one that can be seen stays. */
export function removeSheetPart(open: OpenXlsx, sheetId: string): Outcome<null> {
  const { sheets, workbook } = open.parts;
  const place = sheets.findIndex(({ id }) => id === sheetId);
  const sheet = sheets[place];
  if (!sheet) return failed({ kind: 'sheet-missing', sheet: sheetId });
  if (sheet.part === null) return failed({ kind: 'sheet-without-cells' });
  if (!sheets.some((other) => other !== sheet && other.visibility === 'visible')) {
    // As Excel answers it.
    return failed({ kind: 'unexpected', code: 'InvalidOperation' });
  }
  const { part } = sheet;
  const relationships = relationshipsName(workbook);
  const leading = relationshipsOf(open.current, workbook).flatMap(({ id, target }) => (target === part ? [id] : []));
  open.put(
    new Map([
      [workbook, withoutSheet(required(open.current, workbook), place)],
      [
        relationships,
        without(
          required(open.current, relationships),
          (tag) => tag.name === 'Relationship' && leading.includes(attribute(tag, 'Id') ?? ''),
        ),
      ],
      [
        '[Content_Types].xml',
        without(
          required(open.current, '[Content_Types].xml'),
          (tag) => tag.name === 'Override' && attribute(tag, 'PartName')?.toLowerCase() === `/${part}`.toLowerCase(),
        ),
      ],
      [part, null],
    ]),
  );
  open.listAnew();
  return succeeded(null);
}

/** The text without the elements that have no content and are meant. */
function without(xml: string, isMeant: (tag: Tag) => boolean): string {
  const changes: Splice[] = [];
  let opened: Tag | null = null;
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'empty' && isMeant(tag)) changes.push({ start: tag.start, end: tag.end, text: '' });
    if (tag.kind === 'open' && isMeant(tag)) opened = tag;
    if (opened && tag.kind === 'close' && tag.name === opened.name) {
      changes.push({ start: opened.start, end: tag.end, text: '' });
      opened = null;
    }
  }
  return splice(xml, changes);
}

/** The workbook part without the sheet at a place and the names that are of it alone; places behind it move up. */
function withoutSheet(xml: string, place: number): string {
  const listed = [...tagsOf(xml)].filter(({ name, kind }) => name === 'sheet' && kind !== 'close')[place];
  if (!listed) throw new Error('a sheet that is listed is not there');
  const rest = without(
    xml,
    (tag) =>
      tag.start === listed.start ||
      (tag.name === 'definedName' && attribute(tag, 'localSheetId')?.trim() === String(place)),
  );
  return rest.replace(/\b(activeTab|firstSheet|localSheetId)="(\d+)"/g, (whole, name: string, digits: string) => {
    const at = Number(digits);
    return at < place ? whole : `${name}="${at > place ? at - 1 : 0}"`;
  });
}
