/** Adds a part of the workbook to its package: the part, its content type, and the relationship that leads to it. */
import { relationshipsOf } from './workbookParts';
import type { WorkbookPackage } from './workbookPackage';
import { splice, tagsOf } from './xml';

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const contentTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

/** A part to be added. */
export interface NewPart {
  readonly name: string;
  readonly xml: string;
  /** The last word of its relationship and of its content type. */
  readonly type: 'worksheet' | 'styles';
}

/** The first name beside the workbook part that is free. */
export function freeName(opened: WorkbookPackage, workbook: string, make: (number: number) => string): string {
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
  for (let number = 1; ; number += 1) if (!opened.has(`${folder}${make(number)}`)) return `${folder}${make(number)}`;
}

/** The part that says what a part leads to. */
export function relationshipsName(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** The package with the part, and the id of the relationship from the workbook part to it. */
export function addPart(
  opened: WorkbookPackage,
  workbook: string,
  { name, type, xml }: NewPart,
): { readonly opened: WorkbookPackage; readonly relationship: string } {
  const relationships = relationshipsName(workbook);
  const taken = new Set(relationshipsOf(opened, workbook).map(({ id }) => id));
  let number = 1;
  while (taken.has(`rId${number}`)) number += 1;
  const relationship = `rId${number}`;
  const grown = opened.with(
    new Map([
      [name, xml],
      [
        '[Content_Types].xml',
        beforeEndOf(
          required(opened, '[Content_Types].xml'),
          'Types',
          (prefix) => `<${prefix}Override PartName="/${name}" ContentType="${contentTypes}${type}+xml"/>`,
        ),
      ],
      [
        relationships,
        beforeEndOf(
          required(opened, relationships),
          'Relationships',
          (prefix) => `<${prefix}Relationship Id="${relationship}" Type="${types}${type}" Target="/${name}"/>`,
        ),
      ],
    ]),
  );
  return { opened: grown, relationship };
}

/** The text with an element put in as the last one of another. */
export function beforeEndOf(xml: string, element: string, make: (prefix: string) => string): string {
  for (const tag of tagsOf(xml)) {
    if (tag.name === element && tag.kind === 'close') {
      return splice(xml, [{ start: tag.start, end: tag.start, text: make(tag.prefix) }]);
    }
  }
  throw new Error(`a part without ${element}`);
}

/** A part that no package of a workbook lacks. */
export function required(opened: WorkbookPackage, name: string): string {
  const text = opened.text(name);
  if (text === null) throw new Error(`a workbook package without ${name}`);
  return text;
}
