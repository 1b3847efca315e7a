/** What a user is told of a file that is not opened, and what a copy is called. */
import { copyName, refusalOf } from '../../src/workbench/fileKinds';
import { workbenchWords } from '../../src/words/workbenchWords';

const say = workbenchWords('zh-CN');
const notAWorkbook = { kind: 'not-a-workbook', path: '' } as const;

test.each([
  ['旧.xls', 9, 'fault-xls'],
  ['旧.XLS', 9, 'fault-xls'],
  ['大.xlsb', 9, 'fault-xlsb'],
  ['表.et', 9, 'fault-et'],
  ['表.ods', 9, 'fault-ods'],
  ['表.csv', 9, 'fault-csv'],
  ['照片.png', 9, 'fault-other'],
  ['坏.xlsx', 9, 'fault-not-a-workbook'],
  ['没有后缀', 9, 'fault-not-a-workbook'],
  ['空.xlsx', 0, 'fault-empty'],
] as const)('%s of %i bytes is told by %s', (name, size, sentence) => {
  const refusal = refusalOf({ name, size }, notAWorkbook);
  expect(refusal.sentence).toBe(sentence);
  expect(say(refusal.sentence, { file: name })).toContain(`“${name}”`);
  expect(say(refusal.nextStep)).toMatch(/请/);
});

test.each(['file-encrypted', 'file-too-large', 'file-missing'] as const)('%s has its own sentence', (kind) => {
  const refusal = refusalOf({ name: '表.xls', size: 9 }, { kind, path: '' });
  expect(refusal).toEqual({ sentence: `fault-${kind}`, nextStep: `next-${kind}` });
});

test.each([
  ['自评表.xlsx', '自评表（复核稿）.xlsx'],
  ['自评表（复核稿）.xlsx', '自评表（复核稿）.xlsx'],
  ['带宏.XLSM', '带宏（复核稿）.xlsm'],
  ['没有后缀', '没有后缀（复核稿）.xlsx'],
  ['2023.12.xlsx', '2023.12（复核稿）.xlsx'],
])('the copy of %s is %s', (name, copy) => {
  expect(copyName(name, (own) => say('copyName', { name: own }))).toBe(copy);
});
