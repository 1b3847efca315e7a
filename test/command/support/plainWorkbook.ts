/** The smallest workbook package, as bytes. */
import { strToU8, zipSync } from 'fflate';

const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function plainWorkbook(text = '甲'): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(`<Types xmlns="${types}"></Types>`),
    '_rels/.rels': strToU8(`<Relationships xmlns="${relationships}"></Relationships>`),
    'xl/workbook.xml': strToU8(`<workbook>${text}</workbook>`),
  });
}
