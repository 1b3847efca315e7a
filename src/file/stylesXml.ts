/** The styles part of a workbook that is made here: a style for each look, in their order. */
import type { OwnLook } from '../port/ownBook';
import { spreadsheetNamespace, xmlHead } from './sheetXml';
import { escapeXml } from './xml';

/** The first number that a format of the file's own may have (ECMA-376 part 1, 18.8.30). */
const firstOwnFormat = 164;

/** Entries of a table of styles, each once, by their text. */
class Entries {
  private readonly places = new Map<string, number>();

  constructor(...first: readonly string[]) {
    for (const entry of first) this.placeOf(entry);
  }

  placeOf(entry: string): number {
    const known = this.places.get(entry);
    if (known !== undefined) return known;
    this.places.set(entry, this.places.size);
    return this.places.size - 1;
  }

  xml(table: string): string {
    return `<${table} count="${this.places.size}">${[...this.places.keys()].join('')}</${table}>`;
  }
}

const fontXml = ({ isBold, size }: Pick<OwnLook, 'isBold' | 'size'>): string =>
  `<font>${isBold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/></font>`;

const filled = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/></patternFill></fill>`;

function framed(color: string): string {
  const edges = ['left', 'right', 'top', 'bottom'].map(
    (edge) => `<${edge} style="thin"><color ${color === 'auto' ? 'auto="1"' : `rgb="FF${color}"`}/></${edge}>`,
  );
  return `<border>${edges.join('')}<diagonal/></border>`;
}

function alignmentXml(alignment: OwnLook['alignment']): string {
  if (!alignment) return '';
  const { horizontal, isWrapped, vertical } = alignment;
  return (
    `<alignment${horizontal === null ? '' : ` horizontal="${horizontal}"`} vertical="${vertical}"` +
    `${isWrapped ? ' wrapText="1"' : ''}/>`
  );
}

/** The part; letters that nothing is said about have eleven points. */
export function stylesXml(looks: readonly OwnLook[]): string {
  const formats = new Map<string, number>();
  const numberOf = (format: string): number => {
    if (format === 'General') return 0;
    const number = formats.get(format) ?? firstOwnFormat + formats.size;
    formats.set(format, number);
    return number;
  };
  const fonts = new Entries(fontXml({ isBold: false, size: 11 }));
  // The first two fills are the program's own, whatever stands there.
  const fills = new Entries(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  );
  const borders = new Entries('<border><left/><right/><top/><bottom/><diagonal/></border>');
  const styles = looks.map((look) => {
    const border = look.frame === null ? 0 : borders.placeOf(framed(look.frame));
    const fill = look.fill === null ? 0 : fills.placeOf(filled(look.fill));
    const places = `numFmtId="${numberOf(look.format)}" fontId="${fonts.placeOf(fontXml(look))}" fillId="${fill}" borderId="${border}"`;
    return (
      `<xf ${places} xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
      `${alignmentXml(look.alignment)}</xf>`
    );
  });
  const own = [...formats].map(([format, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(format)}"/>`);
  return (
    `${xmlHead}<styleSheet xmlns="${spreadsheetNamespace}">` +
    (own.length === 0 ? '' : `<numFmts count="${own.length}">${own.join('')}</numFmts>`) +
    `${fonts.xml('fonts')}${fills.xml('fills')}${borders.xml('borders')}` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${styles.length}">${styles.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
