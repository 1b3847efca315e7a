/** What must hold of every plan on every form, tried on random ones. */
import { ownSeal } from '../support/ownSeal';
import fc from 'fast-check';
import { unzipSync, strFromU8 } from 'fflate';
import type { OwnCell, OwnSheet } from '../../src/core/sheet/ownSheet';
import { toA1 } from '../../src/core/sheet/cellRef';
import { viewOf } from '../../src/core/sheet/sheetView';
import type { XlsxWorkbook } from '../../src/file/xlsxWorkbook';
import { applyAndRecord } from '../../src/review/applyAndRecord';
import { listApplied, revertApply } from '../../src/review/revertApply';
import type { Workbook } from '../../src/port/workbook';
import { differences, valueOf } from '../contracts/workbookContract';
import { SimulatedWorkbook, type PlainSheet } from '../../src/simulator/model';
import { withoutApostrophes } from '../support/withoutApostrophes';
import { hostedExcel, openBytes } from '../support/workbookHosts';
import { bytesOf, planOf, randomMarks, randomSheet, randomWishes, type Wish } from './randomForms';

// One minute in all on a machine of two cores that eight others use; the default limit is for single examples.
jest.setTimeout(240_000);

interface Trial {
  readonly sheet: PlainSheet;
  readonly wishes: readonly Wish[];
  readonly marked: readonly string[];
}

const trial = fc.record<Trial>({ sheet: randomSheet, wishes: randomWishes, marked: randomMarks });

/** A workbook on trial and everything that can be seen of it. */
interface OnTrial {
  readonly workbook: Workbook;
  /** Everything, the other sheets too; equal when nothing changed. */
  whole(): Promise<unknown>;
  /** The sheets that were there when it was opened, down to the last byte that an adapter could change. */
  ofTheUser(): unknown;
  close(): void;
}

function openFile(sheet: PlainSheet): Promise<OnTrial> {
  const workbook: XlsxWorkbook = openBytes(bytesOf(sheet));
  const opened = Object.keys(unzipSync(workbook.bytes())).filter((name) => name.startsWith('xl/worksheets/'));
  return Promise.resolve({
    workbook,
    ofTheUser() {
      const parts = unzipSync(workbook.bytes());
      return opened.map((name) => [name, strFromU8(parts[name] ?? new Uint8Array(), true)]);
    },
    async whole() {
      const sheets = valueOf(await workbook.sheets());
      const readings = valueOf(await workbook.readMany(sheets.map(({ id }) => id)));
      const parts = unzipSync(workbook.bytes());
      const { 'xl/worksheets/sheet1.xml': own, ...others } = parts;
      const beside = strFromU8(own ?? new Uint8Array()).replace(/<sheetData>.*<\/sheetData>/su, '');
      // The cells are compared as they are read; everything else byte by byte, save the order to calculate anew.
      const text = (part: Uint8Array): string => strFromU8(part, true).replace('<calcPr fullCalcOnLoad="1"/>', '');
      return { readings, beside, others: Object.entries(others).map(([name, part]) => [name, text(part)]) };
    },
    close: () => undefined,
  });
}

async function openExcel(sheet: PlainSheet): Promise<OnTrial> {
  const other = { id: '{2}', name: '别的表', cells: { A1: { value: 1 } } };
  const { close, excel, workbook } = await hostedExcel(
    SimulatedWorkbook.fromPlain({ name: '表.xlsx', sheets: [sheet, other] }),
  );
  return {
    workbook,
    close,
    ofTheUser: () =>
      withoutApostrophes(excel.workbook.toPlain()).sheets.filter(({ id }) => id === sheet.id || id === other.id),
    whole: () => Promise.resolve(withoutApostrophes(excel.workbook.toPlain())),
  };
}

const ownCell = fc.oneof<fc.Arbitrary<OwnCell>[]>(
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  fc.constantFrom('甲', '=1+1', '-5%，未完成', "'引号", '1-2', '＝A1', '第一行\n第二行', ' ', '0012'),
  fc.double({ noNaN: true, min: 0, max: 1 }).map((ratio) => ({ ratio })),
  fc.constant({ text: 'A1', link: { sheetName: '别的表', cell: { row: 0, column: 0 } } }),
);
// A name of ours, and names that sheets of the user have already.
const ownSheet = fc.record<OwnSheet>({
  name: fc.constantFrom('自评复核报告', '自评表', '别的表'),
  rows: fc.array(fc.array(ownCell, { maxLength: 6 }), { minLength: 1, maxLength: 8 }),
  boldRows: fc.constant([0]),
  openRows: fc.constant([0]),
  columnWidths: fc.constant([10, 20]),
});

async function holdsPaper(open: (sheet: PlainSheet) => Promise<OnTrial>, numRuns: number): Promise<void> {
  const property = fc.asyncProperty(randomSheet, ownSheet, async (sheet, own) => {
    const on = await open(sheet);
    try {
      const before = on.ofTheUser();
      const names = valueOf(await on.workbook.sheets()).map(({ name }) => name);
      const made = valueOf(await on.workbook.writeSheet(own));
      expect(names).not.toContain(made.name);
      expect(on.ofTheUser()).toEqual(before);
      const view = viewOf(valueOf(await on.workbook.read(made.sheetId)));
      const held = own.rows.flatMap((cells, row) =>
        cells.flatMap((cell, column) => {
          const wanted = typeof cell === 'object' && cell !== null ? ('ratio' in cell ? cell.ratio : cell.text) : cell;
          const is = view.at(row, column).value;
          return is === wanted ? [] : [{ wanted, is }];
        }),
      );
      expect(held).toEqual([]);
      expect(valueOf(await on.workbook.writeSheet({ ...own, rows: [['新']] }))).toEqual(made);
      expect(valueOf(await on.workbook.read(made.sheetId)).values).toEqual([['新']]);
      expect(on.ofTheUser()).toEqual(before);
    } finally {
      on.close();
    }
  });
  await fc.assert(property, { numRuns });
}

const adapters = [
  ['file', openFile, 250, 1000],
  ['excel', openExcel, 40, 100],
] as const;

describe.each(adapters)('with the %s adapter', (_name, open, runs, runsOfIdentity) => {
  const holds = (property: (on: OnTrial, given: Trial) => Promise<void>, numRuns: number = runs): Promise<void> =>
    fc.assert(
      fc.asyncProperty(trial, async (given) => {
        const on = await open(given.sheet);
        try {
          await property(on, given);
        } finally {
          on.close();
        }
      }),
      { numRuns },
    );
  const applied = async ({ workbook }: OnTrial, { marked, wishes }: Trial, time = '2026-03-01') => {
    const plan = planOf(valueOf(await workbook.read()), wishes, marked);
    const choice = { editIds: plan.edits.map(({ id }) => id), marks: true };
    return { plan, choice, applied: valueOf(await applyAndRecord(workbook, plan, choice, time, ownSeal)) };
  };

  test('an apply that is taken back leaves the workbook as it was', () =>
    holds(async (on, given) => {
      const before = await on.whole();
      const { record } = (await applied(on, given)).applied;
      if (record.kind === 'kept') {
        const back = valueOf(await revertApply(on.workbook, record.entryId, ownSeal));
        expect(back).toMatchObject({ state: 'reverted', brokenBy: null, journalFault: null });
        expect(back.state === 'reverted' ? new Set(back.cells.map(({ outcome }) => outcome)) : null).toEqual(
          new Set(['restored']),
        );
      } else valueOf(await on.workbook.unmark(valueOf(await on.workbook.read()).sheetId));
      expect(await on.whole()).toEqual(before);
    }, runsOfIdentity));

  test('marks that are taken off leave the workbook as it was', () =>
    holds(async (on, given) => {
      const before = await on.whole();
      const snapshot = valueOf(await on.workbook.read());
      const { marks } = planOf(snapshot, [], given.marked);
      const { marked } = valueOf(await on.workbook.apply(snapshot.sheetId, { edits: [], marks }));
      expect(marked).toBe(given.marked.length);
      expect(valueOf(await on.workbook.unmark(snapshot.sheetId)).removed).toBe(given.marked.length);
      expect(await on.whole()).toEqual(before);
    }));

  test('a plan that is applied twice is applied once', () =>
    holds(async (on, given) => {
      const { applied: first, choice, plan } = await applied(on, given);
      const once = await on.whole();
      const second = valueOf(await applyAndRecord(on.workbook, plan, choice, '2026-03-02', ownSeal));
      expect(second.results).toEqual(first.results);
      expect(second.record).toEqual({ kind: 'nothing-written' });
      expect(valueOf(await listApplied(on.workbook, ownSeal))).toMatchObject({
        entries: first.record.kind === 'kept' ? [{ time: '2026-03-01' }] : [],
      });
      const withoutIds = (whole: unknown): unknown =>
        JSON.parse(JSON.stringify(whole).replace(/"id":"\{F[^"]*"/gu, '"id":""')) as unknown;
      expect(withoutIds(await on.whole())).toEqual(withoutIds(once));
    }));

  test('a sheet of our own changes none of the user, holds what was wanted, and is written anew in its place', () =>
    holdsPaper(open, runs));

  test('nothing changes but cells that are reported as written, and those hold what the report says', () =>
    holds(async (on, given) => {
      const before = valueOf(await on.workbook.read());
      const { results } = (await applied(on, given)).applied;
      const after = valueOf(await on.workbook.read());
      const written = results.filter(({ outcome }) => outcome === 'written').map(({ cell }) => toA1(cell));
      expect(differences(before, after).filter((address) => !written.includes(address))).toEqual([]);
      expect(results.filter(({ outcome }) => outcome === 'different')).toEqual([]);
      expect(after.formulas.flat().filter((formula) => formula !== null)).toEqual(
        before.formulas.flat().filter((formula) => formula !== null),
      );
    }));
});
