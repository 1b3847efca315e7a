/** Formulas of OpenDocument as Excel writes them: other brackets around references, other signs between arguments. */

const token = /"(?:[^"]|"")*"|\[([^\]]*)\]|;/g;

/** The formula without the leading "=". */
export function formulaFromDocument(formula: string): string {
  return formula
    .replace(/^(?:[a-z]+:)?=/i, '')
    .replace(token, (whole, reference: string | undefined) =>
      reference === undefined ? (whole === ';' ? ',' : whole) : referenceOf(reference),
    );
}

/** `.B2`, `.B2:.C3`, `$表1.B2:.C3` and `$'表 1'.B2`. */
function referenceOf(reference: string): string {
  const match = /^(\$?(?:'(?:[^']|'')*'|[^.']*))\.([^:]*)(?::(?:[^.]*)\.(.*))?$/.exec(reference);
  if (!match) return reference;
  const [, sheet = '', first = '', last] = match;
  const name = sheet.replace(/^\$/, '');
  return `${name === '' ? '' : `${name}!`}${first}${last === undefined ? '' : `:${last}`}`;
}
