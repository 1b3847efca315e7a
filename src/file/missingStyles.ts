/** Puts a styles part into a workbook that has none, which the format allows until something needs a look. */
import { addPart, freeName } from './addPart';
import { attribute, tagsOf } from './xml';
import type { WorkbookPackage } from './workbookPackage';
import type { WorkbookParts } from './workbookParts';

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A styles part in which every place up to `last` looks like nothing. */
function plainStyles(last: number): string {
  const format = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}">` +
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${last + 1}">${format.repeat(last + 1)}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

/** The package with such a part: at the place that is named already, or at one of its own. */
export function withStyles(opened: WorkbookPackage, parts: WorkbookParts): WorkbookPackage {
  const styles = plainStyles(lastStyle(opened, parts));
  if (parts.styles !== null) return opened.with(new Map([[parts.styles, styles]]));
  return addPart(opened, parts.workbook, {
    name: freeName(opened, parts.workbook, (number) => `styles${number === 1 ? '' : number}.xml`),
    xml: styles,
    type: 'styles',
  }).opened;
}

/** The last place among the styles that a cell, row or column refers to: each must be there, or Excel repairs. */
function lastStyle(opened: WorkbookPackage, { sheets }: WorkbookParts): number {
  let last = 0;
  for (const { part } of sheets) {
    for (const tag of tagsOf((part === null ? null : opened.text(part)) ?? '')) {
      if (tag.kind === 'close' || !['c', 'row', 'col'].includes(tag.name)) continue;
      last = Math.max(last, Number(attribute(tag, tag.name === 'col' ? 'style' : 's') ?? '0'));
    }
  }
  return last;
}
