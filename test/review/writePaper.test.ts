/** Sheets of our own: made, renewed, and never written over what somebody typed into them. */
import { ownSeal } from '../support/ownSeal';
import { recogniseOwn } from '../../src/papers/ownPaper';
import type { OwnSheet } from '../../src/core/sheet/ownSheet';
import { reportSheetWords } from '../../src/papers/paperWords';
import { writePaper } from '../../src/review/writePaper';
import { valueOf } from '../contracts/workbookContract';
import { createMemoryWorkbook } from '../support/memoryWorkbook';

const { name, title } = reportSheetWords.workpaper;
const paper = (figure: number): OwnSheet => ({
  name,
  rows: [[title], ['得分', figure], ['占比', { ratio: 0.5 }]],
  boldRows: [0],
  columnWidths: [10],
});
const open = (...more: Parameters<typeof createMemoryWorkbook>[0]) =>
  createMemoryWorkbook([{ name: '自评表', rows: [['甲', 1]] }, ...more]);
const namesOf = async (workbook: ReturnType<typeof open>) =>
  valueOf(await workbook.sheets()).map((sheet) => sheet.name);

test('a paper is made behind the other sheets, and renewed as long as nobody typed into it', async () => {
  const workbook = open();
  const first = valueOf(await writePaper(workbook, paper(1), recogniseOwn, ownSeal));
  expect(first).toMatchObject({ state: 'written', name, isRenewed: false, different: 0 });
  const second = valueOf(await writePaper(workbook, paper(2), recogniseOwn, ownSeal));
  expect(second).toEqual({ ...first, isRenewed: true });
  expect(await namesOf(workbook)).toEqual(['自评表', name]);
  expect(valueOf(await workbook.read(first.sheetId)).values[1]).toEqual(['得分', 2]);
});

test('what a reviewer typed into a paper stays until they say otherwise', async () => {
  const workbook = open();
  const { sheetId } = valueOf(await writePaper(workbook, paper(1), recogniseOwn, ownSeal));
  workbook.typeInto(name, 'B2', 8.5);
  const typed = valueOf(await workbook.read(sheetId));
  expect(valueOf(await writePaper(workbook, paper(2), recogniseOwn, ownSeal))).toEqual({
    state: 'edited',
    sheetId,
    name,
  });
  expect(valueOf(await workbook.read(sheetId))).toEqual(typed);

  const beside = valueOf(await writePaper(workbook, paper(2), recogniseOwn, ownSeal, 'beside'));
  expect(beside).toMatchObject({ state: 'written', name: `${name}（2）`, isRenewed: false });
  expect(valueOf(await workbook.read(sheetId))).toEqual(typed);

  expect(valueOf(await writePaper(workbook, paper(3), recogniseOwn, ownSeal, 'replace'))).toMatchObject({
    sheetId,
    name,
    isRenewed: true,
  });
  expect(valueOf(await workbook.read(sheetId)).values[1]).toEqual(['得分', 3]);
});

test('a paper of which nothing is remembered counts as edited', async () => {
  const workbook = open();
  const { sheetId } = valueOf(await writePaper(workbook, paper(1), recogniseOwn, ownSeal));
  valueOf(await workbook.remember('papers', null));
  expect(valueOf(await writePaper(workbook, paper(1), recogniseOwn, ownSeal))).toEqual({
    state: 'edited',
    sheetId,
    name,
  });
});

test('a sheet of the user by that name is left alone, and so is a chart sheet', async () => {
  const workbook = open({ name, rows: [['用户的表']] }, { name: `${name}（2）`, rows: [], hasNoCells: true });
  const made = valueOf(await writePaper(workbook, paper(1), recogniseOwn, ownSeal, 'replace'));
  expect(made.name).toBe(`${name}（3）`);
  expect(valueOf(await writePaper(workbook, paper(2), recogniseOwn, ownSeal))).toEqual({ ...made, isRenewed: true });
});

test('a blank sheet of the user by that name stays blank, and the paper beside it is renewed', async () => {
  const workbook = open({ name, rows: [] });
  const made = valueOf(await writePaper(workbook, paper(1), recogniseOwn, ownSeal));
  expect(made.name).toBe(`${name}（2）`);
  expect(valueOf(await writePaper(workbook, paper(2), recogniseOwn, ownSeal))).toEqual({ ...made, isRenewed: true });
});

test('a paper whose making broke off before its contents is used, not left lying', async () => {
  const workbook = open();
  const { sheetId } = valueOf(await workbook.writeSheet({ ...paper(1), rows: [] }));
  expect(valueOf(await writePaper(workbook, paper(1), recogniseOwn, ownSeal))).toMatchObject({
    state: 'written',
    sheetId,
    name,
  });
});

test('a paper that the host made something else of is said to differ', async () => {
  const workbook = open();
  const { read } = workbook;
  const host = {
    ...workbook,
    read: async (sheetId?: string) => {
      const outcome = await read(sheetId);
      return outcome.ok && outcome.value.sheetName === name
        ? { ...outcome, value: { ...outcome.value, values: [['别的'], ...outcome.value.values.slice(1)] } }
        : outcome;
    },
  };
  expect(valueOf(await writePaper(host, paper(1), recogniseOwn, ownSeal))).toMatchObject({
    state: 'written',
    different: 1,
  });
});

test.each(['recall', 'sheets', 'writeSheet', 'read'] as const)(
  'a fault of %s is the answer, and no sheet of the user changes',
  async (operation) => {
    const workbook = open();
    const before = valueOf(await workbook.read());
    workbook.failNext({ kind: 'session-lost' }, operation);
    expect(await writePaper(workbook, paper(1), recogniseOwn, ownSeal)).toEqual({
      ok: false,
      fault: { kind: 'session-lost' },
    });
    expect(valueOf(await workbook.read())).toEqual(before);
  },
);
