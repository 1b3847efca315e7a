/** HTML that cannot be broken by what stands in a cell: every value put into a template is escaped. */

/** A piece of HTML that was made by `markup` and may be put into another one as it is. */
export class Markup {
  constructor(readonly html: string) {}
}

export type Insertable = string | number | null | Markup | readonly (Markup | string)[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute; control characters, which HTML cannot hold, are left out. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => entities[sign] ?? '').replace(/[^\P{Cc}\n\t]/gu, '');
}

function inserted(value: Insertable): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.html;
  if (typeof value === 'object') return value.map(inserted).join('');
  return escaped(String(value));
}

/** A template whose values are escaped; only `Markup` goes in as it is. */
export function markup(pieces: TemplateStringsArray, ...values: readonly Insertable[]): Markup {
  return new Markup(pieces.map((piece, place) => piece + inserted(values[place] ?? null)).join(''));
}
