/** The parts of a workbook package that only say what its other parts are. */
import { relationshipNamespace, xmlHead } from './sheetXml';
import { escapeXml } from './xml';

const packageNamespace = 'http://schemas.openxmlformats.org/package/2006/';
const formats = 'application/vnd.openxmlformats-';

/** The kinds of parts that are written here: the last word of their relationship, and their content type. */
const kinds = {
  officeDocument: `${formats}officedocument.spreadsheetml.sheet.main+xml`,
  worksheet: `${formats}officedocument.spreadsheetml.worksheet+xml`,
  styles: `${formats}officedocument.spreadsheetml.styles+xml`,
  drawing: `${formats}officedocument.drawing+xml`,
  chart: `${formats}officedocument.drawingml.chart+xml`,
  'custom-properties': `${formats}officedocument.custom-properties+xml`,
} as const;

/** A kind of part. */
export type PartKind = keyof typeof kinds;

/** What every part is, by its name in the package. */
export function typesXml(parts: readonly (readonly [name: string, kind: PartKind])[]): string {
  const listed = parts.map(([name, kind]) => `<Override PartName="/${name}" ContentType="${kinds[kind]}"/>`);
  return (
    `${xmlHead}<Types xmlns="${packageNamespace}content-types">` +
    `<Default Extension="rels" ContentType="${formats}package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${listed.join('')}</Types>`
  );
}

/** What a part leads to, in order: the first gets the id "rId1". */
export function relationshipsXml(entries: readonly (readonly [kind: PartKind, target: string])[]): string {
  const listed = entries.map(
    ([kind, target], place) =>
      `<Relationship Id="rId${place + 1}" Type="${relationshipNamespace}/${kind}" Target="${escapeXml(target)}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packageNamespace}relationships">${listed.join('')}</Relationships>`;
}
