/** A canteen form as a reviewer would get it: one wrong score, one reason missing, one piece of advice. */
import { nothingBrought } from '../../../src/review/memory/brought';
import type { Finding } from '../../../src/core/checks/finding';
import { noDocuments } from '../../../src/core/documents/documents';
import { exact, hundred } from '../../../src/core/exact';
import type { Form, Indicator, CellReading } from '../../../src/core/form/form';
import { defaultProfile } from '../../../src/core/rubric/profiles';
import type { Plan } from '../../../src/core/report/edit';
import type { ReviewedForm, ReviewedSheet } from '../../../src/review/memory/reviewed';
import { amountOf } from '../../../src/core/form/amountOf';
import { assumed, type Premise } from '../../../src/core/score/premises';
import { settle } from '../../../src/core/score/readings';
import type { Derivation, GoverningRule, IndicatorScore, ScoreReading, Scores } from '../../../src/core/score/scores';
import { areaFromA1, fromA1 } from '../../../src/core/sheet/cellRef';
import type { Cell } from '../../../src/core/sheet/sheetView';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { noColumns } from '../../support/formBuilder';

/** A cell that holds a value as displayed. */
function cell(address: string, value: string | number | null): Cell {
  return {
    ref: fromA1(address),
    value,
    text: value === null ? '' : String(value),
    formula: null,
    numberFormat: 'General',
    merge: null,
  };
}

function reading(address: string, value: number | null): CellReading {
  return value === null
    ? { kind: 'blank', cell: cell(address, null) }
    : { kind: 'number', value: exact(value), cell: cell(address, value) };
}

interface Row {
  readonly row: number;
  readonly level1: string;
  readonly name: string;
  readonly weight: number;
  readonly target: string;
  readonly actual: string;
  readonly score: number | null;
}

function indicator({ actual, level1, name, row, score, target, weight }: Row): Indicator {
  return {
    ...noColumns,
    key: `${level1}/${name}`,
    line: row - 1,
    level1: { text: level1, weight: null, cell: cell(`B${row}`, level1) },
    level2: null,
    name: { text: name, weight: null, cell: cell(`D${row}`, name) },
    weight: reading(`H${row}`, weight),
    target: { cell: cell(`F${row}`, target), value: { kind: 'not-understood', piece: target, source: target } },
    actual: { cell: cell(`G${row}`, actual), value: { kind: 'not-understood', piece: actual, source: actual } },
    score: reading(`I${row}`, score),
    reason: cell(`J${row}`, null),
    misplacedScore: null,
    isExecutionRate: false,
    isAdjustment: false,
    shift: null,
    isHidden: false,
  };
}

const rule: GoverningRule = {
  source: 'profile',
  text: '定量指标达到目标值的，记该指标所赋全部分值',
  cell: null,
  document: '财预〔2020〕10号 第十四条',
  notUnderstood: [],
};

const rows: readonly Row[] = [
  { row: 14, level1: '产出指标', name: '就餐人数', weight: 10, target: '=20人', actual: '17人', score: 8.5 },
  { row: 17, level1: '成本指标', name: '成本控制率', weight: 20, target: '≤100%', actual: '87.97%', score: 10 },
  { row: 18, level1: '效益指标', name: '就餐环境', weight: 30, target: '明显改善', actual: '明显改善', score: 28 },
];
const indicators = rows.map(indicator);

function scored(index: number, score: Partial<ScoreReading>, derivation: Derivation): IndicatorScore {
  const row = indicators[index]!;
  const reading: ScoreReading = {
    premises: [],
    rule,
    computed: null,
    unrounded: score.computed ?? null,
    interval: null,
    admissible: null,
    derivation,
    leftOpen: null,
    met: null,
    completion: null,
    direction: 'positive',
    directionFrom: 'comparator',
    ...score,
  };
  return settle(row, amountOf(row.weight), [reading], []);
}

/** Findings of the form, gravest first. */
export const findings: readonly Finding[] = [
  {
    check: 'scores-reach-total',
    severity: 'P0',
    message: 'over',
    facts: { stated: '87.3', sum: '77.3', gap: '10', count: 3 },
    cells: [fromA1('I20')],
    indicator: null,
    found: '87.3',
    expected: '77.3',
    derivation: null,
    rule: null,
    readings: [],
  },
  {
    check: 'score-within-weight',
    severity: 'P0',
    message: 'over',
    facts: { name: '就餐人数', score: '12', weight: '10' },
    cells: [fromA1('I14'), fromA1('H14')],
    indicator: indicators[0]!.key,
    found: '12',
    expected: '10',
    derivation: null,
    rule,
    readings: [],
  },
  {
    check: 'reason-given',
    severity: 'P1',
    message: 'missing',
    facts: { name: '就餐环境', score: '28', weight: '30', lost: '2' },
    cells: [fromA1('J18')],
    indicator: indicators[2]!.key,
    found: null,
    expected: null,
    derivation: null,
    rule: { ...rule, source: 'form', text: '未得满分的须说明原因', cell: fromA1('K18'), document: null },
    readings: [],
  },
];

const before = (value: CellValue) => ({ value, formula: null, numberFormat: 'General' });

/** What could be written: two scores, a note and the total that follows. */
export const plan: Plan = {
  sheetId: 'sheet-1',
  sumBefore: '87.3',
  edits: [
    {
      id: 'score:I17',
      kind: 'score',
      cell: fromA1('I17'),
      before: before(10),
      after: 20,
      because: { key: 'total', facts: { sum: '20' } },
      indicator: indicators[1]!.key,
      gain: '10',
      recommended: true,
    },
    {
      id: 'note:J18',
      kind: 'note',
      cell: fromA1('J18'),
      before: before(null),
      after: '复核提示：就餐环境：【需填写】',
      because: { key: 'note', facts: { lost: '2', score: '28', weight: '30' } },
      indicator: indicators[2]!.key,
      gain: null,
      recommended: true,
    },
    {
      id: 'total:I20',
      kind: 'total',
      cell: fromA1('I20'),
      before: before(87.3),
      after: 97.3,
      because: { key: 'total', facts: { sum: '97.3' } },
      indicator: null,
      gain: null,
      recommended: true,
    },
  ],
  marks: [
    { severity: 'P0', cells: [fromA1('I20'), fromA1('I14')] },
    { severity: 'P1', cells: [fromA1('J18')] },
  ],
};

const form: Form = {
  sheetId: 'sheet-1',
  sheetName: '食堂经费',
  layout: 'national',
  title: cell('A1', '项目支出绩效自评表'),
  year: 2023,
  yearCell: null,
  project: cell('C3', '机关食堂经费'),
  projectName: '机关食堂经费',
  department: null,
  unit: null,
  budget: null,
  head: { score: null, grade: null },
  goals: { expected: null, achieved: null },
  table: areaFromA1('A12:J20'),
  headings: [
    cell('D12', '三级指标'),
    cell('F12', '年度指标值'),
    cell('G12', '实际完成值'),
    cell('H12', '分值'),
    cell('I12', '得分'),
    cell('J12', '某栏'),
  ],
  columns: [],
  furtherBlocks: [],
  indicators,
  sharedWeights: [],
  subtotals: [],
  total: {
    label: cell('A20', '总分'),
    weight: null,
    score: reading('I20', 87.3),
    scoreRate: null,
    deduction: null,
  },
  notes: [],
  ignored: [],
  doubts: [],
  misalignment: null,
};

const scores: Scores = {
  indicators: [
    scored(
      0,
      { computed: exact('8.5') },
      { key: 'ratio-positive', facts: { actual: '17', target: '20', weight: '10', score: '8.5' } },
    ),
    scored(
      1,
      { computed: exact(20) },
      { key: 'target-met', facts: { actual: '87.97%', comparator: '≤', target: '100%', weight: '20' } },
    ),
    scored(
      2,
      { leftOpen: 'qualitative', interval: { low: exact(24), high: exact(30), includesHigh: true } },
      { key: 'tier-equal-words', facts: { actual: '明显改善', low: '24', high: '30', weight: '30' } },
    ),
  ],
  execution: null,
  totals: {
    weight: hundred,
    statedScore: exact('87.3'),
    sumOfScores: exact('87.3'),
    computedScore: exact('97.3'),
    ruledScore: exact('97.3'),
    grade: '良',
    computedGrade: '优',
    settledScore: exact('28.5'),
    openWeight: exact(30),
    openCount: 1,
    allowed: { low: exact('52.5'), high: exact('58.5') },
  },
};

export function formReport(changes: Partial<ReviewedForm> = {}): ReviewedForm {
  return {
    form,
    rubric: defaultProfile,
    rubricChoice: 'inferred',
    scores,
    findings,
    notChecked: [],
    plan,
    raises: [],
    totalWithheld: null,
    examined: { indicators: 11, checks: 7, hiddenRows: 0 },
    accepted: [],
    key: { project: form.projectName, unit: null, year: form.year, sheet: null, place: 0 },
    decisions: [],
    clashes: [],
    round: null,
    allFindings: changes.findings ?? findings,
    ...changes,
  };
}

/** The scores of the form if its last indicator had a number as its target: nothing is open. */
const settledScores: Scores = {
  ...scores,
  indicators: [
    ...scores.indicators.slice(0, 2),
    scored(2, { computed: exact(28) }, { key: 'no-rule-applies', facts: { weight: '30' } }),
  ],
  totals: {
    ...scores.totals,
    computedScore: exact('97.3'),
    settledScore: exact('97.3'),
    openWeight: exact(0),
    openCount: 0,
    allowed: { low: exact('97.3'), high: exact('97.3') },
  },
};

/** A form of which every score is settled. */
export function settledForm(changes: Partial<ReviewedForm> = {}): ReviewedForm {
  return formReport({ scores: settledScores, ...changes });
}

const direction = (choice: string): Premise => assumed('direction', choice);

/** The readings of the second indicator when nothing says whether more or less is better. */
const twoReadings: readonly [ScoreReading, ScoreReading] = [
  {
    ...scores.indicators[1]!.readings[0],
    premises: [direction('reverse')],
    computed: exact(20),
    unrounded: exact(20),
    derivation: { key: 'target-met', facts: { actual: '87.97%', comparator: '≤', target: '100%', weight: '20' } },
  },
  {
    ...scores.indicators[1]!.readings[0],
    premises: [direction('positive')],
    computed: exact('17.59'),
    unrounded: exact('17.594'),
    derivation: {
      key: 'ratio-positive',
      facts: { actual: '87.97%', target: '100%', weight: '20', score: '17.59' },
    },
  },
];

/** The form with its second indicator read in two ways, and the choice of what to write there. */
export function formOfTwoReadings(): ReviewedForm {
  const [reverse, positive] = twoReadings;
  const read = settle(indicators[1]!, exact(20), twoReadings, []);
  const [score] = plan.edits;
  const choices = [reverse, positive].map((reading, place) => ({
    ...score!,
    id: `score:I17:${place + 1}`,
    after: reading.computed!.toNumber(),
    gain: reading.computed!.minus(10).toFixed(),
    because: reading.derivation,
    recommended: false,
    premises: reading.premises,
  }));
  const asked: Finding = {
    ...findings[1]!,
    check: 'score-matches-rule',
    severity: 'P1',
    message: 'question',
    facts: { name: '成本控制率', score: '10', weight: '20' },
    cells: [fromA1('I17')],
    indicator: indicators[1]!.key,
    expected: null,
    readings: twoReadings,
  };
  return formReport({
    findings: [asked],
    scores: {
      ...scores,
      indicators: [scores.indicators[0]!, read, scores.indicators[2]!],
      totals: {
        ...scores.totals,
        settledScore: exact('8.5'),
        openWeight: exact(50),
        openCount: 2,
        allowed: { low: exact('50.09'), high: exact('58.5') },
      },
    },
    plan: { ...plan, edits: [...choices, ...plan.edits.slice(1)] },
  });
}

/** A form without problems and with nothing to write. */
export function cleanForm(): ReviewedForm {
  return settledForm({ findings: [], plan: { ...plan, edits: [], marks: [] } });
}

/** The same form for another project. */
export function otherForm(): ReviewedForm {
  return { ...cleanForm(), form: { ...form, projectName: '乡村道路养护' } };
}

export function sheetReport(changes: Partial<ReviewedSheet> = {}): ReviewedSheet {
  return {
    sheetId: 'sheet-1',
    sheetName: '食堂经费',
    skipped: null,
    forms: [formReport()],
    documents: noDocuments,
    isSample: false,
    contradictions: [],
    elsewhere: [],
    isProtected: false,
    clippedFrom: null,
    mapping: null,
    offeredMapping: null,
    unreadable: [],
    brought: nothingBrought,
    ...changes,
  };
}
