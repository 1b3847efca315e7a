/** A part that is the same bytes as in the file before is not unpacked again; one that only says so is. */
import { zipSync } from 'fflate';
import { readDirectory } from '../../src/file/zip';
import { openPackage, type WorkbookPackage } from '../../src/file/workbookPackage';

function opened(bytes: Uint8Array): WorkbookPackage {
  const found = openPackage(bytes);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

const archive = (text: string): Uint8Array =>
  zipSync(
    { '[Content_Types].xml': new TextEncoder().encode('<Types/>'), 'a.xml': new TextEncoder().encode(text) },
    { level: 0 },
  );

/** The archive with one letter of the part changed, and nothing else: its directory still tells of the old one. */
function forged(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const entry = readDirectory(copy).find(({ name }) => name === 'a.xml');
  if (!entry) throw new Error('no such part');
  copy[entry.offset + 30 + entry.name.length + 1] = 'b'.charCodeAt(0);
  return copy;
}

test('another part of the same name, of the same and of another length', () => {
  for (const text of ['<a/>', '<a/>', '<b/>', '<longer/>', '<a/>']) {
    expect(opened(archive(text)).text('a.xml')).toBe(text);
  }
});

test('a part that tells the length and the checksum of the one before, and is another, is damaged', () => {
  const sound = archive('<a/>');
  expect(opened(sound).text('a.xml')).toBe('<a/>');
  expect(() => opened(forged(sound)).text('a.xml')).toThrow('damaged: a.xml');
  expect(opened(sound).text('a.xml')).toBe('<a/>');
});

test('more names than are kept', () => {
  const names = Array.from({ length: 40 }, (_, number) => `part${number}.xml`);
  const content = Object.fromEntries(names.map((name) => [name, new TextEncoder().encode(`<${name}/>`)]));
  const bytes = zipSync({ '[Content_Types].xml': new TextEncoder().encode('<Types/>'), ...content });
  for (let round = 0; round < 2; round += 1) {
    expect(names.map((name) => opened(bytes).text(name))).toEqual(names.map((name) => `<${name}/>`));
  }
});
