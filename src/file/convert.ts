/** Everything that turns another format into a workbook of ours: one piece, loaded only once such a file turns up. */
import { decodeText } from './textEncoding';
import type { Book } from './book';
import { encrypted, readBinaryBook } from './binaryBook';
import { packageOfBook } from './bookPackage';
import { DamagedFile } from './damage';
import type { TableFormat } from './fileKind';
import { readHtmlBook } from './htmlBook';
import { readFlatDocument, readPackedDocument } from './openDocumentBook';
import { readTextBook } from './textBook';
import { readWordBook } from './wordBook';
import type { Unpacker } from './zip';

/** What became of a conversion: the bytes of an .xlsx, or the kind of the fault. */
export type Converted = Uint8Array | 'file-encrypted' | 'file-without-table';

/**
 * Converts the bytes.
 *
 * @throws DamagedFile
 */
export function convert(bytes: Uint8Array, format: Exclude<TableFormat, 'xlsx'>, unpacker: Unpacker): Converted {
  const book = readBook(bytes, format, unpacker);
  if (book === encrypted) return book;
  if (book === null) return 'file-without-table';
  if (book.sheets.length === 0) throw new DamagedFile(format);
  return packageOfBook(book);
}

function readBook(
  bytes: Uint8Array,
  format: Exclude<TableFormat, 'xlsx'>,
  unpacker: Unpacker,
): Book | null | typeof encrypted {
  switch (format) {
    case 'xls':
    case 'xlsb':
    case 'xml2003':
      return readBinaryBook(bytes);
    case 'ods':
      return readPackedDocument(bytes, unpacker);
    case 'fods':
      return readFlatDocument(bytes);
    case 'docx':
      return readWordBook(bytes, unpacker);
    case 'html':
      return readHtmlBook(textOf(bytes));
    case 'text':
      return readTextBook(textOf(bytes));
  }
}

/** The text that the kind of the file was told by. */
function textOf(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text === null) throw new Error('a file that was taken for text is none');
  return text;
}
