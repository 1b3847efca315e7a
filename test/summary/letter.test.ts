/** The letter to the unit: its wording, its points by sheet and row, its slots, and the files that are made of it. */
import { strFromU8, unzipSync } from 'fflate';
import type { Finding } from '../../src/core/checks/finding';
import type { FormReport } from '../../src/core/report/report';
import { reviewSnapshot } from '../../src/core/report/reviewSnapshot';
import { isTold, type Round, stateDecision } from '../../src/core/report/rounds';
import { fromA1 } from '../../src/core/sheet/cellRef';
import { listedRanges } from '../../src/core/sheet/rangesText';
import { openWorkbook } from '../../src/file/openWorkbook';
import { wordDocument } from '../../src/file/wordDocument';
import { knownFields, letterOf, letterSheet, letterText } from '../../src/papers/letter';
import { isOwnPaper } from '../../src/papers/ownPaper';
import { createWords } from '../../src/words';
import { valueOf } from '../contracts/workbookContract';
import { publishedForm } from '../forms';
import { createMemoryWorkbook } from '../support/memoryWorkbook';

const words = createWords('zh-CN');
const speaker = { finding: (finding: Finding) => words.findingText(finding) };

function reportOf(name: string): FormReport {
  const report = reviewSnapshot(publishedForm(name).snapshot).forms[0];
  if (!report) throw new Error(`${name} was not recognised`);
  return report;
}
const canteen = reportOf('canteen-2023');
const fields = {
  期限: '2026年3月20日',
  联系人: '李某',
  电话: '0552-1',
  落款: '示例县财政局（盖章）',
  日期: '2026年3月6日',
};

/** A finding that says what it is told, about these cells. */
const finding = (severity: Finding['severity'], ...addresses: string[]): Finding => ({
  ...canteen.findings[0]!,
  severity,
  cells: addresses.map(fromA1),
  indicator: null,
});
const plain = { finding: () => ({ title: '题', message: '合计不符：D9:D11、F3', remedy: '请重新合计' }) };

test.each([
  [['D9', 'D10', 'D11'], 'D9:D11'],
  [['I17'], 'I17'],
  [['C6', 'D6'], 'C6:D6'],
  [['F14', 'G14', 'F15', 'G15', 'A1'], 'A1、F14:G15'],
  [['D9', 'D9', 'D11'], 'D9、D11'],
])('cells %j are told as %s', (addresses, told) => expect(listedRanges(addresses.map(fromA1))).toBe(told));

test('whole and filled it reads as a letter between offices, with every figure of the review', () => {
  const letter = letterOf([{ report: canteen, findings: canteen.findings }], fields, speaker);
  const text = letterText(letter);
  expect(letter.unfilled).toEqual([]);
  expect(text).not.toContain('【');
  expect(text.split('\n')[0]).toBe('关于修改项目支出绩效自评表的函');
  expect(text).toContain(`经复核，以下${letter.points}项需要修改或核实：`);
  expect(text).toMatch(/^1．/mu);
  expect(text).toMatch(/“预算控制率”得分 10，按规则应为 20.*请改正：/u);
  expect(text).not.toMatch(/请改正：请|请核实：请|。。/u);
  expect(text.endsWith('示例县财政局（盖章）\n2026年3月6日')).toBe(true);
});

test('findings that begin in one row are one point, in the order of rows, numbered through the sheets', () => {
  const other = { ...canteen, form: { ...canteen.form, sheetName: '第二张' } };
  const letter = letterOf(
    [
      { report: canteen, findings: [finding('P1', 'D20'), finding('P0', 'D9', 'D10'), finding('P2', 'I20')] },
      { report: other, findings: [finding('P0', 'A3')] },
    ],
    fields,
    plain,
  );
  expect(letter.document.filter(({ kind }) => kind === 'point' || kind === 'heading').map(({ text }) => text)).toEqual([
    `工作表《${canteen.form.sheetName}》`,
    '1．D9:D10：合计不符：D9:D11、F3。请改正：重新合计。',
    '2．D20、I20：合计不符：D9:D11、F3。请核实：重新合计。合计不符：D9:D11、F3。建议：重新合计。',
    '工作表《第二张》',
    '3．A3：合计不符：D9:D11、F3。请改正：重新合计。',
  ]);
});

test('what nobody filled stands in it as its slot and is told; what the form says is filled ahead, not over the writer', () => {
  const bare = letterOf([{ report: canteen, findings: [] }], { 单位: '  ' }, speaker);
  expect(bare.unfilled).toEqual(['期限', '联系人', '电话', '落款', '日期']);
  expect(letterText(bare)).toContain('【期限】');
  expect(letterText(bare)).toContain('经复核，未发现需要修改的问题。');
  expect(knownFields([canteen])['项目']).toBe('“食堂经费”');
  const unit = letterOf([{ report: canteen, findings: [] }], { ...fields, 单位: '某局' }, speaker);
  expect(letterText(unit)).toContain('\n某局：\n');
});

test('a template of one’s own keeps its lines, and its slots are filled', () => {
  const template = ['退回通知', '【单位】：', '', '请改：', '【问题】', '【落款】（章）'];
  const { document } = letterOf(
    [{ report: canteen, findings: [finding('P0', 'A3')] }],
    { ...fields, 单位: '某局' },
    plain,
    template,
  );
  expect(document.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'title 退回通知',
    'flush 某局：',
    'flush 请改：',
    'point 1．A3：合计不符：D9:D11、F3。请改正：重新合计。',
    'right 示例县财政局（盖章）（章）',
  ]);
});

test('as a sheet it prints upright and is known for ours; as a Word file it is the same text and the same bytes', async () => {
  const letter = letterOf([{ report: canteen, findings: canteen.findings }], fields, speaker);
  const sheet = letterSheet(letter);
  expect(sheet).toMatchObject({ name: '退回修改通知', isUpright: true });
  const workbook = createMemoryWorkbook([{ name: '表', rows: [['甲']] }]);
  const { sheetId } = valueOf(await workbook.writeSheet(sheet));
  expect(isOwnPaper(valueOf(await workbook.read(sheetId)))).toBe(true);

  const bytes = wordDocument(letter.document);
  expect(wordDocument(letter.document)).toEqual(bytes);
  const xml = strFromU8(unzipSync(bytes)['word/document.xml']!);
  expect([...xml.matchAll(/<w:t xml:space="preserve">([^<]*)<\/w:t>/gu)].map(([, text]) => text).join('\n')).toBe(
    letterText(letter).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  );
  expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
  // A reader of Word files finds the whole letter in it.
  const opened = await openWorkbook(bytes, { path: 'x', loadDisplay: () => Promise.reject(new Error('not needed')) });
  const told = valueOf(await valueOf(opened).read()).text.flat();
  expect(told.filter((line) => line !== '')).toEqual(letterText(letter).split('\n'));
});

describe('the letter of a second round', () => {
  const { points } = stateDecision(canteen, 'returned', '2026-03-06T08:00:00.000Z').returned!;
  const [one, other] = canteen.findings;
  const third: Finding = { ...one!, severity: 'P1', cells: [fromA1('A40')] };
  const round = (added: readonly Finding[]): Round => ({
    since: '',
    added,
    points: [
      { point: points[0]!, fate: 'unchanged', name: '就餐人数', finding: one! },
      { point: points[1]!, fate: 'mended', name: null, finding: null },
      { point: points[2]!, fate: 'accepted', name: null, finding: other! },
      { point: points[0]!, fate: 'row-gone', name: '培训人数', finding: null },
    ],
  });
  const letterAgain = (report: FormReport) =>
    letterOf([{ report, findings: report.findings.filter((each) => isTold(each, report.round)) }], fields, speaker);

  test('says what was returned, what is settled, and only what is left or new', () => {
    const report = { ...canteen, round: round([third]), findings: [one!, other!, third] };
    const letter = letterAgain(report);
    const text = letterText(letter);
    expect(text).toContain('上次退回的4项意见中，2项已修改或说明；经再次复核，以下3项仍需修改或核实：');
    expect(text).toContain('3．“培训人数”：上次退回的意见，现在的表上没有这一行了，请说明情况。');
    expect([letter.points, letter.unfilled]).toEqual([3, []]);
  });

  test('with nothing left says so', () => {
    const settled = { ...round([]), points: round([]).points.slice(1, 3) };
    expect(letterText(letterAgain({ ...canteen, round: settled }))).toContain(
      '上次退回的意见均已修改或说明，没有新的问题。',
    );
  });
});
