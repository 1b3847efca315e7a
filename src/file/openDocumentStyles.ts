/** Styles of an OpenDocument spreadsheet: number formats as Excel writes them, widths, what is hidden. */
import { attribute, contentText, tagsOf, type Tag } from './xml';

/** What is asked of the styles, by the name of a style. */
export interface DocumentStyles {
  readonly countsFrom1904: boolean;
  /** The number format of a cell style in en-US codes. */
  format(style: string | null): string;
  /** Width in characters of the standard font; null where the style says nothing. */
  columnWidth(style: string | null): number | null;
  isHiddenTable(style: string | null): boolean;
}

interface CellStyle {
  readonly parent: string | null;
  readonly data: string | null;
}

/** A number format and the formats that take its place under a condition. */
interface DataStyle {
  code: string;
  readonly maps: { readonly condition: string; readonly style: string }[];
}

/** Millimetres that a character of the standard font is wide. */
const millimetresOfCharacter = 2.1;

/** Reads the styles of both texts; those of the content come last and win. */
export function readDocumentStyles(texts: readonly string[]): DocumentStyles {
  const reader = new StylesReader();
  for (const xml of texts) for (const tag of tagsOf(xml)) reader.take(tag, xml);
  const formatOf = (name: string | null, depth = 0): string => {
    const style = name === null ? undefined : reader.cells.get(name);
    if (!style || depth > 20) return 'General';
    return style.data === null ? formatOf(style.parent, depth + 1) : reader.code(style.data);
  };
  return {
    countsFrom1904: reader.countsFrom1904,
    format: (style) => formatOf(style ?? 'Default'),
    columnWidth: (style) => (style === null ? null : (reader.widths.get(style) ?? null)),
    isHiddenTable: (style) => style !== null && reader.hiddenTables.has(style),
  };
}

class StylesReader {
  readonly cells = new Map<string, CellStyle>();
  readonly widths = new Map<string, number>();
  readonly hiddenTables = new Set<string>();
  countsFrom1904 = false;
  private readonly data = new Map<string, DataStyle>();
  private style: string | null = null;
  private open: DataStyle | null = null;
  private textFrom = -1;

  take(tag: Tag, xml: string): void {
    if (tag.prefix === 'number:') this.takeNumber(tag, xml);
    else if (tag.prefix === 'style:') this.takeStyle(tag);
    else if (tag.name === 'null-date') {
      this.countsFrom1904 = attribute(tag, 'table:date-value')?.startsWith('1904-01-01') ?? this.countsFrom1904;
    }
  }

  /** The whole code of a number format, its conditions as Excel's sections. */
  code(name: string): string {
    const style = this.data.get(name);
    if (!style) return 'General';
    const when = (pattern: RegExp): string | undefined => {
      const map = style.maps.find(({ condition }) => pattern.test(condition));
      return map && this.data.get(map.style)?.code;
    };
    const positive = when(/^value\(\)>=?0$/);
    const negative = when(/^value\(\)<0$/);
    const zero = when(/^value\(\)=0$/);
    if (positive !== undefined && negative !== undefined) {
      // The style itself is what is left: zero, or, where zero has one of its own, text.
      return zero === undefined
        ? `${positive};${negative};${style.code}`
        : `${positive};${negative};${zero};${style.code}`;
    }
    return positive === undefined ? style.code : `${positive};${style.code}`;
  }

  private takeStyle(tag: Tag): void {
    if (tag.name === 'style' && tag.kind !== 'close') {
      this.style = attribute(tag, 'style:name');
      if (this.style !== null && attribute(tag, 'style:family') === 'table-cell') {
        const parent = attribute(tag, 'style:parent-style-name');
        this.cells.set(this.style, { parent, data: attribute(tag, 'style:data-style-name') });
      }
    }
    if (this.style === null || tag.kind === 'close') {
      // The formats of a style of its own end with it.
    } else if (tag.name === 'table-column-properties') {
      const width = millimetresOf(attribute(tag, 'style:column-width'));
      if (width !== null) this.widths.set(this.style, Math.round((width / millimetresOfCharacter) * 100) / 100);
    } else if (tag.name === 'table-properties' && attribute(tag, 'table:display') === 'false') {
      this.hiddenTables.add(this.style);
    }
    if (tag.name === 'map' && this.open) {
      const condition = (attribute(tag, 'style:condition') ?? '').replace(/\s/g, '');
      this.open.maps.push({ condition, style: attribute(tag, 'style:apply-style-name') ?? '' });
    }
  }

  private takeNumber(tag: Tag, xml: string): void {
    if (tag.name.endsWith('-style')) {
      if (tag.kind === 'close') this.open = null;
      else {
        const style: DataStyle = { code: tag.name === 'boolean-style' ? 'General' : '', maps: [] };
        this.data.set(attribute(tag, 'style:name') ?? '', style);
        this.open = tag.kind === 'open' ? style : null;
      }
      return;
    }
    if (!this.open) return;
    if (tag.name === 'text' || tag.name === 'currency-symbol') {
      if (tag.kind === 'open') this.textFrom = tag.end;
      else if (tag.kind === 'close') this.open.code += literal(contentText(xml.slice(this.textFrom, tag.start)));
    } else if (tag.kind !== 'close') this.open.code += codeOf(tag);
  }
}

const inMillimetres: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72 };

function millimetresOf(length: string | null): number | null {
  const [, number = '', unit = ''] = /^([\d.]+)(mm|cm|in|pt)$/.exec(length ?? '') ?? [];
  const scale = inMillimetres[unit];
  return scale === undefined ? null : Number(number) * scale;
}

/** Text within a format code; signs that mean themselves stand bare, everything else between quotes. */
function literal(text: string): string {
  if (text === '' || /^[-+()%: /]+$/.test(text)) return text;
  return `"${text.replaceAll('"', '')}"`;
}

/** Elements of dates and times: short and long. */
const dateCodes: Readonly<Record<string, readonly [short: string, long: string]>> = {
  year: ['yy', 'yyyy'],
  month: ['m', 'mm'],
  day: ['d', 'dd'],
  hours: ['h', 'hh'],
  minutes: ['m', 'mm'],
  seconds: ['s', 'ss'],
  'day-of-week': ['ddd', 'dddd'],
  'am-pm': ['AM/PM', 'AM/PM'],
};

function codeOf(tag: Tag): string {
  const date = dateCodes[tag.name];
  if (date) {
    const isLong = attribute(tag, 'number:style') === 'long';
    if (tag.name === 'month' && attribute(tag, 'number:textual') === 'true') return isLong ? 'mmmm' : 'mmm';
    return date[isLong ? 1 : 0];
  }
  switch (tag.name) {
    case 'number':
      return numberCode(tag);
    case 'scientific-number':
      return `${numberCode(tag)}E+${'0'.repeat(count(tag, 'number:min-exponent-digits') ?? 2)}`;
    case 'fraction':
      return '# ?/?';
    case 'text-content':
      return '@';
    default:
      return '';
  }
}

function count(tag: Tag, name: string): number | null {
  const written = attribute(tag, name);
  const number = written === null ? NaN : Number(written);
  return number >= 0 && number <= 30 ? number : null;
}

function numberCode(tag: Tag): string {
  const places = count(tag, 'number:decimal-places');
  const isGrouped = attribute(tag, 'number:grouping') === 'true';
  if (places === null && !isGrouped) return 'General';
  const least = count(tag, 'number:min-decimal-places') ?? places ?? 0;
  const decimals = `${'0'.repeat(Math.min(least, places ?? 0))}${'#'.repeat(Math.max(0, (places ?? 0) - least))}`;
  const integers = '0'.repeat(count(tag, 'number:min-integer-digits') ?? 1);
  const before = isGrouped ? `#,##${integers || '#'}` : integers || '#';
  return decimals === '' ? before : `${before}.${decimals}`;
}
