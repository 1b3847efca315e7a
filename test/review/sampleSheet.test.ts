/** The sample form: what a review finds in it, that it may be tried on, and that it never counts as a real project. */
import { ownSeal } from '../support/ownSeal';
import { isOwnPaper, isSample, recogniseOwn } from '../../src/papers/ownPaper';
import { sampleWords } from '../../src/papers/paperWords';
import { sampleSheet } from '../../src/papers/sampleSheet';
import { toA1 } from '../../src/core/sheet/cellRef';
import { applyAndRecord } from '../../src/review/applyAndRecord';
import { revertApply } from '../../src/review/revertApply';
import { reviewSheet } from '../../src/review/reviewSheet';
import { reviewWorkbook } from '../../src/review/reviewWorkbook';
import { writePaper } from '../../src/review/writePaper';
import { reviewed } from '../command/support/publishedBatch';
import { valueOf } from '../contracts/workbookContract';
import { createMemoryWorkbook } from '../support/memoryWorkbook';
import { rawWorkbook } from '../support/rawWorkbook';
import { hostNames, openHosted } from '../support/workbookHosts';

const { name } = sampleWords;
const bytes = rawWorkbook({
  sheets: [{ name: '自评表', xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }],
});

test.each(hostNames)('its faults are found, written and taken back: %s', async (host) => {
  const { close, workbook } = await openHosted(host, bytes);
  const made = valueOf(await writePaper(workbook, sampleSheet(), recogniseOwn, ownSeal));
  expect(made).toMatchObject({ state: 'written', name, isRenewed: false, different: 0 });
  const { sheetId } = made;
  const report = valueOf(await reviewSheet(workbook, { sheetId, recogniseOwn }));
  const [form] = report.forms;
  if (!form) throw new Error('the sample is no form');
  expect(report.isSample).toBe(true);
  expect(form.form.projectName).toBe(sampleWords.project);
  expect(
    form.findings.map(({ cells, check, expected, severity }) => [severity, check, cells.map(toA1), expected]),
  ).toEqual([
    ['P0', 'execution-score-matches-rule', ['H7'], 9.45],
    ['P0', 'score-matches-rule', ['G16'], 8],
    ['P0', 'scores-reach-total', ['G22'], 99],
    ['P1', 'reason-not-pasted', ['H16', 'H19'], null],
  ]);
  expect(form.scores.totals.computedScore?.toString()).toBe('96.45');

  const before = valueOf(await workbook.read(sheetId));
  const editIds = form.plan.edits.filter(({ recommended }) => recommended).map(({ id }) => id);
  const applied = valueOf(
    await applyAndRecord(workbook, form.plan, { editIds, marks: true }, '2026-01-05T08:00:00.000Z', ownSeal),
  );
  expect(applied.results.map(({ cell, outcome }) => `${toA1(cell)} ${outcome}`)).toEqual([
    'H7 written',
    'G16 written',
    'G22 written',
  ]);
  const again = valueOf(await reviewSheet(workbook, { sheetId })).forms[0];
  expect(again?.findings.map(({ check }) => check)).toEqual(['reason-not-pasted']);
  if (applied.record.kind !== 'kept') throw new Error(applied.record.kind);
  expect(valueOf(await revertApply(workbook, applied.record.entryId, ownSeal))).toMatchObject({ state: 'reverted' });
  expect(valueOf(await workbook.read(sheetId)).values).toEqual(before.values);
  close();
});

test('it is renewed until somebody writes on it, and a sheet of the user by its name stays', async () => {
  const workbook = createMemoryWorkbook([{ name, rows: [['用户的表']] }]);
  const first = valueOf(await writePaper(workbook, sampleSheet(), recogniseOwn, ownSeal));
  expect(first.name).toBe(`${name}（2）`);
  expect(valueOf(await writePaper(workbook, sampleSheet(), recogniseOwn, ownSeal))).toEqual({
    ...first,
    isRenewed: true,
  });
  workbook.typeInto(first.name, 'G16', 8);
  expect(valueOf(await writePaper(workbook, sampleSheet(), recogniseOwn, ownSeal))).toEqual({
    state: 'edited',
    sheetId: first.sheetId,
    name: first.name,
  });
  valueOf(await workbook.remember('papers', null));
  expect(valueOf(await writePaper(workbook, sampleSheet(), recogniseOwn, ownSeal))).toMatchObject({
    state: 'edited',
    name: first.name,
  });
  expect(valueOf(await workbook.read('sheet-1')).values).toEqual([['用户的表']]);
});

test('among the sheets of a workbook it is left out and says why; with a real project in it, it is a form', async () => {
  const workbook = createMemoryWorkbook([{ name: '甲', rows: [['x']] }]);
  const made = valueOf(await writePaper(workbook, sampleSheet(), recogniseOwn, ownSeal));
  const snapshot = valueOf(await workbook.read(made.sheetId));
  expect([isSample(snapshot), isSample({ ...snapshot, sheetName: '改了名' }), isOwnPaper(snapshot)]).toEqual([
    true,
    true,
    false,
  ]);
  const file = await reviewed('一.xlsx', [valueOf(await workbook.read('sheet-1')), snapshot]);
  expect(file.file.sheets.at(-1)).toEqual({
    name,
    skipped: '这张工作表是本工具的示例表，不计入。要看它的复核结果，请打开这张工作表再复核。',
    form: null,
    accepted: [],
    findings: [],
  });
  expect(file.forms).toEqual([]);
  const last = async () =>
    valueOf(
      valueOf(await reviewWorkbook(workbook, undefined, undefined, () => ({ recogniseOwn }))).sheets.at(-1)!.report,
    );
  expect(await last()).toMatchObject({ skipped: { kind: 'sample' }, forms: [] });
  workbook.typeInto(made.name, 'B4', '城区道路养护');
  expect(await last()).toMatchObject({
    skipped: null,
    isSample: false,
    forms: [{ form: { projectName: '城区道路养护' } }],
  });
});
