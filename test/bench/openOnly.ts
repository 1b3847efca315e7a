/** The yardstick of the batch: opens every workbook below a folder with the same library and reads its sheets. */
import { findWorkbooks } from '../../src/command/disk/findWorkbooks';
import { openFileWorkbook } from '../../src/file/fileWorkbook';

async function main(): Promise<void> {
  for (const { path } of findWorkbooks(process.argv.slice(2), null).files) {
    const opened = await openFileWorkbook(path);
    if (!opened.ok) throw new Error(`${path}: ${opened.fault.kind}`);
    const sheets = await opened.value.sheets();
    if (!sheets.ok) throw new Error(`${path}: ${sheets.fault.kind}`);
    for (const { id } of sheets.value) await opened.value.read(id);
  }
}

void main();
