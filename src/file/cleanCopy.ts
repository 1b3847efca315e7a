/**
 * A workbook as it may go back to the unit that handed it in: without what this add-in remembers, without its marks,
 * and without the parts of web extensions, which make Excel show the recipient a pane that cannot be loaded
 * (office-js-docs-pr #4281, office-js #6227, #1542). Everything else keeps its bytes. Papers of ours (report,
 * workpaper) are what the unit is to read: they stay, as ordinary sheets.
 */
import { cleanMark } from '../port/copyNames';
import { isOwnSheetFormula } from '../port/ownSheetName';
import { severityOfFormula } from '../port/markRule';
import { keysOfProperties, rememberProperty } from './customProperties';
import { removeLooks } from './markCells';
import { readSheetPart, type SheetPart } from './sheetPart';
import { readWorkbookParts, relationshipsOf } from './workbookParts';
import { openPackage, type PackageProblem, type WorkbookPackage } from './workbookPackage';
import { attribute, splice, tagsOf, type Splice } from './xml';

/** A clean copy with what was left out of it. */
export interface CleanCopy {
  readonly bytes: Uint8Array;
  /** How many conditional formats of ours were taken out: marks, and the signs by which papers of ours are known. */
  readonly marks: number;
  /** How many texts were forgotten. */
  readonly memories: number;
  /** How many parts of web extensions were taken out, whoever's; what an add-in of Excel remembers lies in them. */
  readonly webExtensions: number;
}

/** The name of the clean copy of a file: its own with the mark, once only; macros keep their ending. */
export function cleanName(fileName: string): string {
  const ending = /\.xls[xm]$/iu.exec(fileName)?.[0] ?? '';
  const name = fileName.slice(0, fileName.length - ending.length);
  return `${name.endsWith(cleanMark) ? name : `${name}${cleanMark}`}${ending === '' ? '.xlsx' : ending.toLowerCase()}`;
}

/** Makes a clean copy of an .xlsx or .xlsm from its bytes, or says why they are none. */
export function cleanCopy(bytes: Uint8Array): CleanCopy | PackageProblem {
  const opened = openPackage(bytes);
  if (typeof opened === 'string') return opened;
  const unmarked = withoutMarks(opened);
  if (!unmarked) return 'not-a-workbook';
  const keys = keysOfProperties(unmarked.cleaned);
  const forgotten = keys.reduce((kept, key) => rememberProperty(kept, key, null), unmarked.cleaned);
  const extensions = webExtensionParts(forgotten);
  return {
    bytes: withoutParts(forgotten, extensions).bytes(),
    marks: unmarked.marks,
    memories: keys.length,
    webExtensions: extensions.size,
  };
}

const isOurs = (formulas: readonly string[]): boolean =>
  formulas.length === 1 && (severityOfFormula(formulas[0] ?? '') !== null || isOwnSheetFormula(formulas[0] ?? ''));

function withoutMarks(opened: WorkbookPackage): { readonly cleaned: WorkbookPackage; readonly marks: number } | null {
  const parts = readWorkbookParts(opened);
  if (!parts) return null;
  const changed = new Map<string, string | null>();
  const used = new Set<number>();
  let marks = 0;
  for (const { part: name } of parts.sheets) {
    const xml = name === null ? null : opened.text(name);
    const part = xml === null ? null : readSheetPart(xml, 0);
    if (name === null || !part) continue;
    const cleaned = withoutRules(part);
    if (cleaned.removed > 0) changed.set(name, cleaned.xml);
    marks += cleaned.removed;
    for (const { rules } of part.conditionalFormats) {
      for (const { dxf, formulas } of rules) if (dxf !== null && !isOurs(formulas)) used.add(dxf);
    }
  }
  const styles = parts.styles === null ? null : opened.text(parts.styles);
  if (marks > 0 && parts.styles !== null && styles !== null) {
    changed.set(
      parts.styles,
      removeLooks(styles, (dxf) => used.has(dxf)),
    );
  }
  return { cleaned: changed.size === 0 ? opened : opened.with(changed), marks };
}

function withoutRules(part: SheetPart): { readonly xml: string; readonly removed: number } {
  const splices: Splice[] = [];
  let removed = 0;
  for (const { end, rules, start } of part.conditionalFormats) {
    const ours = rules.filter(({ formulas }) => isOurs(formulas));
    removed += ours.length;
    if (ours.length > 0 && ours.length === rules.length) splices.push({ start, end, text: '' });
    else for (const rule of ours) splices.push({ start: rule.start, end: rule.end, text: '' });
  }
  return { xml: splice(part.xml, splices), removed };
}

const folderOfExtensions = 'xl/webextensions/';

/**
 * The parts of web extensions: the list of panes, what it leads to, and whatever lies in their folder; not those that a
 * drawing shows, because the drawing would lose its content.
 */
function webExtensionParts(opened: WorkbookPackage): ReadonlySet<string> {
  const shown = new Set(
    opened.names
      .filter((name) => /(?:^|\/)drawings\/[^/]+\.xml$/u.test(name))
      .flatMap((name) => reachedFrom(opened, relationshipsOf(opened, name).filter(isExtension))),
  );
  const reached = reachedFrom(opened, relationshipsOf(opened, '').filter(isExtension));
  const inFolder = opened.names.filter((name) => name.startsWith(folderOfExtensions) && !isRelationships(name));
  return new Set([...reached, ...inFolder].filter((name) => !shown.has(name) && opened.names.includes(name)));
}

const isExtension = ({ type }: { readonly type: string }): boolean => /^webextension(?:taskpanes)?$/u.test(type);
const isRelationships = (name: string): boolean => name.endsWith('.rels');

/** The targets, and what only they lead to. */
function reachedFrom(opened: WorkbookPackage, targets: readonly { readonly target: string }[]): readonly string[] {
  const found = new Set<string>();
  const open = targets.map(({ target }) => target);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(...relationshipsOf(opened, name).map(({ target }) => target));
  }
  return [...found];
}

/** The package without these parts, their relationships, those that lead to them, and their content types. */
function withoutParts(opened: WorkbookPackage, parts: ReadonlySet<string>): WorkbookPackage {
  if (parts.size === 0) return opened;
  const relationshipsOfParts = [...parts].map(relationshipsName);
  const changed = new Map<string, string | null>();
  for (const name of [...parts, ...relationshipsOfParts]) if (opened.names.includes(name)) changed.set(name, null);
  for (const name of opened.names.filter(isRelationships)) {
    if (changed.has(name)) continue;
    const owner = ownerOf(name);
    const gone = new Set(relationshipsOf(opened, owner).flatMap(({ id, target }) => (parts.has(target) ? [id] : [])));
    if (gone.size === 0) continue;
    changed.set(
      name,
      withoutTags(opened.text(name) ?? '', 'Id', (id) => gone.has(id)),
    );
  }
  const types = '[Content_Types].xml';
  const isGone = (partName: string): boolean => parts.has(partName.replace(/^\//u, ''));
  changed.set(types, withoutTags(opened.text(types) ?? '', 'PartName', isGone));
  return opened.with(changed);
}

/** "xl/a.xml" → "xl/_rels/a.xml.rels". */
function relationshipsName(part: string): string {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** "xl/_rels/a.xml.rels" → "xl/a.xml", and "_rels/.rels" → "". */
function ownerOf(relationships: string): string {
  return relationships.replace(/(^|\/)_rels\/([^/]*)\.rels$/u, '$1$2');
}

/** The text without the elements whose attribute is picked; they hold nothing. */
function withoutTags(xml: string, name: string, isGone: (value: string) => boolean): string {
  const splices: Splice[] = [];
  let openedAt: number | null = null;
  for (const tag of tagsOf(xml)) {
    const value = tag.kind === 'close' ? null : attribute(tag, name);
    const isPicked = value !== null && isGone(value);
    if (tag.kind === 'empty' && isPicked) splices.push({ start: tag.start, end: tag.end, text: '' });
    else if (tag.kind === 'open' && isPicked) openedAt = tag.start;
    else if (tag.kind === 'close' && openedAt !== null) {
      splices.push({ start: openedAt, end: tag.end, text: '' });
      openedAt = null;
    }
  }
  return splice(xml, splices);
}
