/** What the package says about itself: its sheets in tab order and where their parts lie. */
import { DamagedFile, readingPart } from './damage';
import { LastRead } from './lastRead';
import { attribute, flag, tagsOf, type Tag } from './xml';
import type { WorkbookPackage } from './workbookPackage';

/** A sheet as the workbook part lists it. */
export interface ListedSheet {
  /**
   * The number that stays with the sheet when it is renamed or moved, as text; where the file gives one number to
   * several sheets or none at all, their place tells them apart: "1@2".
   */
  readonly id: string;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  readonly isActive: boolean;
  /** The part with its cells; null for a chart sheet and other kinds without cells. */
  readonly part: string | null;
}

/** The workbook part and what it points to. */
export interface WorkbookParts {
  readonly workbook: string;
  readonly sheets: readonly ListedSheet[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Whether serial dates count from 1904 instead of 1900. */
  readonly countsFrom1904: boolean;
}

/** A relationship of a part. */
interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** The relationships of a part ("" for the package itself), with targets as part names. */
export function relationshipsOf(opened: WorkbookPackage, part: string): readonly Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const xml = opened.text(`${folder}_rels/${part.slice(folder.length)}.rels`);
  return xml === null ? [] : lastRelationships.of(part, xml, () => relationshipsIn(part, folder, xml));
}

const lastRelationships = new LastRead<readonly Relationship[]>();

function relationshipsIn(part: string, folder: string, xml: string): readonly Relationship[] {
  const found: Relationship[] = [];
  for (const tag of readingPart(part, () => [...tagsOf(xml)])) {
    if (tag.name !== 'Relationship' || tag.kind === 'close') continue;
    const target = attribute(tag, 'Target') ?? '';
    found.push({
      id: attribute(tag, 'Id') ?? '',
      // Only the last word counts: the strict and the transitional form of the standard differ before it.
      type: (attribute(tag, 'Type') ?? '').split('/').pop() ?? '',
      target: resolveTarget(folder, target),
    });
  }
  return found;
}

function resolveTarget(folder: string, written: string): string {
  const target = written.replaceAll('\\', '/');
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** What the workbook part itself says. */
interface WorkbookText {
  readonly isWorkbook: boolean;
  readonly sheets: readonly Tag[];
  /** The place of the sheet in front. */
  readonly active: number;
  readonly countsFrom1904: boolean;
}

/**
 * Reads the workbook part; null when the package holds no workbook in XML.
 *
 * @throws DamagedFile where a part that is named is not there.
 */
export function readWorkbookParts(opened: WorkbookPackage): WorkbookParts | null {
  const workbook = relationshipsOf(opened, '').find(({ type }) => type === 'officeDocument')?.target;
  if (workbook === undefined) return null;
  const xml = opened.text(workbook);
  if (xml === null) throw new DamagedFile(workbook);
  const said = readingPart(workbook, () => lastWorkbook.of('', xml, () => workbookText(xml)));
  if (!said.isWorkbook) return null;
  if (said.sheets.length === 0) throw new DamagedFile(workbook);

  const relationships = relationshipsOf(opened, workbook);
  const target = (type: string): string | null =>
    relationships.find((relationship) => relationship.type === type)?.target ?? null;
  const ids = idsOf(said.sheets);
  return {
    workbook,
    sheets: said.sheets.map((tag, place) => ({
      id: ids[place] ?? '',
      name: attribute(tag, 'name') ?? '',
      visibility: visibilityOf(attribute(tag, 'state')),
      part: partOf(tag, relationships, opened),
      isActive: place === said.active,
    })),
    sharedStrings: target('sharedStrings'),
    styles: target('styles'),
    countsFrom1904: said.countsFrom1904,
  };
}

const lastWorkbook = new LastRead<WorkbookText>();

function workbookText(xml: string): WorkbookText {
  const sheets: Tag[] = [];
  let active = 0;
  let countsFrom1904 = false;
  let isWorkbook = false;
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close') continue;
    if (tag.name === 'workbook') isWorkbook = true;
    if (tag.name === 'workbookPr') countsFrom1904 = flag(tag, 'date1904');
    if (tag.name === 'workbookView') active = Number(attribute(tag, 'activeTab') ?? '0');
    if (tag.name === 'sheet') sheets.push(tag);
  }
  // A place behind the last sheet: the first is in front then, as in Excel.
  return { isWorkbook, sheets, active: active < sheets.length ? active : 0, countsFrom1904 };
}

function idsOf(sheets: readonly Tag[]): readonly string[] {
  const written = sheets.map((tag) => attribute(tag, 'sheetId') ?? '');
  return written.map((id, place) =>
    id === '' || written.indexOf(id) !== written.lastIndexOf(id) ? `${id}@${place + 1}` : id,
  );
}

function visibilityOf(state: string | null): ListedSheet['visibility'] {
  return state === 'hidden' ? 'hidden' : state === 'veryHidden' ? 'very-hidden' : 'visible';
}

/** The part with the cells of a listed sheet; null for other kinds of sheets. */
function partOf(sheet: Tag, relationships: readonly Relationship[], opened: WorkbookPackage): string | null {
  const relationship = relationships.find(({ id }) => id === relationshipId(sheet));
  if (!relationship) throw new DamagedFile(`sheet name="${attribute(sheet, 'name') ?? ''}"`);
  if (relationship.type !== 'worksheet') return null;
  if (!opened.has(relationship.target)) throw new DamagedFile(relationship.target);
  return relationship.target;
}

// The prefix of the relationships' namespace is the writer's choice; "r" is only the usual one.
function relationshipId(tag: { readonly attributes: string }): string | null {
  return /(?:^|\s)[^\s=:]+:id\s*=\s*["']([^"']*)["']/.exec(tag.attributes)?.[1] ?? null;
}
