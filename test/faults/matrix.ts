/**
 * Every host fault that the simulated Excel can play × every round trip of every step, struck before, in the middle of
 * and after the batch, once or until the host is well again. What the workbook holds afterwards must be what the
 * report says, and taking back must give the workbook that was opened.
 */
import { ownSeal } from '../support/ownSeal';
import { recogniseOwn } from '../../src/papers/ownPaper';
import type { Plan } from '../../src/core/report/edit';
import type { OwnSheet } from '../../src/core/sheet/ownSheet';
import { reportSheetWords } from '../../src/papers/paperWords';
import { fromA1, toA1 } from '../../src/core/sheet/cellRef';
import { createExcelWorkbook } from '../../src/excel/excelWorkbook';
import { applyAndRecord, type RecordedApply } from '../../src/review/applyAndRecord';
import { listApplied, lookAtApplied, revertApply } from '../../src/review/revertApply';
import { type PaperWritten, writePaper } from '../../src/review/writePaper';
import { reviewSheet } from '../../src/review/reviewSheet';
import { reviewWorkbook } from '../../src/review/reviewWorkbook';
import { severityOfFormula } from '../../src/port/markRule';
import type { Outcome, Unmarked, Workbook } from '../../src/port/workbook';
import { editOf, valueOf } from '../contracts/workbookContract';
import type { ExcelOptions } from '../../src/simulator/bridge/options';
import { SimulatedWorkbook, type PlainConditionalFormat, type PlainWorkbook } from '../../src/simulator/model';
import { withoutApostrophes } from '../support/withoutApostrophes';
import { startExcelInNode, type NodeExcel, type PagesAtRest } from '../../src/simulator/node/startExcelInNode';
import type { FaultKind } from '../../src/simulator/richapi/faults';

/** The faults by name. */
export const faults: Readonly<Record<string, FaultKind>> = {
  'cell-editing': 'cell-editing',
  'no-capability': 'no-capability',
  'session-lost': 'session-lost',
  busy: 'busy',
  'request-too-large': 'request-too-large',
  'response-too-large': 'response-too-large',
  'never-answers': 'never-answers',
  slow: { slow: 1 },
  AccessDenied: { code: 'AccessDenied' },
  ItemNotFound: { code: 'ItemNotFound' },
  InactiveWorkbook: { code: 'InactiveWorkbook' },
  GeneralException: { code: 'GeneralException' },
  UndoNotSupported: { code: 'UndoNotSupported' },
  InvalidSelection: { code: 'InvalidSelection' },
};

/** What is wrong with the workbook or its Excel all the while. */
interface Setting {
  readonly options: ExcelOptions;
  readonly conditionalFormats: readonly PlainConditionalFormat[];
}

const rule = (id: string, more: Partial<PlainConditionalFormat>): PlainConditionalFormat => ({
  id,
  kind: 'Custom',
  areas: ['B2:B9'],
  stopIfTrue: false,
  formula: '=B2>10',
  fill: '#00FF00',
  fontColour: null,
  isBold: false,
  ...more,
});

/** The settings by name; the matrix runs whole on the usual one, and with the faults that matter on the others. */
const settings: Readonly<Record<string, Setting>> = {
  usual: { options: {}, conditionalFormats: [] },
  'a rule that cannot be read (#6396)': { options: {}, conditionalFormats: [rule('{X}', { trouble: 'broken' })] },
  'a duplicated rule (#6835)': {
    options: {},
    conditionalFormats: [rule('{X}', {}), rule('{Y}', { trouble: 'unreadable' })],
  },
  'undo that is not grouped (#6711)': { options: { level: '1.20', undoGroup: 'broken' }, conditionalFormats: [] },
  'undo whose group does not close (#6711)': {
    options: { level: '1.20', undoGroup: 'broken-afterwards' },
    conditionalFormats: [],
  },
  'rules of whole columns': { options: {}, conditionalFormats: [rule('{H}', { areas: ['H:H', '13:14'] })] },
};

/** Where in a batch a fault strikes: after this share of its actions. */
const moments = { before: 0, 'after a third': 1 / 3, 'after two thirds': 2 / 3, 'after all': Infinity } as const;
type Moment = keyof typeof moments;

/** One cell of the matrix. */
export interface Trial {
  readonly step: string;
  /** The round trip of the step that is struck, from 1. */
  readonly trip: number;
  readonly fault: string;
  readonly moment: Moment;
  /** Strikes once, or every round trip from there on. */
  readonly isLasting: boolean;
  /** How the step ended: "ok", "broken off", the kind of a fault, or "waits". */
  readonly ending: string;
  /** What does not hold; empty when all does. */
  readonly wrong: readonly string[];
}

const sheetId = '{1}';

function plainForm({ conditionalFormats }: Setting): PlainWorkbook {
  return {
    name: '表.xlsx',
    sheets: [
      {
        id: sheetId,
        name: '自评表',
        cells: {
          A1: { value: '项目支出绩效自评表' },
          B2: { value: 9, numberFormat: '0.00' },
          B3: { numberFormat: '0.00', fill: '#FFFF00' },
          B4: { value: '9分' },
          B5: { value: '8', numberFormat: '@' },
          C2: { value: '原来的说明' },
          C4: { value: '不在计划里' },
          D2: { value: 18, formula: '=B2*2' },
        },
        merges: ['A1:D1'],
        conditionalFormats: [rule('{U}', {}), ...conditionalFormats],
      },
      { id: '{2}', name: '别的表', cells: { A1: { value: 1 } } },
    ],
  };
}

const planned: Readonly<Record<string, string | number>> = {
  B2: 10,
  B3: 8.5,
  B4: 9,
  B5: 7,
  C2: '原来的说明\n复核提示：-5%',
  C3: '=复核提示',
};

async function planFor(workbook: Workbook): Promise<Plan> {
  const snapshot = valueOf(await workbook.read(sheetId));
  return {
    sheetId,
    edits: Object.entries(planned).map(([address, after]) => editOf(snapshot, address, after)),
    sumBefore: null,
    marks: [{ severity: 'P0', cells: [fromA1('B2'), fromA1('C3')] }],
  };
}

const choice = { editIds: Object.keys(planned), marks: true };
const time = '2026-03-01T08:00:00.000Z';

/** A workbook of a trial, and what to compare with. */
interface Scene {
  readonly excel: NodeExcel;
  readonly workbook: Workbook;
  readonly plan: Plan;
  /** Before the step that is struck. */
  readonly before: PlainWorkbook;
  /** As it was opened. */
  readonly original: PlainWorkbook;
  readonly entryId: string;
  /** Whether the host fails until the step has ended, so that nothing can be looked up after the fault. */
  readonly isLasting: boolean;
}

interface Step {
  /** What happens before, undisturbed. */
  prepare(workbook: Workbook, plan: Plan): Promise<string>;
  run(scene: Scene): Promise<Outcome<unknown>>;
  /** What does not hold, once the host is well again; `outcome` null: the step still waits. */
  check(scene: Scene, outcome: Outcome<unknown> | null): Promise<readonly string[]>;
}

const equal = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
const isSame = (left: PlainWorkbook, right: PlainWorkbook): boolean =>
  equal(withoutApostrophes(left), withoutApostrophes(right));
const cellIn = (plain: PlainWorkbook, address: string) => plain.sheets[0]?.cells?.[address];
const valueIn = (plain: PlainWorkbook, address: string): unknown => cellIn(plain, address)?.value ?? null;
const marksIn = (plain: PlainWorkbook) =>
  (plain.sheets[0]?.conditionalFormats ?? []).filter(({ formula }) => severityOfFormula(formula ?? '') !== null);

/** Everything but planned cells, marks and kept texts; of planned cells everything but the value. */
function outsideThePlan(plain: PlainWorkbook): unknown {
  const whole = withoutApostrophes(plain);
  const blank = Object.fromEntries(Object.keys(planned).map((address) => [address, {}]));
  return sorted({
    ...whole,
    settings: null,
    sheets: whole.sheets.map((sheet, index) => ({
      ...sheet,
      cells: Object.fromEntries(
        Object.entries({ ...(index === 0 ? blank : {}), ...sheet.cells }).map(([address, cell]) =>
          // D2 follows from B2.
          index === 0 && (address in planned || address === 'D2')
            ? [address, { ...cell, value: null }]
            : [address, cell],
        ),
      ),
      conditionalFormats: (sheet.conditionalFormats ?? []).filter(
        ({ formula }) => severityOfFormula(formula ?? '') === null,
      ),
    })),
  });
}

const staysOutside = (before: PlainWorkbook, after: PlainWorkbook): boolean =>
  equal(outsideThePlan(before), outsideThePlan(after));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

interface ReportedCell {
  readonly cell: { readonly row: number; readonly column: number };
  readonly now: { readonly value: unknown };
}

function differFrom(plain: PlainWorkbook, cells: readonly ReportedCell[]): readonly string[] {
  return cells
    .filter(({ cell, now }) => !equal(valueIn(plain, toA1(cell)), now.value))
    .map(({ cell }) => `the report says otherwise of ${toA1(cell)}`);
}

/** Takes everything back that the journal knows; says what is not as it was opened. */
async function takenBack({ excel, original, workbook }: Scene): Promise<readonly string[]> {
  const listed = valueOf(await listApplied(workbook, ownSeal));
  if (listed.state !== 'readable') return ['the journal is defective'];
  for (const { entryId } of listed.entries) {
    const back = valueOf(await revertApply(workbook, entryId, ownSeal));
    if (back.state !== 'reverted') return [`taking back: ${back.state}`];
    if (back.cells.some(({ outcome }) => outcome !== 'restored' && outcome !== 'already')) {
      return [`taking back left: ${back.cells.map(({ cell, outcome }) => `${toA1(cell)} ${outcome}`).join()}`];
    }
  }
  return isSame(original, excel.workbook.toPlain()) ? [] : ['taking back does not give the workbook that was opened'];
}

const nothingChanges: Step['check'] = ({ before, excel }) =>
  Promise.resolve(isSame(before, excel.workbook.toPlain()) ? [] : ['a reading changed the workbook']);
const unprepared = (): Promise<string> => Promise.resolve('');
const applied = async (workbook: Workbook, plan: Plan): Promise<string> => {
  const { record } = valueOf(await applyAndRecord(workbook, plan, choice, time, ownSeal));
  if (record.kind !== 'kept') throw new Error(record.kind);
  return record.entryId;
};

const paper: OwnSheet = {
  name: reportSheetWords.report.name,
  rows: [
    [reportSheetWords.report.title],
    ['=1+1', 2.5, null, { ratio: 0.5 }],
    [{ text: 'B2', link: { sheetName: '自评表', cell: fromA1('B2') } }],
  ],
  boldRows: [0],
  openRows: [0],
  columnWidths: [10, 12],
};
const paperValues = JSON.stringify([
  [reportSheetWords.report.title, null, null, null],
  ['=1+1', 2.5, null, 0.5],
  ['B2', null, null, null],
]);

/** The sheets that were there when the workbook was opened, and everything else of the user's. */
function ofTheUser(plain: PlainWorkbook): PlainWorkbook {
  const whole = withoutApostrophes(plain);
  return { ...whole, settings: {}, sheets: whole.sheets.filter(({ id }) => id === sheetId || id === '{2}') };
}

const checkPaper: Step['check'] = async ({ excel, original, workbook }, outcome) => {
  const wrong: string[] = [];
  const userStands = (): boolean => equal(ofTheUser(original), ofTheUser(excel.workbook.toPlain()));
  if (!userStands()) wrong.push('something of the user changed');
  const holdsPaper = async (written: PaperWritten): Promise<boolean> =>
    JSON.stringify(valueOf(await workbook.read(written.sheetId)).values) === paperValues;
  if (outcome?.ok) {
    const written = outcome.value as PaperWritten;
    if (written.state !== 'written' || written.different > 0) wrong.push(`ended as ${written.state}`);
    else if (!(await holdsPaper(written))) wrong.push('the paper does not hold what was wanted');
  }
  // Once the host is well again the paper can be had, whatever the fault left behind.
  const again = valueOf(await writePaper(workbook, paper, recogniseOwn, ownSeal, 'beside'));
  if (again.state !== 'written' || !(await holdsPaper(again))) wrong.push('the paper cannot be had afterwards');
  if (!userStands()) wrong.push('something of the user changed afterwards');
  return wrong;
};

/** The steps by name. */
export const steps: Readonly<Record<string, Step>> = {
  review: { prepare: unprepared, run: ({ workbook }) => reviewSheet(workbook, { sheetId }), check: nothingChanges },
  'review of the workbook': {
    prepare: unprepared,
    run: ({ workbook }) => reviewWorkbook(workbook),
    check: nothingChanges,
  },
  apply: {
    prepare: unprepared,
    run: ({ plan, workbook }) => applyAndRecord(workbook, plan, choice, time, ownSeal),
    async check(scene, outcome) {
      const after = scene.excel.workbook.toPlain();
      const wrong: string[] = [];
      if (!staysOutside(scene.before, after)) wrong.push('something outside the plan changed');
      if (outcome?.ok) {
        const { brokenBy, marked, results } = outcome.value as RecordedApply;
        wrong.push(...differFrom(after, results));
        const cells = marksIn(after).flatMap(({ areas }) => areas);
        // "Nobody can say" is the truth only while Excel answers nothing.
        const isUnknown = marked === null && brokenBy !== undefined && scene.isLasting;
        if (marked !== cells.length && !isUnknown)
          wrong.push(`the report says ${String(marked)} marks, there are ${cells.length}`);
      } else {
        // The report could only say that the connection broke; the journal says the rest.
        const look = valueOf(await lookAtApplied(scene.workbook, `${time} ${sheetId}`, ownSeal));
        if (look.state === 'found') {
          wrong.push(...differFrom(after, look.cells));
          const odd = look.cells.filter(({ standing }) => standing === 'changed');
          wrong.push(...odd.map(({ cell }) => `${toA1(cell)} is neither as before nor as written`));
        } else if (!isSame(scene.before, after)) wrong.push('a fault, no record, and yet something was written');
      }
      return [...wrong, ...(await takenBack(scene))];
    },
  },
  revert: {
    prepare: applied,
    run: ({ entryId, workbook }) => revertApply(workbook, entryId, ownSeal),
    async check(scene, outcome) {
      const after = scene.excel.workbook.toPlain();
      const wrong: string[] = [];
      if (!staysOutside(scene.before, after)) wrong.push('something outside the plan changed');
      if (outcome?.ok) {
        const back = outcome.value as { readonly state: string; readonly cells?: readonly ReportedCell[] };
        if (back.state !== 'reverted') wrong.push(`ended as ${back.state}`);
        wrong.push(...differFrom(after, back.cells ?? []));
      } else {
        const look = valueOf(await lookAtApplied(scene.workbook, scene.entryId, ownSeal));
        if (look.state === 'found') wrong.push(...differFrom(after, look.cells));
      }
      return [...wrong, ...(await takenBack(scene))];
    },
  },
  unmark: {
    prepare: applied,
    run: ({ workbook }) => workbook.unmark(sheetId),
    async check(scene, outcome) {
      const wrong: string[] = [];
      const after = scene.excel.workbook.toPlain();
      if (!equal(withoutApostrophes(after).sheets[0]?.cells, withoutApostrophes(scene.before).sheets[0]?.cells))
        wrong.push('cells changed');
      const left = outcome?.ok ? ((outcome.value as Unmarked).left ?? 0) : null;
      if (left !== null && left < marksIn(after).length) wrong.push(`the report says that ${left} marks are left`);
      valueOf(await scene.workbook.unmark(sheetId));
      return [...wrong, ...(await takenBack(scene))];
    },
  },
  'sheet of our own': {
    prepare: unprepared,
    run: ({ workbook }) => writePaper(workbook, paper, recogniseOwn, ownSeal),
    check: checkPaper,
  },
  'sheet of our own anew': {
    prepare: async (workbook) => {
      valueOf(
        await writePaper(
          workbook,
          { ...paper, rows: [[reportSheetWords.report.title], ['旧']] },
          recogniseOwn,
          ownSeal,
        ),
      );
      return '';
    },
    run: ({ workbook }) => writePaper(workbook, paper, recogniseOwn, ownSeal),
    check: checkPaper,
  },
  remember: {
    prepare: async (workbook) => {
      valueOf(await workbook.remember('k', 'old'));
      return '';
    },
    run: ({ workbook }) => workbook.remember('k', 'new'),
    async check({ before, excel, workbook }, outcome) {
      const kept = valueOf(await workbook.recall('k'));
      valueOf(await workbook.remember('k', 'old'));
      const isUnchanged = isSame(before, excel.workbook.toPlain());
      return [
        ...(kept === 'new' || (kept === 'old' && !outcome?.ok) ? [] : [`kept: ${String(kept)}`]),
        ...(isUnchanged ? [] : ['more than the text changed']),
      ];
    },
  },
};

/** A trial takes the page of the one before, unless that one left something under way. */
const pages: PagesAtRest = new Map();

async function open(step: Step, setting: Setting, isLasting: boolean): Promise<Scene> {
  const excel = await startExcelInNode(SimulatedWorkbook.fromPlain(plainForm(setting)), setting.options, pages);
  excel.installGlobals();
  const workbook = createExcelWorkbook();
  const original = excel.workbook.toPlain();
  const plan = await planFor(workbook);
  const entryId = await step.prepare(workbook, plan);
  return { excel, workbook, plan, entryId, original, before: excel.workbook.toPlain(), isLasting };
}

interface Trip {
  readonly actions: number;
  readonly writes: boolean;
}

/** The round trips of a step when nothing goes wrong. */
async function tripsOf(step: Step, setting: Setting): Promise<readonly Trip[]> {
  const scene = await open(step, setting, false);
  scene.excel.host.resetCounts();
  await step.run(scene);
  const { batches } = scene.excel.host.counts();
  scene.excel.dispose();
  return batches.map(({ actions, writes }) => ({ actions, writes }));
}

const patience = 25;

async function settled(running: Promise<Outcome<unknown>>): Promise<Outcome<unknown> | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
    }, patience);
  });
  const outcome = await Promise.race([running, silence]);
  clearTimeout(timer);
  return outcome;
}

function endingOf(outcome: Outcome<unknown> | null): string {
  if (outcome === null) return 'waits';
  if (!outcome.ok) return outcome.fault.kind;
  const value = outcome.value as { readonly brokenBy?: unknown } | null;
  return value?.brokenBy ? 'broken off' : 'ok';
}

/** Runs one trial. */
async function tried(stepName: string, step: Step, place: Place, actions: number, setting: Setting): Promise<Trial> {
  const scene = await open(step, setting, place.isLasting);
  const what = faults[place.fault];
  if (what === undefined) throw new Error(`no fault ${place.fault}`);
  const share = moments[place.moment];
  let seen = 0;
  scene.excel.host.faults.lay({
    when: () => {
      seen += 1;
      return place.isLasting ? seen >= place.trip : seen === place.trip;
    },
    what,
    afterActions: share === Infinity ? Infinity : Math.floor(actions * share),
    times: place.isLasting ? Infinity : 1,
  });
  const outcome = await (what === 'never-answers' ? settled(step.run(scene)) : step.run(scene));
  scene.excel.host.faults.clear();
  const wrong = await step.check(scene, outcome);
  scene.excel.dispose();
  return { step: stepName, ...place, ending: endingOf(outcome), wrong };
}

/** Where else than in the usual setting a fault may fall on top, and the faults that break a batch. */
export const ailing: readonly string[] = Object.keys(settings).filter((name) => name !== 'usual');
export const breaking: readonly string[] = ['session-lost', 'AccessDenied', 'ItemNotFound', 'GeneralException'];

/** How much of the matrix is run: all of it, or each fault × round trip once, its moment and length taking turns. */
export type Extent = 'whole' | 'sample';

type Place = Omit<Trial, 'step' | 'ending' | 'wrong'>;

/** Every way in which a fault can strike a round trip. */
function placesOf(trip: number, fault: string, writes: boolean): readonly Place[] {
  // A slow or silent host runs the batch as it is; a request that is refused for its size never begins; and of a batch
  // that only reads it makes no difference how much of it ran.
  const isWhole = ['slow', 'never-answers', 'request-too-large', 'response-too-large'].includes(fault);
  const struck = (Object.keys(moments) as readonly Moment[]).filter(
    (moment) => moment === 'before' || (writes && !isWhole),
  );
  return struck.flatMap((moment) => [false, true].map((isLasting) => ({ trip, fault, moment, isLasting })));
}

/** Runs the matrix in a setting, with all faults or with some. */
export async function runMatrix(
  settingName = 'usual',
  chosen: readonly string[] = Object.keys(faults),
  extent: Extent = 'whole',
): Promise<readonly Trial[]> {
  const setting = settings[settingName];
  if (setting === undefined) throw new Error(`no setting ${settingName}`);
  const trials: Trial[] = [];
  for (const [stepName, step] of Object.entries(steps)) {
    const trips = await tripsOf(step, setting);
    for (const [index, { actions, writes }] of trips.entries()) {
      for (const [turn, fault] of chosen.entries()) {
        const all = placesOf(index + 1, fault, writes);
        const places = extent === 'whole' ? all : all.filter((_, at) => at === (index + turn) % all.length);
        for (const place of places) trials.push(await tried(stepName, step, place, actions, setting));
      }
    }
  }
  return trials;
}

/** The matrix as lines: faults down, steps and their round trips across; a cell lists how its trials ended. */
export function matrixLines(trials: readonly Trial[]): readonly string[] {
  const lines: string[] = [];
  for (const step of Object.keys(steps)) {
    const ofStep = trials.filter((trial) => trial.step === step);
    const trips = [...new Set(ofStep.map(({ trip }) => trip))];
    lines.push('', `${step}: ${trips.length} round trips, ${ofStep.length} trials`);
    for (const fault of new Set(ofStep.map((trial) => trial.fault))) {
      const cells = trips.map((trip) => {
        const here = ofStep.filter((trial) => trial.trip === trip && trial.fault === fault);
        const endings = [...new Set(here.map(({ ending }) => ending))].join(' | ');
        return `${here.some(({ wrong }) => wrong.length > 0) ? 'WRONG' : 'holds'} (${endings})`;
      });
      lines.push(`  ${fault.padEnd(20)}${cells.join('  ')}`);
    }
  }
  const wrong = trials.filter((trial) => trial.wrong.length > 0);
  lines.push('', `${trials.length} trials, ${wrong.length} wrong`);
  return lines;
}
