/** What a user is told of a file that is not opened, and what a copy is called. */
import type { HostFault } from '../../src/port/workbook';
import { copyName, refusalOf } from '../../src/workbench/fileKinds';
import { workbenchWords } from '../../src/words/workbenchWords';

const say = workbenchWords('zh-CN');

test.each([
  ['not-a-workbook', '认不出'],
  ['file-encrypted', '密码'],
  ['file-too-large', '太大'],
  ['file-missing', '读不到'],
  ['file-empty', '空的'],
  ['file-old-word', '旧版 Word'],
  ['file-without-table', '没有表格'],
  ['file-pdf', 'PDF'],
  ['file-image', '图片'],
  ['file-slides', '演示文稿'],
  ['file-archive', '压缩包'],
] as const)('a fault of kind %s is told by a sentence of its own (%s), whatever the file is called', (kind, word) => {
  const refusal = refusalOf('表.xlsx', { kind, path: '' });
  expect(say(refusal.sentence, refusal.facts)).toContain('“表.xlsx”');
  expect(say(refusal.sentence, refusal.facts)).toContain(word);
  expect(say(refusal.nextStep)).toMatch(/[请如它]/);
});

test('damage is told with its place', () => {
  const refusal = refusalOf('表.xlsx', { kind: 'file-damaged', path: '', place: 'xl/workbook.xml' });
  expect(say(refusal.sentence, refusal.facts)).toContain('“表.xlsx”已经损坏，坏在 xl/workbook.xml');
});

test('a fault that no file has is told as a step that was not done', () => {
  const busy: HostFault = { kind: 'busy' };
  expect(refusalOf('表.xlsx', busy).sentence).toBe('fault-other-host');
});

test.each([
  ['自评表.xlsx', false, '自评表（复核稿）.xlsx'],
  ['自评表（复核稿）.xlsx', false, '自评表（复核稿）.xlsx'],
  ['带宏.XLSM', false, '带宏（复核稿）.xlsm'],
  ['没有后缀', false, '没有后缀（复核稿）.xlsx'],
  ['2023.12.xlsx', false, '2023.12（复核稿）.xlsx'],
  ['自评表.xls', true, '自评表（复核稿）.xlsx'],
  ['自评表.DOCX', true, '自评表（复核稿）.xlsx'],
  ['其实是旧格式.xlsm', true, '其实是旧格式（复核稿）.xlsx'],
])('the copy of %s (converted: %s) is %s', (name, isConverted, copy) => {
  expect(copyName(name, isConverted, (own) => say('copyName', { name: own }))).toBe(copy);
});
