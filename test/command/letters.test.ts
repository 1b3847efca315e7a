/** Letters by the command line: one a file, one a unit, or one about all; by somebody's own text; nothing is written over. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readArguments } from '../../src/command/arguments';
import { createTerminal, type SaidTerminal } from './support/saidTerminal';
import { targetProblem } from '../../src/command/disk/targets';
import { plannedLetters, writeLetters } from '../../src/command/letters';
import { house } from '../../src/main/cliHouse';
import type { LetterForm } from '../../src/papers/letterPoints';
import { docxOf, paragraph } from '../support/docxOf';
import { publishedForm } from '../forms';
import { reviewed } from './support/publishedBatch';

const secret = new Uint8Array(32);
let folder: string;
let terminal: SaidTerminal;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'letters-'));
  terminal = createTerminal();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const form = (sheet: string, unit: string | null, points = 1): LetterForm => ({
  ...{ file: 'x.xlsx', sheet, project: sheet, unit, year: 2025, returned: null },
  points: Array.from({ length: points }, (_, place) => ({
    ...{ cells: `A${place + 1}`, indicator: null, text: '合计不符。请改正：重新合计。', standing: null },
  })),
});
const files = [
  { path: '报送/甲.xlsx', forms: [form('一', '某局'), form('二', '另一局')] },
  { path: '报送/乙.xlsx', forms: [form('三', '某局'), form('净', '某局', 0)] },
  { path: '报送/丙.xlsx', forms: [form('四', null)] },
];

function textOf(path: string): string {
  const xml = strFromU8(unzipSync(readFileSync(path))['word/document.xml']!);
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join('\n');
}

async function write(words: string, given = files) {
  const read = readArguments(['a.xlsx', ...words.split(' ')]);
  if (!read.ok) throw new Error(read.problem);
  const { template: named } = read.value;
  const template = named === null ? null : await (await house.loadLetters()).readTemplate(named);
  if (template && 'problem' in template) return template.problem;
  return writeLetters(read.value, template, given, { loadLetters: house.loadLetters, terminal }, secret);
}

test.each([
  [
    '函',
    false,
    [
      ['函/甲（退回修改通知）.docx', '一二'],
      ['函/乙（退回修改通知）.docx', '三'],
      ['函/丙（退回修改通知）.docx', '四'],
    ],
  ],
  [
    '函',
    true,
    [
      ['函/某局（退回修改通知）.docx', '一三'],
      ['函/另一局（退回修改通知）.docx', '二'],
      ['函/未填单位（退回修改通知）.docx', '四'],
    ],
  ],
  ['全部.docx', false, [['全部.docx', '一二三四']]],
])('letters to %s, per unit %s', (letter, perUnit, expected) => {
  const planned = plannedLetters({ letter, perUnit }, files);
  expect(
    planned.map(({ forms, path }) => [path.replaceAll('\\', '/'), forms.map(({ sheet }) => sheet).join('')]),
  ).toEqual(expected);
});

test('what is empty is said before anything is saved, and nothing that is there is written over', async () => {
  const out = join(folder, '函');
  mkdirSync(out);
  writeFileSync(join(out, '某局（退回修改通知）.docx'), '别人的');
  let before: readonly string[] | null = null;
  terminal.onSay = () => {
    before ??= readdirSync(out);
  };
  const refused = await write(`--letter ${out} --per-unit --slot 期限=2026年3月20日 --slot 落款=示例县财政局`);
  expect(before).toEqual(['某局（退回修改通知）.docx']);
  expect(refused).toEqual([]);
  expect(terminal.said[0]).toBe(
    '函里还有没填的：联系人（3 封）、电话（3 封）、日期（3 封）、单位（1 封）。空着的【】留在函里；可以用 --slot 期限=2026年3月20日 这样填。',
  );
  expect(terminal.said[1]).toContain('退回修改通知已写 3 封');
  expect(readFileSync(join(out, '某局（退回修改通知）.docx'), 'utf8')).toBe('别人的');
  const text = textOf(join(out, '某局（退回修改通知）（2）.docx'));
  expect(text).toContain('某局：\n贵单位报送的“一”“三”2025年度');
  expect(text).toContain('以下2项需要修改或核实');
  expect(text).toContain('请于2026年3月20日前');
  expect(text).toMatch(/工作表《一》\n1．A1：.*\n工作表《三》\n2．A1：/u);
});

test('a letter of ours is not written over, and nobody says that another wrote it', async () => {
  const letter = join(folder, '函.docx');
  expect(await write(`--letter ${letter}`)).toEqual([]);
  const read = readArguments(['a.xlsx', '--letter', letter, '--overwrite']);
  if (!read.ok) throw new Error(read.problem);
  expect(targetProblem(read.value, secret)).toMatch(/已经有了，认不出是不是本工具.*没有写/u);
});

test('forms without a point make no letter, and that is said', async () => {
  await write(`--letter ${join(folder, '函')}`, [{ path: 'a.xlsx', forms: [form('净', '某局', 0)] }]);
  expect(terminal.said).toEqual(['没有需要退回修改的问题，没有写函。']);
  expect(existsSync(join(folder, '函'))).toBe(false);
});

test('a review tells of every form what a letter says, with its file; a template is a Word file or is told to be none', async () => {
  const canteen = await reviewed('报送/canteen.xlsx', [publishedForm('canteen-2023').snapshot]);
  const [told] = canteen.forms.flatMap(({ letter }) => letter ?? []);
  expect(told).toMatchObject({ file: 'canteen.xlsx', project: '食堂经费', unit: '怀远县乡村振兴局' });
  expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  const template = join(folder, '本局.docx');
  writeFileSync(template, docxOf(['【文号】', '致【单位】', '【问题】'].map(paragraph).join('')));
  const target = join(folder, '函.docx');
  await write(`--letter ${target} --template ${template} --slot 文号=财绩3号`, [
    { path: 'canteen.xlsx', forms: [told!] },
  ]);
  expect(textOf(target).split('\n').slice(0, 2)).toEqual(['财绩3号', '致怀远县乡村振兴局']);
  expect(textOf(target)).toMatch(/^1．J14、J17：/mu);
  writeFileSync(template, docxOf(paragraph('没有问题的地方')));
  expect(await write(`--letter ${target} --template ${template}`)).toContain('没有单独一段【问题】');
  expect(await write(`--letter ${target} --template ${join(folder, '没有.docx')}`)).toContain('读不到');
});
