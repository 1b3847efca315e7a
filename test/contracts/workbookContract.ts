/** What every adapter of the workbook port promises, as tests that do not know which adapter they run against. */
import type { Edit, Mark } from '../../src/core/report/edit';
import type { BookCell, NewSheet } from '../../src/core/sheet/bookSheet';
import { areaFromA1, fromA1, toA1 } from '../../src/core/sheet/cellRef';
import type { CellValue, Snapshot } from '../../src/core/sheet/snapshot';
import { viewOf } from '../../src/core/sheet/sheetView';
import type { OwnSheet } from '../../src/core/sheet/ownSheet';
import type { Outcome, Workbook } from '../../src/port/workbook';
import { contractWorkbook, sheetNames, userFormats } from './contractWorkbook';

/** A workbook opened for one test. */
interface OpenedWorkbook {
  readonly workbook: Workbook;
  /** Conditional formats of a sheet that are not marks of the add-in, as "areas formula". */
  foreignFormats(sheetName: string): readonly string[];
  close(): void;
}

/** One adapter under test. */
export interface ContractHost {
  open(bytes: Uint8Array): Promise<OpenedWorkbook>;
}

/** The value of a success; a fault fails the test with its kind. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`unexpected fault: ${JSON.stringify(outcome.fault)}`);
  return outcome.value;
}

/** An edit of a cell as the snapshot shows it. */
export function editOf(snapshot: Snapshot, address: string, after: string | number): Edit {
  const { value, formula, numberFormat } = viewOf(snapshot).at(fromA1(address).row, fromA1(address).column);
  return {
    id: address,
    kind: typeof after === 'number' ? 'score' : 'note',
    cell: fromA1(address),
    before: { value, formula, numberFormat },
    after,
    because: { key: 'test', facts: {} },
    indicator: null,
    gain: null,
    recommended: true,
  };
}

/** Every cell of a snapshot that holds something, by address: value, text, formula and number format. */
export function cellsOf(snapshot: Snapshot): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  const { area } = snapshot;
  if (!area) return cells;
  snapshot.values.forEach((row, down) => {
    row.forEach((value, across) => {
      const formula = snapshot.formulas[down]?.[across] ?? null;
      if (value === null && formula === null) return;
      const address = toA1({ row: area.top + down, column: area.left + across });
      cells.set(
        address,
        JSON.stringify([value, snapshot.text[down]?.[across], formula, snapshot.numberFormats[down]?.[across]]),
      );
    });
  });
  return cells;
}

/** Addresses whose content differs between two snapshots. */
export function differences(before: Snapshot, after: Snapshot): readonly string[] {
  const [left, right] = [cellsOf(before), cellsOf(after)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((address) => left.get(address) !== right.get(address))
    .sort();
}

const markOf = (severity: Mark['severity'], ...addresses: readonly string[]): Mark => ({
  severity,
  cells: addresses.map(fromA1),
});

/** Texts that a spreadsheet would like to take for something else. */
export const hostileTexts: readonly string[] = [
  '=1+1',
  '=SUM(B2:B4)',
  '+3',
  '-5%，未完成',
  '-5',
  '@x',
  '＝1',
  '＋1',
  '－1',
  '＠1',
  '1-2',
  '3/4',
  '1 1/2',
  '2025-01',
  '2025年5月',
  '5月',
  '1月2日',
  '12:30',
  'TRUE',
  'true',
  '#N/A',
  "'abc",
  "''",
  '00123',
  '1e5',
  '1,234',
  '95%',
  '１００',
  '￥5',
  '$5',
  '(5)',
  ' 5 ',
  '\t5',
  '第一行\n第二行',
  '=第一行\n-第二行',
  '<b>&amp;"引号"</b>',
  '_x0041_',
  '【需填写】',
  'cmd|/c calc',
];

/** Runs the promises against one adapter. */
export function describeWorkbookContract(name: string, host: ContractHost): void {
  describe(`${name} keeps the promises of the workbook port`, () => {
    let opened: OpenedWorkbook;
    let workbook: Workbook;
    const idOf = async (sheetName: string): Promise<string> => {
      const entry = valueOf(await workbook.sheets()).find((sheet) => sheet.name === sheetName);
      if (!entry) throw new Error(`no sheet ${sheetName}`);
      return entry.id;
    };
    const snapshotOf = async (sheetName: string = sheetNames.everything): Promise<Snapshot> =>
      valueOf(await workbook.read(await idOf(sheetName)));

    beforeEach(async () => {
      opened = await host.open(contractWorkbook);
      ({ workbook } = opened);
    });
    afterEach(() => {
      opened.close();
    });

    it('lists the sheets in tab order with what can be seen of them', async () => {
      const sheets = valueOf(await workbook.sheets());
      expect(sheets.map(({ name: sheet, visibility, isActive }) => ({ sheet, visibility, isActive }))).toEqual([
        { sheet: '自评表', visibility: 'visible', isActive: true },
        { sheet: '受保护', visibility: 'visible', isActive: false },
        { sheet: '空白', visibility: 'visible', isActive: false },
        { sheet: '隐藏页', visibility: 'hidden', isActive: false },
      ]);
      expect(new Set(sheets.map(({ id }) => id)).size).toBe(4);
    });

    it('reads the active sheet when no sheet is named', async () => {
      expect(valueOf(await workbook.read()).sheetName).toBe('自评表');
    });

    it('reads values with their types, texts as displayed, formulas and number formats', async () => {
      const snapshot = await snapshotOf();
      expect(snapshot.area).toEqual({ top: 0, left: 0, bottom: 8, right: 4 });
      expect(snapshot.values).toEqual([
        ['项目支出绩效自评表', null, null, null, null],
        ['合计', 12.5, '≥95%', 25, 7],
        ['旧说明', null, 0.8797, null, null],
        ['00123', null, true, null, null],
        [{ error: '#N/A' }, 0.30000000000000004, '富文本', null, null],
        [3, null, null, null, null],
        [null, null, null, null, null],
        [null, null, null, null, null],
        [null, null, 1, null, null],
      ]);
      expect(snapshot.text[1]).toEqual(['合计', '12.50', '≥95%', '25.00', '7']);
      expect(snapshot.text[2]).toEqual(['旧说明', '', '87.97%', '', '']);
      expect(snapshot.text[3]?.[2]).toBe('TRUE');
      expect(snapshot.text[4]).toEqual(['#N/A', '0.3', '富文本', '', '']);
      expect(snapshot.formulas.flat().filter((formula) => formula !== null)).toEqual(['=B2*2']);
      expect(snapshot.formulas[1]?.[3]).toBe('=B2*2');
      expect(snapshot.numberFormats[1]).toEqual(['General', '0.00', 'General', '0.00', 'General']);
      expect(snapshot.numberFormats[2]?.slice(0, 3)).toEqual(['General', '0.00', '0.00%']);
    });

    it('reads merges, hidden rows and columns, and whether the sheet is protected', async () => {
      const snapshot = await snapshotOf();
      expect([...snapshot.merges].sort((left, right) => left.top - right.top)).toEqual([
        { top: 0, left: 0, bottom: 0, right: 3 },
        { top: 5, left: 2, bottom: 6, right: 3 },
      ]);
      expect(snapshot.hiddenRows).toEqual([3]);
      expect(snapshot.hiddenColumns).toEqual([4]);
      expect(snapshot.isProtected).toBe(false);
      expect(snapshot.clippedFrom).toBeNull();
      expect((await snapshotOf(sheetNames.protected)).isProtected).toBe(true);
    });

    it('reads an empty sheet as a snapshot without an area', async () => {
      expect(await snapshotOf(sheetNames.empty)).toMatchObject({
        sheetName: '空白',
        area: null,
        values: [],
        merges: [],
      });
    });

    it('names a sheet that is not there', async () => {
      const missing = { ok: false, fault: { kind: 'sheet-missing' } };
      expect(await workbook.read('no-such-sheet')).toMatchObject(missing);
      expect(await workbook.apply('no-such-sheet', { edits: [], marks: [] })).toMatchObject(missing);
      expect(await workbook.unmark('no-such-sheet')).toMatchObject(missing);
      expect(await workbook.reveal('no-such-sheet', { row: 0, column: 0 })).toMatchObject(missing);
    });

    it('writes exactly the planned cells and nothing else', async () => {
      const before = await snapshotOf();
      const edits = [
        editOf(before, 'B3', 8.5),
        editOf(before, 'A3', '新说明'),
        editOf(before, 'C6', '合并单元格'),
        editOf(before, 'A9', 4),
      ];
      const { results, marked } = valueOf(await workbook.apply(before.sheetId, { edits, marks: null }));
      expect(results.map(({ id, outcome, now }) => [id, outcome, now.value])).toEqual([
        ['B3', 'written', 8.5],
        ['A3', 'written', '新说明'],
        ['C6', 'written', '合并单元格'],
        ['A9', 'written', 4],
      ]);
      expect(marked).toBeNull();
      const after = await snapshotOf();
      expect(differences(before, after)).toEqual(['A3', 'A9', 'B3', 'C6']);
      expect(viewOf(after).at(2, 1)).toMatchObject({ value: 8.5, text: '8.50', numberFormat: '0.00' });
      expect({ ...after, values: [], text: [] }).toEqual({ ...before, values: [], text: [] });
    });

    it('writes beside and below what was used', async () => {
      const before = await snapshotOf();
      const edits = [editOf(before, 'F3', '复核意见'), editOf(before, 'A12', '末行'), editOf(before, 'B8', 2)];
      const { results } = valueOf(await workbook.apply(before.sheetId, { edits, marks: null }));
      expect(results.map(({ outcome }) => outcome)).toEqual(['written', 'written', 'written']);
      expect(differences(before, await snapshotOf())).toEqual(['A12', 'B8', 'F3']);
    });

    it('leaves a cell alone that changed since the review, names it, and writes the rest', async () => {
      const before = await snapshotOf();
      const stale = { ...editOf(before, 'B2', 99), before: { value: 11, formula: null, numberFormat: '0.00' } };
      const { results } = valueOf(
        await workbook.apply(before.sheetId, { edits: [stale, editOf(before, 'B3', 1)], marks: null }),
      );
      expect(results).toMatchObject([
        { id: 'B2', cell: fromA1('B2'), outcome: 'changed', now: { value: 12.5, formula: null } },
        { id: 'B3', outcome: 'written', now: { value: 1 } },
      ]);
      expect(differences(before, await snapshotOf())).toEqual(['B3']);
    });

    it('never writes over a formula, whatever the plan says was there', async () => {
      const before = await snapshotOf();
      const edits = [editOf(before, 'D2', 30)];
      const { results } = valueOf(await workbook.apply(before.sheetId, { edits, marks: null }));
      expect(results).toMatchObject([{ outcome: 'refused', now: { value: 25, formula: '=B2*2' } }]);
      expect(differences(before, await snapshotOf())).toEqual([]);
    });

    it('never writes into a covered cell of a merge', async () => {
      const before = await snapshotOf();
      const covered = {
        ...editOf(before, 'D7', '看不见'),
        before: { value: null, formula: null, numberFormat: 'General' },
      };
      const { results } = valueOf(await workbook.apply(before.sheetId, { edits: [covered], marks: null }));
      expect(results.map(({ outcome }) => outcome)).toEqual(['refused']);
      expect(differences(before, await snapshotOf())).toEqual([]);
    });

    it('keeps every text a text, whatever it looks like', async () => {
      const before = await snapshotOf();
      const edits = hostileTexts.map((text, index) => editOf(before, `A${20 + index}`, text));
      const { results } = valueOf(await workbook.apply(before.sheetId, { edits, marks: null }));
      expect(results.map(({ now }) => now.value)).toEqual(hostileTexts);
      expect(
        new Set(results.map(({ outcome, now }) => `${outcome} ${String(now.formula)} ${now.numberFormat}`)),
      ).toEqual(new Set(['written null General']));
      const view = viewOf(await snapshotOf());
      expect(hostileTexts.map((_text, index) => view.at(19 + index, 0).value)).toEqual(hostileTexts);
    });

    it('keeps numbers numbers, in every digit', async () => {
      const before = await snapshotOf();
      const numbers = [0, -1.5, 97.3, 0.1 + 0.2, 1e-7, 123456789012345];
      const edits = numbers.map((number, index) => editOf(before, `B${20 + index}`, number));
      const { results } = valueOf(await workbook.apply(before.sheetId, { edits, marks: null }));
      expect(results.map(({ outcome, now }) => [outcome, now.value])).toEqual(
        numbers.map((number) => ['written', number]),
      );
    });

    it('applies the same plan twice as if once', async () => {
      const before = await snapshotOf();
      const changes = { edits: [editOf(before, 'B3', 8), editOf(before, 'A3', '=说明')], marks: [markOf('P0', 'B3')] };
      const first = valueOf(await workbook.apply(before.sheetId, changes));
      const once = await snapshotOf();
      const second = valueOf(await workbook.apply(before.sheetId, changes));
      expect(second).toEqual(first);
      expect(await snapshotOf()).toEqual(once);
    });

    it('puts back what was there by the reverse plan, empty cells too', async () => {
      const before = await snapshotOf();
      const edits = [editOf(before, 'B3', 8.5), editOf(before, 'A3', '新说明'), editOf(before, 'B2', 1)];
      valueOf(await workbook.apply(before.sheetId, { edits, marks: null }));
      const written = await snapshotOf();
      const back = [
        { ...editOf(written, 'B3', 0), after: null },
        editOf(written, 'A3', '旧说明'),
        editOf(written, 'B2', 12.5),
      ];
      const { results } = valueOf(await workbook.apply(before.sheetId, { edits: back, marks: null }));
      expect(results.map(({ outcome, now }) => [outcome, now.value])).toEqual([
        ['written', null],
        ['written', '旧说明'],
        ['written', 12.5],
      ]);
      expect(await snapshotOf()).toEqual(before);
    });

    it('marks cells and takes every mark off again; the sheet and the formats of the user stay as they were', async () => {
      const before = await snapshotOf();
      const marks = [markOf('P0', 'B2', 'C6'), markOf('P1', 'A3'), markOf('P2', 'B2')];
      expect(valueOf(await workbook.apply(before.sheetId, { edits: [], marks })).marked).toBe(3);
      expect(await snapshotOf()).toEqual(before);
      expect(opened.foreignFormats(sheetNames.everything)).toEqual(userFormats);
      expect(valueOf(await workbook.unmark(before.sheetId))).toEqual({ removed: 3 });
      expect(valueOf(await workbook.unmark(before.sheetId))).toEqual({ removed: 0 });
      expect(opened.foreignFormats(sheetNames.everything)).toEqual(userFormats);
      expect(await snapshotOf()).toEqual(before);
    });

    it('replaces earlier marks by new ones, and leaves them alone when none are spoken of', async () => {
      const { sheetId } = await snapshotOf();
      const marking = async (marks: readonly Mark[] | null): Promise<number | null> =>
        valueOf(await workbook.apply(sheetId, { edits: [], marks })).marked;
      expect(await marking([markOf('P0', 'B2', 'B3', 'A3')])).toBe(3);
      expect(await marking([markOf('P1', 'C2')])).toBe(1);
      expect(await marking(null)).toBeNull();
      expect(await marking([])).toBe(0);
      expect(valueOf(await workbook.unmark(sheetId))).toEqual({ removed: 0 });
    });

    it('writes to the unlocked cells of a protected sheet and to no other', async () => {
      const before = await snapshotOf(sheetNames.protected);
      const edits = [editOf(before, 'A1', 10), editOf(before, 'B1', 20)];
      const { results, marked } = valueOf(await workbook.apply(before.sheetId, { edits, marks: [markOf('P0', 'A1')] }));
      expect(results.map(({ outcome, now }) => [outcome, now.value])).toEqual([
        ['refused', 1],
        ['written', 20],
      ]);
      expect(marked).toBe(0);
      expect(differences(before, await snapshotOf(sheetNames.protected))).toEqual(['B1']);
    });

    it('says that the sheet is protected when nothing of the plan can be done', async () => {
      const before = await snapshotOf(sheetNames.protected);
      const refused = { ok: false, fault: { kind: 'sheet-protected', sheet: '受保护' } };
      expect(await workbook.apply(before.sheetId, { edits: [editOf(before, 'A1', 10)], marks: null })).toEqual(refused);
      expect(await workbook.apply(before.sheetId, { edits: [], marks: [markOf('P0', 'A1')] })).toEqual(refused);
      expect(await snapshotOf(sheetNames.protected)).toEqual(before);
    });

    it('remembers small texts in the workbook, long ones too, and forgets them', async () => {
      const long = '复核记录："<>&\n'.repeat(500);
      expect(valueOf(await workbook.recall('journal'))).toBeNull();
      valueOf(await workbook.remember('journal', long));
      valueOf(await workbook.remember('journal2', 'x'));
      expect(valueOf(await workbook.recall('journal'))).toBe(long);
      valueOf(await workbook.remember('journal', 'short'));
      expect(valueOf(await workbook.recall('journal'))).toBe('short');
      valueOf(await workbook.remember('journal', null));
      expect(valueOf(await workbook.recall('journal'))).toBeNull();
      expect(valueOf(await workbook.recall('journal2'))).toBe('x');
      valueOf(await workbook.remember('journal2', ''));
      expect(valueOf(await workbook.recall('journal2'))).toBe('');
    });

    it('lists the keys under which texts are kept', async () => {
      expect(valueOf(await workbook.keptKeys())).toEqual([]);
      valueOf(await workbook.remember('accepted:{1}', '长'.repeat(500)));
      valueOf(await workbook.remember('journal', 'x'));
      expect([...valueOf(await workbook.keptKeys())].sort()).toEqual(['accepted:{1}', 'journal']);
      valueOf(await workbook.remember('journal', null));
      expect(valueOf(await workbook.keptKeys())).toEqual(['accepted:{1}']);
    });

    it('names the selected cell and its sheet', async () => {
      const { sheetId, cell } = valueOf(await workbook.selection());
      const sheets = valueOf(await workbook.sheets());
      expect(sheets.find(({ isActive }) => isActive)?.id).toBe(sheetId);
      expect(toA1(cell)).toBe('A1');
    });

    const names = async (): Promise<readonly string[]> =>
      valueOf(await workbook.sheets()).map(({ name: sheet }) => sheet);

    it('writes a sheet of its own behind the others, and writes that one anew the next time', async () => {
      const before = await snapshotOf();
      const first: OwnSheet = {
        name: '自评复核报告',
        rows: [
          ['标题'],
          ['=1+1', 2.5, null, { text: 'B3', link: { sheetName: sheetNames.everything, cell: fromA1('B3') } }],
          ['-5%，"引号"<', '第一行\n第二行', '', 0],
          ['旧的末行', { ratio: 0.8797 }],
        ],
        boldRows: [0],
        openRows: [0, 3],
        columnWidths: [20, 30],
      };
      const made = valueOf(await workbook.writeSheet(first));
      expect(made.name).toBe('自评复核报告');
      expect(await names()).toEqual(['自评表', '受保护', '空白', '隐藏页', '自评复核报告']);
      const written = valueOf(await workbook.read(made.sheetId));
      expect(written.values).toEqual([
        ['标题', null, null, null],
        ['=1+1', 2.5, null, 'B3'],
        ['-5%，"引号"<', '第一行\n第二行', null, 0],
        ['旧的末行', 0.8797, null, null],
      ]);
      expect(written.numberFormats[3]?.slice(0, 2)).toEqual(['General', '0.00%']);
      expect(written.formulas.flat().filter((formula) => formula !== null)).toEqual([
        `=HYPERLINK("#'自评表'!B3","B3")`,
      ]);
      const again = valueOf(await workbook.writeSheet({ ...first, rows: [['新标题'], ['甲', 1]] }));
      expect(again).toEqual(made);
      expect(valueOf(await workbook.read(made.sheetId)).values).toEqual([
        ['新标题', null],
        ['甲', 1],
      ]);
      expect(await names()).toHaveLength(5);
      expect(await snapshotOf()).toEqual(before);
      expect(opened.foreignFormats(sheetNames.everything)).toEqual(userFormats);
    });

    it('never touches a sheet of the user that has the name; its own gets a counter', async () => {
      const before = await snapshotOf();
      const own: OwnSheet = { name: sheetNames.everything, rows: [['报告']], boldRows: [0], columnWidths: [] };
      const made = valueOf(await workbook.writeSheet(own));
      expect(made.name).toBe(`${sheetNames.everything}（2）`);
      expect(valueOf(await workbook.writeSheet(own))).toEqual(made);
      expect(valueOf(await workbook.writeSheet(own, [made.sheetId, before.sheetId]))).toEqual(made);
      expect(valueOf(await workbook.writeSheet(own, []))).toMatchObject({ name: `${sheetNames.everything}（3）` });
      expect(await snapshotOf()).toEqual(before);
    });

    it('puts in a sheet that was read elsewhere, as it was there, and takes it away again', async () => {
      const before = await snapshotOf();
      const cell = (address: string, value: CellValue, more: { formula?: string; format?: string } = {}): BookCell => ({
        ref: fromA1(address),
        value,
        ...more,
      });
      const sheet: NewSheet = {
        name: '单位[甲]:自评/表?超过三十一个字的名称要截短到三十一个字为止',
        cells: [
          cell('B2', '项目支出绩效自评表'),
          cell('B3', '1-2'),
          cell('C3', '=1+1'),
          cell('D3', '00123', { format: '@' }),
          cell('B4', 12.5, { format: '0.00' }),
          cell('C4', 25, { formula: 'B4*2' }),
          cell('D4', 0.8797, { format: '0.00%' }),
          cell('B5', 3, { format: '@' }),
          cell('C5', true),
          cell('D5', { error: '#N/A' }),
          cell('E6', 45000, { format: 'yyyy"年"m"月"' }),
        ],
        merges: [areaFromA1('B2:E2')],
        hiddenRows: [3],
        hiddenColumns: [4],
        columnWidths: [null, 20],
      };
      const { sheetId, name } = valueOf(await workbook.addSheet(sheet));
      expect(name).toBe('单位 甲  自评 表 超过三十一个字的名称要截短到三十一个字为止'.slice(0, 31));
      const read = valueOf(await workbook.read(sheetId));
      expect(read.area).toEqual(areaFromA1('B2:E6'));
      expect(read.values).toEqual([
        ['项目支出绩效自评表', null, null, null],
        ['1-2', '=1+1', '00123', null],
        [12.5, 25, 0.8797, null],
        [3, true, { error: '#N/A' }, null],
        [null, null, null, 45000],
      ]);
      expect(read.formulas.flat().filter((formula) => formula !== null)).toEqual(['=B4*2']);
      expect([read.numberFormats[2]?.[2], read.numberFormats[3]?.[0], read.numberFormats[4]?.[3]]).toEqual([
        '0.00%',
        '@',
        'yyyy"年"m"月"',
      ]);
      expect(read.merges).toEqual([areaFromA1('B2:E2')]);
      expect([read.hiddenRows, read.hiddenColumns]).toEqual([[3], [4]]);
      expect(read.isProtected).toBe(false);

      const second = valueOf(await workbook.addSheet({ ...sheet, name: sheetNames.everything.toUpperCase() }));
      expect(second.name).toBe(`${sheetNames.everything}（2）`);
      expect((await names()).slice(-2)).toEqual([name, second.name]);
      valueOf(await workbook.removeSheet(sheetId));
      expect(await names()).toEqual([...Object.values(sheetNames), second.name]);
      expect(valueOf(await workbook.read(second.sheetId)).values).toEqual(read.values);
      valueOf(await workbook.removeSheet(second.sheetId));
      expect(await names()).toEqual(Object.values(sheetNames));
      expect(await snapshotOf()).toEqual(before);
      expect(await workbook.removeSheet(sheetId)).toEqual({
        ok: false,
        fault: { kind: 'sheet-missing', sheet: sheetId },
      });
    });

    it('keeps the last sheet that can be seen', async () => {
      for (const { id, visibility } of valueOf(await workbook.sheets())) {
        if (visibility === 'visible') await workbook.removeSheet(id);
      }
      const seen = valueOf(await workbook.sheets()).filter(({ visibility }) => visibility === 'visible');
      expect(seen).toHaveLength(1);
    });

    it('puts a truth value back, and never takes the empty text for an empty cell', async () => {
      const before = await snapshotOf();
      const change = { ...editOf(before, 'C4', 0), after: 5 };
      valueOf(await workbook.apply(before.sheetId, { edits: [change], marks: null }));
      const back = { ...editOf(await snapshotOf(), 'C4', 0), after: true };
      const { results } = valueOf(
        await workbook.apply(before.sheetId, { edits: [back, editOf(before, 'A3', '')], marks: null }),
      );
      expect(results.map(({ outcome, now }) => [outcome, now.value])).toEqual([
        ['written', true],
        ['refused', '旧说明'],
      ]);
      expect(await snapshotOf()).toEqual(before);
    });

    it('never writes over an error value, which nothing could put back', async () => {
      const before = await snapshotOf();
      const edits = [editOf(before, 'A5', 1)];
      const { results } = valueOf(await workbook.apply(before.sheetId, { edits, marks: null }));
      expect(results).toMatchObject([{ outcome: 'refused', now: { value: { error: '#N/A' } } }]);
      expect(await snapshotOf()).toEqual(before);
    });

    it('keeps a text together with the cells, told of what is about to be written and what was kept before', async () => {
      const before = await snapshotOf();
      valueOf(await workbook.remember('k', 'earlier'));
      const moments: unknown[] = [];
      const remember = {
        key: 'k',
        text: (moment: unknown): string => {
          moments.push(moment);
          return 'later';
        },
      };
      const edits = [editOf(before, 'B3', 8), editOf(before, 'D2', 1)];
      const applied = valueOf(await workbook.apply(before.sheetId, { edits, marks: null, remember }));
      expect(applied.remembered).toBe(true);
      expect(moments).toEqual([
        {
          sheetName: '自评表',
          earlier: 'earlier',
          pending: [{ cell: fromA1('B3'), standing: { value: null, formula: null, numberFormat: '0.00' }, after: 8 }],
        },
      ]);
      expect(valueOf(await workbook.recall('k'))).toBe('later');
      const again = valueOf(await workbook.apply(before.sheetId, { edits, marks: null, remember }));
      expect(again).not.toHaveProperty('remembered');
      expect(moments).toHaveLength(1);
    });

    it('says what it can do', async () => {
      const capabilities = valueOf(await workbook.capabilities());
      expect(capabilities.canMark).toBe(true);
      expect(typeof capabilities.nativeUndo).toBe('boolean');
    });

    it('does not tell of its own writes', async () => {
      const told: unknown[] = [];
      const stop = valueOf(await workbook.watch((change) => told.push(change)));
      const before = await snapshotOf();
      valueOf(await workbook.apply(before.sheetId, { edits: [editOf(before, 'B3', 8)], marks: [markOf('P0', 'B3')] }));
      await new Promise((done) => setTimeout(done, 20));
      expect(told).toEqual([]);
      stop();
    });
  });
}
