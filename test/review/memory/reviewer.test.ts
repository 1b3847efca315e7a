/** Reviews with what was remembered: acceptances, mappings of columns and rubrics, in the workbook and beyond it. */
import { recogniseOwn } from '../../../src/papers/ownPaper';
import { fromA1, toA1 } from '../../../src/core/sheet/cellRef';
import { profileById } from '../../../src/core/rubric/profiles';
import { passingPreferences } from '../../../src/review/memory/preferences';
import { createReviewer } from '../../../src/review/memory/reviewer';
import type { DecisionOutcome } from '../../../src/review/memory/decide';
import type { ReviewedSheet } from '../../../src/review/memory/reviewed';
import type { Outcome } from '../../../src/port/workbook';
import { nationalHeader as header } from '../../forms/nationalHeader';
import { countBrought } from '../../../src/review/memory/brought';
import { rubricToJson } from '../../../src/core/rubric/parseRubric';
import { foreignSeal, ownSeal } from '../../support/ownSeal';
import { createMemoryWorkbook, type DescribedCell } from '../../support/memoryWorkbook';
import { approvedTargets, loweredForm } from '../../support/targetsBeside';

const clock = () => '2026-03-01T08:00:00.000Z';

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.fault.kind);
  return outcome.value;
}

/** A form whose weights reach 99 and whose second indicator lost points without a reason. */
function rows(head: readonly DescribedCell[] = header): readonly (readonly DescribedCell[])[] {
  return [
    ['项目支出绩效自评表'],
    head,
    ['产出指标', '数量指标', '培训人数', '≥100人', '100人', 50, 50, null],
    ['效益指标', '社会效益指标', '受益人数', '≥500人', '400人', 30, 24, null],
    ['满意度指标', '服务对象满意度指标', '群众满意度', '≥95%', '98%', 19, 19, null],
    ['总分', null, null, null, null, 99, 93, null],
  ];
}
const oneForm = () => createMemoryWorkbook([{ name: '自评表', rows: rows() }]);
/** The sheet as it is once something was kept. */
function keptOf(outcome: Outcome<DecisionOutcome>): ReviewedSheet {
  const decided = valueOf(outcome);
  if (decided.kind !== 'kept') throw new Error(`nothing was kept: ${decided.kind}`);
  return decided.sheet;
}

const ids = (sheet: ReviewedSheet, form = 0) => sheet.forms[form]!.findings.map(({ check }) => check);

describe('accepting a finding', () => {
  test('takes it out of the findings and its cells out of the marks, and is found again by the next review', async () => {
    const workbook = oneForm();
    const reviewer = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock);
    const before = valueOf(await reviewer.review());
    const finding = before.forms[0]!.findings.find(({ check }) => check === 'weights-reach-total')!;
    const after = keptOf(await reviewer.accept(before, 0, finding, '按县里文件，满分 99'));
    expect(ids(after)).toEqual(ids(before).filter((check) => check !== 'weights-reach-total'));
    expect(after.forms[0]!.accepted).toMatchObject([
      { finding, decision: { reason: '按县里文件，满分 99', at: clock() } },
    ]);
    const marked = (sheet: ReviewedSheet) => sheet.forms[0]!.plan.marks.flatMap(({ cells }) => cells.map(toA1));
    expect(marked(before)).toContain('F6');
    expect(marked(after)).not.toContain('F6');
    const again = valueOf(await createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock).review());
    expect(again.forms[0]!.accepted).toHaveLength(1);
    expect(again.forms[0]!.plan).toEqual(after.forms[0]!.plan);
  });

  test('can be withdrawn, and then nothing is left in the workbook', async () => {
    const workbook = oneForm();
    const reviewer = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock);
    const before = valueOf(await reviewer.review());
    const [finding] = before.forms[0]!.findings;
    const accepted = keptOf(await reviewer.accept(before, 0, finding!, '已核实'));
    const after = keptOf(await reviewer.accept(accepted, 0, finding!, null));
    expect(after).toEqual(before);
    expect(valueOf(await workbook.recall('decisions'))).toBeNull();
  });

  test('keeps what somebody else accepted meanwhile', async () => {
    const workbook = oneForm();
    const mine = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock);
    const theirs = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock);
    const before = valueOf(await mine.review());
    const [first, second] = before.forms[0]!.findings;
    keptOf(await theirs.accept(valueOf(await theirs.review()), 0, first!, '甲'));
    const after = keptOf(await mine.accept(before, 0, second!, '乙'));
    expect(after.forms[0]!.accepted.map(({ decision }) => decision.reason).sort()).toEqual(['乙', '甲']);
  });

  test('is refused while an unreadable record is kept, which is named and goes only when told to', async () => {
    const workbook = oneForm();
    const { sheetId } = valueOf(
      await createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock).review(),
    );
    await workbook.remember(`accepted:${sheetId}`, '{"version":9}');
    const reviewer = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock);
    const before = valueOf(await reviewer.review());
    expect(before.unreadable).toEqual(['accepted']);
    const refused = valueOf(await reviewer.accept(before, 0, before.forms[0]!.findings[0]!, '已核实'));
    expect(refused).toMatchObject({ kind: 'unreadable', sheet: { forms: before.forms } });
    expect(valueOf(await workbook.recall(`accepted:${sheetId}`))).toBe('{"version":9}');
    valueOf(await reviewer.forget(sheetId, 'accepted'));
    expect(valueOf(await reviewer.review()).unreadable).toEqual([]);
  });

  test('that Excel refuses is a fault, and changes nothing', async () => {
    const workbook = oneForm();
    const reviewer = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock);
    const before = valueOf(await reviewer.review());
    workbook.failNext({ kind: 'read-only' }, 'remember');
    const failed = await reviewer.accept(before, 0, before.forms[0]!.findings[0]!, '已核实');
    expect(failed).toEqual({ ok: false, fault: { kind: 'read-only' } });
    expect(valueOf(await reviewer.review())).toEqual(before);
  });
});

test('the plan of each form on a sheet carries the marks of all of them', async () => {
  const workbook = createMemoryWorkbook([{ name: '两份', rows: [...rows(), [], [], ...rows()] }]);
  const sheet = valueOf(await createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock).review());
  expect(sheet.forms).toHaveLength(2);
  const [first, second] = sheet.forms.map(({ plan }) => plan.marks.flatMap(({ cells }) => cells.map(toA1)).sort());
  expect(first).toEqual(second);
  expect(first).toEqual(expect.arrayContaining(['F6', 'F14']));
});

describe('mapping columns', () => {
  const strange = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'];
  const roles = ['level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score', 'reason'] as const;
  const picks = roles.map((role, index) => ({ role, header: fromA1(`${'ABCDEFGH'[index]!}2`) }));
  const unknownForm = (name = '自定义') => createMemoryWorkbook([{ name, rows: rows(strange) }]);

  test('makes a form of a sheet whose header is not known, and is kept in the workbook', async () => {
    const workbook = unknownForm();
    const reviewer = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock);
    const before = valueOf(await reviewer.review());
    const after = valueOf(await reviewer.mapColumns(before.sheetId, picks))!;
    expect(after.forms[0]!.form.columns.filter(({ because }) => because === 'user').map(({ role }) => role)).toEqual([
      ...roles,
    ]);
    expect(after.mapping?.roles).toHaveLength(8);
    const again = valueOf(await createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock).review());
    expect(again.forms).toEqual(after.forms);
  });

  test('is offered in the next workbook with the same header row, and followed once it is taken', async () => {
    const preferences = passingPreferences();
    const first = createReviewer(unknownForm(), preferences, recogniseOwn, ownSeal, clock);
    valueOf(await first.mapColumns(valueOf(await first.review()).sheetId, picks));
    expect(preferences.get('columns')).not.toMatch(/[甲乙丙丁]/u);

    const second = createReviewer(unknownForm('另一张'), preferences, recogniseOwn, ownSeal, clock);
    const offered = valueOf(await second.review());
    expect(offered.mapping).toBeNull();
    const after = valueOf(await second.useMapping(offered.sheetId, offered.offeredMapping!));
    expect([after.forms.length, after.mapping]).toEqual([1, offered.offeredMapping]);

    const other = createReviewer(oneForm(), preferences, recogniseOwn, ownSeal, clock);
    expect(valueOf(await other.review()).offeredMapping).toBeNull();
  });

  test('can be forgotten, here and for the next workbook', async () => {
    const preferences = passingPreferences();
    const reviewer = createReviewer(unknownForm(), preferences, recogniseOwn, ownSeal, clock);
    const before = valueOf(await reviewer.review());
    const mapped = valueOf(await reviewer.mapColumns(before.sheetId, picks))!;
    expect(valueOf(await reviewer.forgetMapping(before.sheetId, mapped.mapping!))).toEqual(before);
    expect(preferences.get('columns')).toBeNull();
  });

  test('by a row without words is refused', async () => {
    const reviewer = createReviewer(unknownForm(), passingPreferences(), recogniseOwn, ownSeal, clock);
    const { sheetId } = valueOf(await reviewer.review());
    expect(valueOf(await reviewer.mapColumns(sheetId, [{ role: 'score', header: fromA1('A40') }]))).toBeNull();
  });
});

describe('the rubric of a workbook', () => {
  test('is the one that was chosen, until it is left to the form again', async () => {
    const workbook = oneForm();
    const reviewer = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock);
    const chosen = profileById('xixia-2019')!;
    valueOf(await reviewer.chooseRubric(chosen));
    const by = async () => {
      const { rubric, rubricChoice } = valueOf(
        await createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock).review(),
      ).forms[0]!;
      return [rubric.id, rubricChoice];
    };
    expect(await by()).toEqual(['xixia-2019', 'chosen']);
    valueOf(await reviewer.chooseRubric(null));
    expect(await by()).toEqual(['national-2020', 'inferred']);
  });

  test('can be one of their own, exported, edited and imported', async () => {
    const workbook = oneForm();
    const reviewer = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock);
    const text = reviewer
      .rubricText(reviewer.rubrics()[0]!)
      .replace('"id": "national-2020-edited"', '"id": "our-county"');
    const read = reviewer.readRubric(text);
    if (!read.ok) throw new Error('not read');
    valueOf(await reviewer.chooseRubric(read.value));
    expect(
      valueOf(await createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock).review()).forms[0]!
        .rubric.id,
    ).toBe('our-county');
  });

  test('may not bear the name of a built-in one, and one that is changed gets a name of its own', () => {
    const reviewer = createReviewer(oneForm(), passingPreferences(), recogniseOwn, ownSeal, clock);
    const builtIn = profileById('national-2020')!;
    const plain = rubricToJson(builtIn) as Record<string, unknown>;
    const problemsOf = (changes: Record<string, unknown>) => {
      const read = reviewer.readRubric(JSON.stringify({ ...plain, ...changes }));
      return read.ok ? [] : read.problems?.map(({ key, path }) => [path, key]);
    };
    expect(problemsOf({ version: 99 })).toEqual([
      ['id', 'built-in-name'],
      ['title', 'built-in-name'],
    ]);
    expect(problemsOf({ id: 'mine' })).toEqual([['title', 'built-in-name']]);
    // Full width, another case and signs that are not seen are the same name.
    expect(problemsOf({ id: ' National－2020\u200b', title: '自定' })).toEqual([['id', 'built-in-name']]);
    const whole = reviewer.readRubric(JSON.stringify(plain));
    expect(whole.ok && whole.value).toBe(builtIn);
    const edited = reviewer.readRubric(reviewer.rubricText(builtIn));
    expect(edited.ok && [edited.value.id, edited.value.title]).toEqual([
      'national-2020-edited',
      `${builtIn.title}（修改稿）`,
    ]);
  });

  test('that is wrong is refused with every problem, and a text that is no JSON is called that', () => {
    const reviewer = createReviewer(oneForm(), passingPreferences(), recogniseOwn, ownSeal, clock);
    const text = reviewer.rubricText(reviewer.rubrics()[0]!);
    const wrong = reviewer.readRubric(
      text.replace('"version": 1', '"version": 0').replace('"total": 100', '"total": "x"'),
    );
    expect(wrong.ok ? [] : wrong.problems?.map(({ path }) => path)).toEqual(['version', 'total']);
    expect(reviewer.readRubric('{')).toEqual({ ok: false, problems: null });
  });

  test('that cannot be read is named, and the form tells its own', async () => {
    const workbook = oneForm();
    await workbook.remember('rubric', '{"version":1,"content":{"profile":"no-such"}}');
    const sheet = valueOf(await createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock).review());
    expect([sheet.unreadable, sheet.forms[0]!.rubricChoice]).toEqual([['rubric'], 'inferred']);
  });
});

describe('what came with the file', () => {
  const forged = async () => {
    const workbook = oneForm();
    const theirs = createReviewer(workbook, passingPreferences(), recogniseOwn, foreignSeal, clock);
    const before = valueOf(await theirs.review());
    for (const finding of before.forms[0]!.findings) {
      keptOf(await theirs.accept(valueOf(await theirs.review()), 0, finding, '已核实'));
    }
    valueOf(await theirs.chooseRubric(profileById('xixia-2019')));
    return { workbook, before };
  };

  test('has no effect, is counted, and is ours once it is adopted', async () => {
    const { before, workbook } = await forged();
    const reviewer = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock);
    const offered = valueOf(await reviewer.review());
    expect([offered.forms, countBrought(before.brought)]).toEqual([before.forms, 0]);
    expect(countBrought(offered.brought)).toBe(before.forms[0]!.findings.length + 1);
    expect(offered.brought.rubrics.map(({ id }) => id)).toEqual(['xixia-2019']);

    const adopted = valueOf(await reviewer.adopt(offered));
    expect(countBrought(adopted.brought)).toBe(0);
    expect(adopted.forms[0]!.rubric.id).toBe('xixia-2019');
    expect(adopted.forms[0]!.accepted.length).toBeGreaterThan(0);
    const again = valueOf(await createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock).review());
    expect(again.forms).toEqual(adopted.forms);
  });

  test('is not offered again once it was turned down, and stays in the file', async () => {
    const { before, workbook } = await forged();
    const preferences = passingPreferences();
    const text = valueOf(await workbook.recall('decisions'));
    const reviewer = createReviewer(workbook, preferences, recogniseOwn, ownSeal, clock);
    const refused = valueOf(await reviewer.refuse(valueOf(await reviewer.review())));
    expect([refused.forms, countBrought(refused.brought)]).toEqual([before.forms, 0]);
    expect(valueOf(await workbook.recall('decisions'))).toBe(text);
    const next = createReviewer(workbook, preferences, recogniseOwn, ownSeal, clock);
    expect(countBrought(valueOf(await next.review()).brought)).toBe(0);
    // Something else that comes later is offered.
    await createReviewer(workbook, passingPreferences(), recogniseOwn, foreignSeal, clock).chooseRubric(null);
    expect(countBrought(valueOf(await next.review()).brought)).toBe(0);
    const later = createReviewer(workbook, preferences, recogniseOwn, ownSeal, clock);
    expect(countBrought(valueOf(await later.review()).brought)).toBeGreaterThan(0);
    expect(preferences.get('not-adopted')).not.toMatch(/[\u4e00-\u9fff]/u);
  });

  test('is told too where it was kept for a sheet that is not there, and is listed without effect once adopted', async () => {
    const workbook = oneForm();
    const reviewer = () => createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock);
    const before = valueOf(await reviewer().review());
    const [{ check, indicator, message } = { check: '', indicator: null, message: '' }] = before.forms[0]!.findings;
    const acceptance = { form: 0, check, indicator, message: indicator === null ? message : null, reason: '已核实' };
    const content = [acceptance, { ...acceptance, check: 'no-such-check' }];
    await workbook.remember('accepted:1', JSON.stringify({ version: 1, content }));
    await workbook.remember('accepted:2', 'no record');

    const offered = valueOf(await reviewer().review());
    expect(offered.brought.strays).toMatchObject([{ kind: 'explained', check, reason: '已核实' }]);
    expect([offered.forms, countBrought(offered.brought)]).toEqual([before.forms, 1]);
    const adopted = valueOf(await reviewer().adopt(offered));
    expect([adopted.forms, countBrought(adopted.brought)]).toEqual([before.forms, 0]);
    expect(adopted.elsewhere).toMatchObject([{ check, reason: '已核实' }]);
    expect(valueOf(await workbook.recall('accepted:1'))).toBeNull();
    expect(valueOf(await workbook.recall('accepted:2'))).toBe('no record');

    const { elsewhere, ...withdrawn } = valueOf(await reviewer().undo(adopted, adopted.elsewhere[0]!));
    expect([elsewhere, withdrawn.forms]).toEqual([[], before.forms]);
  });

  test('does not hold a review up, however many sheets a file names that are not there', async () => {
    const workbook = oneForm();
    const content = [{ form: 0, check: 'weights-reach-total', indicator: null, message: 'all', reason: '已核实' }];
    for (let sheet = 0; sheet < 1000; sheet += 1)
      await workbook.remember(`accepted:${sheet}`, JSON.stringify({ version: 1, content }));
    const reviewer = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock);
    expect(valueOf(await reviewer.review()).brought.strays).toHaveLength(50);
    expect(workbook.calls().filter((call) => call === 'recall').length).toBeLessThan(60);
  });

  test('cannot be carried from the form of one project to that of another', async () => {
    const project = (name: string) =>
      createMemoryWorkbook([
        { name: '自评表', rows: [['项目支出绩效自评表'], ['项目名称', name], ...rows().slice(1)] },
      ]);
    const [one, other] = [project('甲项目'), project('乙项目')];
    const reviewer = createReviewer(one, passingPreferences(), recogniseOwn, ownSeal, clock);
    const sheet = valueOf(await reviewer.review());
    const finding = sheet.forms[0]!.findings.find(({ check }) => check === 'weights-reach-total')!;
    keptOf(await reviewer.accept(sheet, 0, finding, '已核实'));
    await other.remember('decisions', valueOf(await one.recall('decisions')));
    const carried = valueOf(await createReviewer(other, passingPreferences(), recogniseOwn, ownSeal, clock).review());
    expect(sheet.forms[0]!.form.projectName).toBe('甲项目');
    expect(ids(carried)).toContain('weights-reach-total');
    expect(carried.forms[0]!.accepted).toEqual([]);
    expect(carried.elsewhere).toMatchObject([{ kind: 'explained', form: { project: '甲项目' } }]);
  });

  test('that names no check, or is longer than a reason, is neither shown nor trusted', async () => {
    const workbook = oneForm();
    const { sheetId } = valueOf(
      await createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock).review(),
    );
    const piece = { form: 0, indicator: null, message: 'x', reason: '好'.repeat(100_000) };
    await workbook.remember(
      `accepted:${sheetId}`,
      JSON.stringify({
        version: 1,
        content: [
          { ...piece, check: 'no-such-check' },
          { ...piece, check: 'weights-reach-total' },
        ],
      }),
    );
    const { brought } = valueOf(
      await createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock).review(),
    );
    expect(
      brought.decisions.map((one) => (one.kind === 'explained' ? [one.check, one.reason.length] : one.kind)),
    ).toEqual([['weights-reach-total', 200]]);
  });
});

describe('a sheet beside another that holds the approved targets', () => {
  const open = () =>
    createMemoryWorkbook([
      { name: '自评表', rows: loweredForm },
      { name: '目标表', rows: approvedTargets },
      { name: '图', rows: [], hasNoCells: true },
    ]);

  test('is held against them, and its marks show it', async () => {
    const reviewed = valueOf(await createReviewer(open(), passingPreferences(), recogniseOwn, ownSeal, clock).review());
    expect(ids(reviewed)).toContain('targets-as-approved');
    expect(reviewed.forms[0]!.plan.marks.flatMap(({ cells }) => cells.map(toA1))).toContain('D4');
  });

  test('reads the others in one go, and only where the sheet has a form about a project', async () => {
    const workbook = open();
    const reviewer = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock);
    await reviewer.review();
    expect(workbook.calls().filter((call) => call === 'readMany')).toHaveLength(1);
    const other = valueOf(await workbook.sheets()).find(({ name }) => name === '目标表')!;
    await reviewer.review(other.id);
    expect(workbook.calls().filter((call) => call === 'readMany')).toHaveLength(1);
  });

  test('where the others cannot be read, the fault is told', async () => {
    const workbook = open();
    workbook.failNext({ kind: 'session-lost' }, 'readMany');
    const outcome = await createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, clock).review();
    expect(outcome).toMatchObject({ ok: false, fault: { kind: 'session-lost' } });
  });
});
