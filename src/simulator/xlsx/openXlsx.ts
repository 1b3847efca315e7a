/** A simulated workbook from the bytes of a real .xlsx; works in Node and in a browser. */
import { areaFromA1, areaToA1, toA1, type CellRef } from '../../core/sheet/cellRef';
import { isCovered } from '../../core/sheet/covered';
import { cellKey } from '../../core/sheet/sheetSize';
import { readCellLooks } from '../../file/cellLooks';
import { readCellStyles } from '../../file/cellStyles';
import { damageOf } from '../../file/damage';
import { fileKindOf } from '../../file/fileKind';
import { recallProperty } from '../../file/customProperties';
import { cellFormula, cellState, decodeSheet, type CellTables } from '../../file/decodeSheet';
import type { NumberDisplay } from '../../file/numberDisplay';
import { readSharedStrings } from '../../file/sharedStrings';
import { readSheetPart, type SheetPart, type StoredRule } from '../../file/sheetPart';
import { openPackage, type PackageProblem, type WorkbookPackage } from '../../file/workbookPackage';
import { readWorkbookParts, relationshipsOf, type ListedSheet } from '../../file/workbookParts';
import { attribute, contentText, flag, tagsOf } from '../../file/xml';
import { cellCount } from '../model/areas';
import { display } from '../model/display';
import type {
  ConditionalKind,
  PlainCell,
  PlainConditionalFormat,
  PlainSheet,
  PlainValidation,
  PlainWorkbook,
  ProtectionOptions,
} from '../model/plain';
import { readLooks } from './looks';

/** What can be chosen when a file is opened. */
export interface OpenOptions {
  /**
   * Shows numbers in uncommon formats, such as `createNumberDisplay` of src/file; the simulator's own
   * display, which knows the formats of forms, when left out.
   */
  readonly display?: NumberDisplay;
}

/** A file that was opened, or why it could not be. */
export type OpenedXlsx =
  { readonly ok: true; readonly workbook: PlainWorkbook } | { readonly ok: false; readonly problem: OpeningProblem };

/** Why a file was not opened. */
type OpeningProblem = PackageProblem | 'file-encrypted' | 'file-damaged';

/** The most rows that are read of a sheet. */
const rowLimit = 5000;

/** The id that Excel would give a sheet, from the number that the file has for it. */
const sheetIdOf = (fileId: string): string => `{${fileId.padStart(8, '0')}-0001-0000-0000-000000000000}`;

/** Reads the workbook, when the caller's turn is over; damage anywhere in it is told. */
export function openXlsx(bytes: Uint8Array, name: string, options: OpenOptions = {}): Promise<OpenedXlsx> {
  return Promise.resolve().then(() => openAny(bytes, name, options));
}

function openAny(bytes: Uint8Array, name: string, options: OpenOptions): OpenedXlsx {
  try {
    if (fileKindOf(bytes) === 'file-encrypted') return { ok: false, problem: 'file-encrypted' };
    return openSound(bytes, name, options);
  } catch (error) {
    const { kind } = damageOf(error, name);
    if (kind === 'file-damaged') return { ok: false, problem: kind };
    throw error;
  }
}

/** Reads the workbook. Threaded comments, charts, pictures and custom properties of sheets are left in the file. */
function openSound(bytes: Uint8Array, name: string, options: OpenOptions): OpenedXlsx {
  const opened = openPackage(bytes);
  if (typeof opened === 'string') return { ok: false, problem: opened };
  const parts = readWorkbookParts(opened);
  if (parts === null) return { ok: false, problem: 'not-a-workbook' };
  const text = (part: string | null): string => (part === null ? null : opened.text(part)) ?? '';
  const tables = {
    sharedStrings: readSharedStrings(text(parts.sharedStrings)),
    style: readCellStyles(text(parts.styles)),
  };
  const looks = { ...readLooks(text(parts.styles)), drawn: readCellLooks(text(parts.styles)) };
  const shown = options.display ?? ((value, format) => display(value, format));
  const sheets: PlainSheet[] = [];
  for (const listed of parts.sheets) {
    const xml = listed.part === null ? null : opened.text(listed.part);
    const part = xml === null ? null : readSheetPart(xml, rowLimit);
    if (part === null) sheets.push({ ...headOf(listed), kind: 'chart' });
    else sheets.push(sheetOf(listed, part, tables, looks, shown));
  }
  const front = parts.sheets.find(({ isActive }) => isActive) ?? parts.sheets[0];
  return {
    ok: true,
    workbook: {
      name,
      sheets,
      ...(front ? { activeSheet: sheetIdOf(front.id) } : {}),
      settings: settingsOf(opened),
    },
  };
}

const headOf = ({ id, name, visibility }: ListedSheet): Pick<PlainSheet, 'id' | 'name' | 'visibility'> => ({
  id: sheetIdOf(id),
  name,
  visibility,
});

function sheetOf(
  listed: ListedSheet,
  part: SheetPart,
  tables: CellTables,
  looks: ReturnType<typeof readLooks> & { readonly drawn: ReturnType<typeof readCellLooks> },
  shown: NumberDisplay,
): PlainSheet {
  const snapshot = decodeSheet(listed, part, tables, shown);
  const textAt = ({ row, column }: CellRef): string | undefined =>
    snapshot.area === null ? undefined : snapshot.text[row - snapshot.area.top]?.[column - snapshot.area.left];
  const cells: Record<string, PlainCell> = {};
  for (const { ref, style } of part.cells.values()) {
    const { value, numberFormat } = cellState(ref, part, tables);
    const formula = cellFormula(part.cells.get(cellKey(ref)), part);
    const look = looks.cell(style);
    const text = textAt(ref);
    const holds = !isCovered(ref, part.merges);
    cells[toA1(ref)] = {
      ...(holds && value !== null ? { value } : {}),
      ...(holds && formula !== null && formula !== '=' ? { formula } : {}),
      numberFormat,
      ...(holds && text !== undefined && text !== display(value, numberFormat) ? { text } : {}),
      fill: look.fill,
      fontColour: look.fontColour,
      isBold: look.isBold,
      isItalic: look.isItalic,
      isWrapped: looks.drawn(style).wraps,
      lines: looks.drawn(style).lines,
      isLocked: tables.style(style).isLocked,
    };
  }
  return {
    ...headOf(listed),
    cells,
    merges: part.merges.map(areaToA1),
    conditionalFormats: conditionalFormatsOf(part, looks),
    protection: part.isProtected ? protectionOf(part) : null,
    hiddenRows: part.hiddenRows,
    hiddenColumns: part.hiddenColumns.flatMap(({ first, last }) =>
      // A file that hides "all the rest" names columns up to the last one there is.
      Array.from({ length: Math.min(last, first + 255) - first + 1 }, (_, index) => first + index),
    ),
    spills: part.filled.filter((area) => cellCount(area) > 1).map(areaToA1),
    validations: validationsOf(part),
    autoFilter: autoFilterOf(part),
  };
}

/** Excel's kinds by the file's. */
const kinds: Readonly<Record<string, ConditionalKind>> = {
  expression: 'Custom',
  cellIs: 'CellValue',
  colorScale: 'ColorScale',
  dataBar: 'DataBar',
  iconSet: 'IconSet',
  top10: 'TopBottom',
  containsText: 'ContainsText',
  notContainsText: 'ContainsText',
  beginsWith: 'ContainsText',
  endsWith: 'ContainsText',
};

function conditionalFormatsOf(part: SheetPart, looks: ReturnType<typeof readLooks>): readonly PlainConditionalFormat[] {
  const found = part.conditionalFormats.flatMap(({ areas, rules }) => rules.map((rule) => ({ areas, rule })));
  found.sort((left, right) => left.rule.priority - right.rule.priority);
  return found.map(({ areas, rule }, index) => {
    const { kind, stopIfTrue } = openingOf(part, rule);
    const { fill, fontColour, isBold } = looks.conditional(rule.dxf ?? -1);
    return {
      id: `{F${String(index + 1).padStart(7, '0')}-0000-0000-0000-000000000000}`,
      kind,
      areas: areas
        .split(/\s+/u)
        .filter((area) => area !== '')
        .map((area) => areaToA1(areaFromA1(area))),
      stopIfTrue,
      formula: kind === 'Custom' ? `=${rule.formulas[0] ?? ''}` : null,
      fill,
      fontColour,
      isBold,
    };
  });
}

function openingOf(
  part: SheetPart,
  rule: StoredRule,
): { readonly kind: ConditionalKind; readonly stopIfTrue: boolean } {
  for (const tag of tagsOf(part.xml, rule.start)) {
    return {
      kind: kinds[attribute(tag, 'type') ?? ''] ?? 'PresetCriteria',
      stopIfTrue: flag(tag, 'stopIfTrue'),
    };
  }
  return { kind: 'PresetCriteria', stopIfTrue: false };
}

/** The child of the worksheet element with this name, tag by tag. */
function* tagsIn(part: SheetPart, child: string): ReturnType<typeof tagsOf> {
  const place = part.children.find(({ name }) => name === child);
  if (place === undefined) return;
  for (const tag of tagsOf(part.xml, place.start)) {
    if (tag.start >= place.end) return;
    yield tag;
  }
}

function protectionOf(part: SheetPart): ProtectionOptions {
  const [tag] = tagsIn(part, 'sheetProtection');
  // The file says what is forbidden; formatting is unless it says otherwise, objects are only when it says so.
  return {
    allowFormatCells: tag !== undefined && !flag(tag, 'formatCells', true),
    allowEditObjects: tag === undefined || !flag(tag, 'objects'),
  };
}

function validationsOf(part: SheetPart): readonly PlainValidation[] {
  const found: PlainValidation[] = [];
  let areas: readonly string[] = [];
  let from = -1;
  for (const tag of tagsIn(part, 'dataValidations')) {
    if (tag.name === 'dataValidation' && tag.kind === 'open') {
      areas = attribute(tag, 'type') === 'list' ? (attribute(tag, 'sqref') ?? '').split(/\s+/u) : [];
    }
    if (tag.name === 'formula1' && tag.kind === 'open') from = tag.end;
    if (tag.name === 'formula1' && tag.kind === 'close') {
      const list = /^"(.*)"$/u.exec(contentText(part.xml.slice(from, tag.start)))?.[1];
      if (list !== undefined) found.push(...areas.map((area) => ({ area, list: list.split(',') })));
    }
  }
  return found;
}

function autoFilterOf(part: SheetPart): string | null {
  const [tag] = tagsIn(part, 'autoFilter');
  const reference = tag === undefined ? null : attribute(tag, 'ref');
  return reference === null ? null : areaToA1(areaFromA1(reference));
}

/** Small texts that this add-in keeps in a file stand for its settings. */
function settingsOf(opened: WorkbookPackage): Readonly<Record<string, unknown>> {
  const part = relationshipsOf(opened, '').find(({ type }) => type === 'custom-properties')?.target;
  const xml = part === undefined ? null : opened.text(part);
  const settings: Record<string, unknown> = {};
  for (const tag of tagsOf(xml ?? '')) {
    const key = tag.name === 'property' ? /^zp:(.+):1$/u.exec(attribute(tag, 'name') ?? '')?.[1] : undefined;
    if (key !== undefined && tag.kind === 'open') settings[`zp:${key}`] = recallProperty(opened, key);
  }
  return settings;
}
