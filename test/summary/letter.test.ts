/** The letter to the unit: its wording, its points by sheet and row, its slots, and the files that are made of it. */
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Finding } from '../../src/core/checks/finding';
import type { Decision } from '../../src/core/decisions/decision';
import type { FormReport } from '../../src/core/report/report';
import { reviewSnapshot } from '../../src/core/report/reviewSnapshot';
import type { Round } from '../../src/core/report/roundFates';
import { stateDecision } from '../../src/core/report/rounds';
import { fromA1, toA1 } from '../../src/core/sheet/cellRef';
import { listedRanges } from '../../src/core/sheet/rangesText';
import { openWorkbook } from '../../src/file/openWorkbook';
import { wordDocument } from '../../src/file/wordDocument';
import { usualContent } from '../../src/core/report/letterContent';
import { openWordTemplate } from '../../src/file/wordTemplate';
import { knownFields, letterFilling, letterOf, letterSheet, letterText, templateLines } from '../../src/papers/letter';
import { letterForm, type LetterForm, type LetterSpeaker } from '../../src/papers/letterPoints';
import { slotsIn, templateProblem } from '../../src/papers/letterWords';
import { isOwnPaper } from '../../src/papers/ownPaper';
import { createWords } from '../../src/words';
import { valueOf } from '../contracts/workbookContract';
import { explainedDecision, formOf, review, rowOf, rows, scoreDecision, sheetText } from '../core/decisions/decided';
import { publishedForm } from '../forms';
import { docxOf } from '../support/docxOf';
import { markedSheet } from '../support/markedSheet';
import { createMemoryWorkbook } from '../support/memoryWorkbook';

const words = createWords('zh-CN');
const speaker: LetterSpeaker = {
  finding: (finding) => words.findingText(finding),
  evidence: (kind) => words.say(`evidence-${kind}`),
};

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
  落款: '示例县财政局',
  日期: '2026年3月6日',
};

/** A finding that says what it is told, about these cells. */
const finding = (severity: Finding['severity'], ...addresses: string[]): Finding => ({
  ...canteen.findings[0]!,
  severity,
  cells: addresses.map(fromA1),
  indicator: null,
});
/** The form with these findings, and every opinion. */
const formWith = (report: FormReport, findings: readonly Finding[], by: LetterSpeaker = plain): LetterForm =>
  letterForm(report, { ...usualContent(report), findings }, by);
const plain: LetterSpeaker = {
  ...speaker,
  finding: () => ({ title: '题', message: '合计不符：D9:D11、F3', remedy: '请重新合计' }),
};

test.each([
  [['D9', 'D10', 'D11'], 'D9:D11'],
  [['I17'], 'I17'],
  [['C6', 'D6'], 'C6:D6'],
  [['F14', 'G14', 'F15', 'G15', 'A1'], 'A1、F14:G15'],
  [['D9', 'D9', 'D11'], 'D9、D11'],
])('cells %j are told as %s', (addresses, told) => expect(listedRanges(addresses.map(fromA1))).toBe(told));

test('whole and filled it reads as a letter between offices, with every figure of the review', () => {
  const letter = letterOf([formWith(canteen, canteen.findings, speaker)], fields);
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
      formWith(canteen, [finding('P1', 'D20'), finding('P0', 'D9', 'D10'), finding('P2', 'I20')]),
      formWith(other, [finding('P0', 'A3')]),
    ],
    fields,
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
  const bare = letterOf([formWith(canteen, [])], { 单位: '  ' });
  expect(bare.unfilled).toEqual(['期限', '联系人', '电话', '落款', '日期']);
  expect(letterText(bare)).toContain('【期限】');
  expect(letterText(bare)).toContain('经复核，未发现需要修改的问题。');
  expect(knownFields([formWith(canteen, [])])['项目']).toBe('“食堂经费”');
  const unit = letterOf([formWith(canteen, [])], { ...fields, 单位: '某局' });
  expect(letterText(unit)).toContain('\n某局：\n');
});

test('a template of one’s own keeps its lines, and its slots are filled', () => {
  const template = ['退回通知', '【单位】：', '', '请改：', '【问题】', '【落款】（章）'];
  const { document } = letterOf([formWith(canteen, [finding('P0', 'A3')])], { ...fields, 单位: '某局' }, template);
  expect(document.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'title 退回通知',
    'flush 某局：',
    'flush 请改：',
    'point 1．A3：合计不符：D9:D11、F3。请改正：重新合计。',
    'right 示例县财政局（章）',
  ]);
});

test('as a sheet it prints upright and is known for ours; as a Word file it is the same text and the same bytes', async () => {
  const letter = letterOf([formWith(canteen, canteen.findings, speaker)], fields);
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
  const opened = await openWorkbook(bytes, { path: 'x' });
  const told = valueOf(await valueOf(opened).read()).text.flat();
  expect(told.filter((line) => line !== '')).toEqual(letterText(letter).split('\n'));
});

describe('on paper', () => {
  /** A point as long as those of real forms: some two or three lines. */
  const told = '“改善灌溉面积”得分 10，按规则应为 9.2，多 0.8。算式：4.6 ÷ 5 × 10 = 9.20。';
  const asked = '把得分改为 9.2；认为应当保留的，在原因栏写明依据';
  const long = { ...speaker, finding: () => ({ title: '题', message: told, remedy: asked }) };
  const partsOf = (count: number) => {
    const found = Array.from({ length: count }, (_, place) => finding('P0', `F${place + 10}`));
    const parts = unzipSync(wordDocument(letterOf([formWith(canteen, found, long)], fields).document));
    return { styles: strFromU8(parts['word/styles.xml']!), text: strFromU8(parts['word/document.xml']!) };
  };

  test.each([
    // 小四 where that is one page, 五号 where only that is, 小四 again where it takes two pages anyway.
    [3, 24, 380],
    [10, 21, 320],
    [30, 24, 380],
  ])('%i points are set in letters of %i half points', (count, letters, line) => {
    const { styles, text } = partsOf(count);
    expect(styles).toContain(`<w:sz w:val="${letters}"/>`);
    expect(styles).toContain(`w:line="${line}"`);
    expect(text).toContain(`w:firstLine="${letters * 20}"`);
  });

  test('the signature never stands on a page without text: the two paragraphs before it go along', () => {
    const paragraphs = partsOf(3).text.split('</w:p>');
    const kept = paragraphs.flatMap((xml) => {
      const [, text = ''] = /<w:t xml:space="preserve">([^<]*)/u.exec(xml) ?? [];
      return xml.includes('<w:keepNext/>') ? [text.slice(0, 6)] : [];
    });
    expect(kept).toEqual(['联系人：李某', '特此函达。', '示例县财政局']);
  });
});

test('a letter by any title is known for ours as a sheet: it is renewed, and never taken for a form', async () => {
  const letter = letterOf([formWith(canteen, [])], fields, ['再次通知', '【问题】']);
  const workbook = createMemoryWorkbook([{ name: '表', rows: [['甲']] }]);
  const { sheetId } = valueOf(await workbook.writeSheet(letterSheet(letter)));
  expect(isOwnPaper(valueOf(await workbook.read(sheetId)))).toBe(true);
});

describe('what the reviewer wrote', () => {
  const opinion = (indicator: string | null, text: string): Decision => ({
    kind: 'opinion',
    ...{ at: '2026-03-01T08:00:00.000Z', form: bare.key, indicator, opinion: text },
  });
  const bare = formOf(review());
  const wrong = rowOf(bare, '群众满意度').indicator.key;
  const sound = rowOf(bare, '服务能力').indicator.key;
  const said = formOf(review([opinion(null, '总体可行'), opinion(wrong, '请附问卷'), opinion(sound, '请附证书。')]));

  test('joins the point of its row, is one by itself where nothing was found, and stands last on the form as a whole', () => {
    const { points } = letterForm(said, usualContent(said), speaker);
    expect(points.find(({ text }) => text.includes('请附问卷'))?.text).toMatch(/请改正：.*复核意见：请附问卷。$/u);
    expect(points.find(({ text }) => text.includes('请附证书'))).toMatchObject({
      ...{ indicator: '服务能力', text: '复核意见：请附证书。', standing: null },
      cells: toA1(rowOf(said, '服务能力').indicator.name.cell.ref),
    });
    expect(points.at(-1)).toMatchObject({ cells: '', text: '复核意见：总体可行。' });
    expect(letterText(letterOf([letterForm(said, usualContent(said), speaker)], fields))).toMatch(
      /全表：复核意见：总体可行。/u,
    );
  });

  test('is left out where it is not ticked, and a finding that was explained is never in', () => {
    const { points } = letterForm(said, { findings: [], opinions: [sound] }, speaker);
    expect(points.map(({ text }) => text)).toEqual(['复核意见：请附证书。']);
    const passed = formOf(review([explainedDecision(bare, 'score-matches-rule', '群众满意度')]));
    expect(
      usualContent(passed).findings.some(
        ({ check, indicator }) => check === 'score-matches-rule' && indicator === wrong,
      ),
    ).toBe(false);
  });
});

describe('a point', () => {
  const placeholders = formOf(
    reviewSnapshot(
      markedSheet(
        sheetText({ rows: [...rows.slice(0, 5), '| 满意度指标 | 服务对象满意度指标 | …… | | | | | | |', rows[5]] }),
      ).snapshot,
    ),
  );
  const pointsOf = (report: FormReport) => letterForm(report, usualContent(report), speaker).points;

  test('names its cells once, ahead of the sentence', () => {
    const left = placeholders.findings.find(({ check }) => check === 'placeholder-left')!;
    const { points } = letterForm(placeholders, { findings: [left], opinions: [] }, speaker);
    expect(points.map(({ cells, text }) => [cells, text.split('。')[0]])).toEqual([
      [listedRanges(left.cells), expect.stringMatching(/^还留着 1 行模板的空行$/u)],
    ]);
  });

  test('of several findings in a row keeps the cells of each', () => {
    const left = placeholders.findings.find(({ check }) => check === 'placeholder-left')!;
    const [first] = left.cells;
    const other = { ...finding('P1', toA1({ row: first!.row, column: 8 })), indicator: null };
    const { points } = letterForm(placeholders, { findings: [left, other], opinions: [] }, speaker);
    expect(points[0]?.text).toContain(`还留着 1 行模板的空行：${String(left.facts['cells'])}`);
  });

  test.each([
    ['/home/reviewer/报送/甲镇/上年.xlsx', '上年.xlsx'],
    ['D:\\报送\\上年.xlsx', '上年.xlsx'],
    ['上年.xlsx (3)', '上年.xlsx'],
    ['上年（3）.xlsx', '上年（3）.xlsx'],
  ])('calls another file by its name: %s', (file, told) => {
    const beside = { file, sheetName: '表', sheetId: '1', cell: fromA1('D6') };
    const lowered: Finding = {
      ...{ ...finding('P1', 'D6'), check: 'targets-hold-last-year', message: 'lowered', beside },
      facts: { name: '里程', own: '≥100公里', before: '≥120公里', year: 2022, place: `${file} 表!D6` },
    };
    const { points } = letterForm(canteen, { findings: [lowered], opinions: [] }, speaker);
    expect(points[0]?.text).toContain(`2022年（${told} 表!D6）`);
  });

  test('about a row that is left to a person asks for what shows it; a settled row is asked for nothing', () => {
    const report = formOf(review());
    const asked = pointsOf(report).filter(({ text }) => text.includes('请一并提供佐证材料：'));
    expect(asked.map(({ text }) => /“培训人数”.*请一并提供佐证材料：([^。]*)。/u.exec(text)?.[1])).toEqual([
      '清单、签收单或验收单、现场照片',
    ]);
    expect(pointsOf(report).find(({ text }) => text.includes('群众满意度'))?.text).not.toContain('佐证材料');
    const decided = formOf(review([scoreDecision(report, '服务能力', '16')]));
    expect(
      pointsOf(decided)
        .map(({ text }) => text)
        .join(''),
    ).not.toContain('受益对象名单');
  });
});

describe('about several forms', () => {
  const another = (sheet: string, file: string | null = null): LetterForm => ({
    ...formWith(canteen, [finding('P0', 'A3')]),
    ...{ sheet, file, project: sheet, unit: '某局' },
  });
  const headings = (forms: readonly LetterForm[]) =>
    letterOf(forms, fields).document.flatMap(({ kind, text }) => (kind === 'heading' ? [text] : []));

  test('points stand under their sheet, of several files under the file too, and under the project where a sheet has two', () => {
    expect(headings([another('甲'), another('乙')])).toEqual(['工作表《甲》', '工作表《乙》']);
    expect(headings([another('甲', 'a.xlsx'), another('甲', 'b.xlsx')])).toEqual([
      '文件《a.xlsx》，工作表《甲》',
      '文件《b.xlsx》，工作表《甲》',
    ]);
    expect(headings([another('甲'), { ...another('甲'), project: '乙' }])).toEqual([
      '工作表《甲》（“甲”）',
      '工作表《甲》（“乙”）',
    ]);
    expect(headings([another('甲'), { ...another('甲'), year: 2022 }])).toEqual([
      `工作表《甲》（“甲”${canteen.form.year}年度）`,
      '工作表《甲》（“甲”2022年度）',
    ]);
  });

  test('one unit is filled ahead, and of two the writer says which', () => {
    expect(knownFields([another('甲'), another('乙')])).toMatchObject({ 单位: '某局', 项目: '“甲”“乙”' });
    const { unfilled } = letterOf([another('甲'), { ...another('乙'), unit: '另一局' }], fields);
    expect(unfilled).toEqual(['单位']);
  });
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
      { point: { ...points[0]!, cells: 'C40' }, fate: 'row-gone', name: '培训人数', finding: null },
    ],
  });
  const letterAgain = (report: FormReport) => letterOf([letterForm(report, usualContent(report), speaker)], fields);

  test('says what was returned, what is settled, and only what is left or new', () => {
    const report = { ...canteen, round: round([third]), findings: [one!, other!, third] };
    const letter = letterAgain(report);
    const text = letterText(letter);
    expect(text).toContain('上次退回的4项意见中，2项已修改或说明；经再次复核，以下3项仍需修改或核实：');
    expect(text).toContain('3．“培训人数”：上次退回的意见，现在的表上没有这一行了，请说明情况。');
    expect([letter.points, letter.unfilled]).toEqual([3, []]);
    expect(text).toMatch(/1．[A-Z0-9:、]+：（上次已提出，尚未修改）/u);
    expect(text).toMatch(/2．A40：（本次新提出）/u);
  });

  test('counts what was returned as the letter before did: a row is one point, settled once all of it is', () => {
    const told = ['G6', 'H6', 'G8', 'H8:H9'].map((cells) => ({ ...points[0]!, cells }));
    const fates = ['mended', 'unchanged', 'mended', 'accepted'] as const;
    const again = {
      ...round([]),
      points: told.map((point, place) => ({ point, fate: fates[place]!, name: null, finding: null })),
    };
    const report = { ...canteen, round: again };
    expect(letterForm(report, usualContent(report), speaker).returned).toEqual({ told: 2, settled: 1 });
  });

  test('with nothing left says so', () => {
    const settled = { ...round([]), points: round([]).points.slice(1, 3) };
    expect(letterText(letterAgain({ ...canteen, round: settled }))).toContain(
      '上次退回的意见均已修改或说明，没有新的问题。',
    );
  });
});

describe('a template of the user', () => {
  const form = formWith(canteen, [finding('P0', 'A3'), finding('P1', 'A5')]);
  const filled = { ...fields, 单位: '某局', 文号: '财绩〔2026〕3号' };

  test('may be a sheet: a row a paragraph; without a place for the points it is none', () => {
    const { snapshot } = markedSheet('| 财绩〔2026〕号 | |\n| 【单位】 | ： |\n| 【问题】 | |');
    expect(templateLines(snapshot)).toEqual(['财绩〔2026〕号', '【单位】：', '【问题】']);
    expect(templateProblem(templateLines(snapshot))).toBeNull();
    expect(templateProblem(['问题如下：【问题】'])).toBe('no-points');
    expect(templateProblem(['【问题】', 'x'.repeat(3000)])).toBe('too-large');
  });

  test('may have slots of its own, which are told while nobody filled them', () => {
    const template = ['【文号】', '【单位】：', '共【项数】项', '【问题】'];
    expect(slotsIn(template)).toEqual(['文号', '单位']);
    expect(letterOf([form], { 单位: '某局' }, template).unfilled).toEqual(['文号']);
    expect(
      letterOf([form], filled, template)
        .document.map(({ text }) => text)
        .slice(0, 3),
    ).toEqual(['财绩〔2026〕3号', '某局：', '共2项']);
  });

  const run = (text: string, look = '') => `<w:r>${look}<w:t>${text}</w:t></w:r>`;
  const bold = '<w:rPr><w:b/></w:rPr>';
  const fill = (bodyXml: string): string => {
    const template = openWordTemplate(docxOf(bodyXml));
    if (typeof template === 'string') throw new Error(template);
    const { fields: by, points } = letterFilling([form], filled);
    return strFromU8(unzipSync(template.fill(by, points))['word/document.xml']!);
  };

  test('may be a Word file: slots are filled though Word split them into runs, and every run keeps its look', () => {
    const xml = fill(
      `<w:p>${run('编号【文', bold)}${run('号】致【单位】', '<w:rPr><w:i/></w:rPr>')}${run('【没有的】')}</w:p><w:p>${run('【问题】')}</w:p>`,
    );
    expect(xml).toContain(`<w:r>${bold}<w:t xml:space="preserve">编号财绩〔2026〕3号</w:t></w:r>`);
    expect(xml).toContain('<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">致某局</w:t></w:r>');
    expect(xml).toContain('<w:t>【没有的】</w:t>');
  });

  test('of a Word file the paragraph of the points is repeated as it is set, a section ends with the last', () => {
    const setting = '<w:pPr><w:ind w:firstLine="480"/><w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:pPr>';
    const xml = fill(
      `<w:p>${setting}${run('【问', bold)}${run('题】')}</w:p><w:tbl><w:tr><w:tc><w:p>${run('【单位】')}</w:p></w:tc></w:tr></w:tbl>`,
    );
    const points = [
      ...xml.matchAll(/<w:p>(<w:pPr>.*?<\/w:pPr>)<w:r>(.*?)<w:t xml:space="preserve">(\d．[^<]*)<\/w:t>/gu),
    ];
    expect(points.map(([, , look, text]) => [look, text?.slice(0, 5)])).toEqual([
      [bold, '1．A3：'],
      [bold, '2．A5：'],
    ]);
    expect(points.map(([, paragraph]) => paragraph?.includes('sectPr'))).toEqual([false, true]);
    expect(xml).toContain('<w:tc><w:p><w:r><w:t xml:space="preserve">某局</w:t></w:r></w:p></w:tc>');
    expect(xml).not.toContain('【问');
  });

  test('a file that is none is told, and other parts of one keep their bytes', () => {
    expect(openWordTemplate(new Uint8Array([1, 2, 3]))).toBe('not-word');
    expect(openWordTemplate(docxOf('<w:p><w:r>').slice(0, 200))).toBe('damaged');
    expect(openWordTemplate(zipSync({ '[Content_Types].xml': strToU8('<a/>') }))).toBe('not-word');
    const bytes = docxOf(`<w:p>${run('【问题】')}</w:p>`);
    const before = unzipSync(bytes);
    const template = openWordTemplate(
      zipSync({
        ...before,
        'word/media/seal.png': new Uint8Array([1, 2, 3]),
        'word/header1.xml': strToU8('<w:hdr><w:p><w:r><w:t>【单位】</w:t></w:r></w:p></w:hdr>'),
      }),
    );
    if (typeof template === 'string') throw new Error(template);
    expect(template.lines).toEqual(['【问题】', '【单位】']);
    const after = unzipSync(template.fill({ 单位: '某局' }, []));
    expect(after['word/media/seal.png']).toEqual(new Uint8Array([1, 2, 3]));
    expect(strFromU8(after['word/header1.xml']!)).toContain('某局');
    expect(after['[Content_Types].xml']).toEqual(before['[Content_Types].xml']);
  });

  test('whatever a Word file holds it is filled or told, and what is filled reads back', () => {
    const piece = fc.constantFrom(
      '<w:p>',
      '</w:p>',
      '<w:r>',
      '</w:r>',
      '<w:t>',
      '</w:t>',
      '【单位】',
      '【问题】',
      '【',
      '】',
      '甲',
      '<w:p/>',
      '<w:pPr>',
      '</w:pPr>',
      '<a:p><a:t>【单位】</a:t></a:p>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const opened = openWordTemplate(docxOf(pieces.join('')));
        if (typeof opened === 'string') return;
        const again = openWordTemplate(opened.fill({ 单位: '某局' }, [{ kind: 'point', text: '1．问' }]));
        expect(typeof again).toBe('object');
      }),
      { numRuns: 300 },
    );
  });
});
