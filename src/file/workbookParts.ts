/** What the package says about itself: its sheets in tab order and where their parts lie. */
import { attribute, flag, tagsOf } from './xml';
import type { WorkbookPackage } from './workbookPackage';

/** A sheet as the workbook part lists it. */
export interface ListedSheet {
  /** The number that stays with the sheet when it is renamed or moved, as text. */
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
  if (xml === null) return [];
  const found: Relationship[] = [];
  for (const tag of tagsOf(xml)) {
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

function resolveTarget(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Reads the workbook part; null when the package holds no workbook in XML. */
export function readWorkbookParts(opened: WorkbookPackage): WorkbookParts | null {
  const workbook = relationshipsOf(opened, '').find(({ type }) => type === 'officeDocument')?.target;
  const xml = workbook === undefined ? null : opened.text(workbook);
  if (workbook === undefined || xml === null) return null;

  const relationships = relationshipsOf(opened, workbook);
  const listed: Omit<ListedSheet, 'isActive'>[] = [];
  let active = 0;
  let countsFrom1904 = false;
  let isWorkbook = false;
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close') continue;
    if (tag.name === 'workbook') isWorkbook = true;
    if (tag.name === 'workbookPr') countsFrom1904 = flag(tag, 'date1904');
    if (tag.name === 'workbookView') active = Number(attribute(tag, 'activeTab') ?? '0');
    if (tag.name !== 'sheet') continue;
    const relationship = relationships.find(({ id }) => id === relationshipId(tag));
    const state = attribute(tag, 'state');
    listed.push({
      id: attribute(tag, 'sheetId') ?? String(listed.length + 1),
      name: attribute(tag, 'name') ?? '',
      visibility: state === 'hidden' ? 'hidden' : state === 'veryHidden' ? 'very-hidden' : 'visible',
      part: relationship?.type === 'worksheet' ? relationship.target : null,
    });
  }
  if (!isWorkbook || listed.length === 0) return null;
  const target = (type: string): string | null =>
    relationships.find((relationship) => relationship.type === type)?.target ?? null;
  return {
    workbook,
    sheets: listed.map((sheet, index) => ({ ...sheet, isActive: index === active })),
    sharedStrings: target('sharedStrings'),
    styles: target('styles'),
    countsFrom1904,
  };
}

// The prefix of the relationships' namespace is the writer's choice; "r" is only the usual one.
function relationshipId(tag: { readonly attributes: string }): string | null {
  return /(?:^|\s)[^\s=:]+:id\s*=\s*["']([^"']*)["']/.exec(tag.attributes)?.[1] ?? null;
}
