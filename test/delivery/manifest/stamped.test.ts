/** The manifests that the package carries: one source, stamped for an address and an audience, each one valid. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stampManifest } from '../../../src/delivery/stampManifest';
import { manifestProblems } from '../../../src/delivery/manifest/manifestProblems';

const source = readFileSync(resolve('manifest.xml'), 'utf8');
const problemsOf = (xml: string): readonly string[] => manifestProblems(xml, resolve('assets'));
const baseUrl = 'https://office.example.gov.cn/zipin';
const setsOf = (xml: string): readonly string[] =>
  [...xml.matchAll(/Name="ExcelApi" MinVersion="([^"]*)"/g)].map(([, version = '']) => version);

test.each([
  ['intranet', '1.1'],
  ['store', '1.13'],
])('the %s manifest asks for ExcelApi %s and is valid', (audience, least) => {
  const stamped = stampManifest(source, { baseUrl, audience });
  expect(setsOf(stamped)).toEqual([least, least]);
  expect(problemsOf(stamped)).toEqual([]);
});

test('a stamped manifest names its server everywhere, and has the same id and texts as its source', () => {
  const stamped = stampManifest(source, { baseUrl: `${baseUrl}/` });
  expect(stamped).not.toContain('localhost');
  expect(stamped).toContain(`"${baseUrl}/taskpane.html"`);
  expect(stamped.replaceAll(baseUrl, 'https://localhost:3000')).toBe(source);
});

test.each([
  ['http://office.example.gov.cn', 'https only'],
  ['office.example.gov.cn', 'not an address'],
  ['https://office.example.gov.cn/?a=1', 'only a host and a folder'],
  ["https://office.example.gov.cn/a'b", 'only a host and a folder'],
])('the address %s is refused', (address, message) => {
  expect(() => stampManifest(source, { baseUrl: address })).toThrow(message);
});

test('an unknown audience is refused', () => {
  expect(() => stampManifest(source, { baseUrl, audience: 'public' })).toThrow('intranet, store');
});

test.each<[defect: string, wanted: string, broken: (xml: string) => string]>([
  ['a version that stores refuse', 'Version is below 1.0', (xml) => xml.replace(/<Version>[^<]*/, '<Version>0.9.0.0')],
  ['a document type', 'it has a document type', (xml) => xml.replace('<OfficeApp', '<!DOCTYPE OfficeApp>\n<OfficeApp')],
  [
    'a further domain',
    'it names further domains',
    (xml) => xml.replace('<Hosts>', '<AppDomains><AppDomain>https://example.com</AppDomain></AppDomains><Hosts>'),
  ],
  ['a host that is not Excel', 'its hosts are not Excel', (xml) => xml.replace('Name="Workbook"', 'Name="Document"')],
  [
    'different requirements in its two halves',
    'its two lists of requirements differ',
    (xml) => xml.replace('<bt:Set Name="ExcelApi" MinVersion="1.1"', '<bt:Set Name="ExcelApi" MinVersion="1.9"'),
  ],
])('a manifest with %s is refused for that', (_, wanted, broken) => {
  const xml = broken(source);
  expect(xml).not.toBe(source);
  expect(problemsOf(xml).join('\n')).toContain(wanted);
});
