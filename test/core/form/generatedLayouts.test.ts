/** Generated layouts: roles are right, or a doubt is declared; never silently wrong. */
import fc from 'fast-check';
import type { Form } from '../../../src/core/form/form';
import { recognise } from '../../../src/core/form/recognise';
import { type ColumnRole, columnRoles, roles } from '../../../src/core/form/roles';
import { areaToA1 } from '../../../src/core/sheet/cellRef';
import type { CellValue, Snapshot } from '../../../src/core/sheet/snapshot';
import { snapshotOf } from '../../forms';

/** Besides the known wordings, spellings in which forms write them. */
const spellings: Partial<Record<ColumnRole, readonly string[]>> = {
  level1: ['一级\n指标'],
  level2: ['二 级 指 标'],
  level3: ['三级指标（名称）'],
  weight: ['参考\n分值', '分值（100分）', '权 重（分）'],
  target: ['指标值（A）', '2023年度指标值'],
  actual: ['全年实际值\n（B）'],
  score: ['得 分', '得分（分）'],
  reason: ['偏差原因（及整改措施）', '备注'],
};
/** Every role that a heading can have, with all its wordings. */
const wordings = new Map(
  columnRoles.flatMap((role): [ColumnRole, readonly string[]][] => {
    const known = Object.entries(roles[role].words).filter(([nuance]) => nuance !== 'deeper' && nuance !== 'generic');
    const words = known.flatMap(([, some]) => some.split(' '));
    return words.length === 0 ? [] : [[role, [...words, ...(spellings[role] ?? [])]]];
  }),
);
/** Columns that some layouts have and others have not. */
const optional: readonly ColumnRole[] = ['sequence', 'reason', 'rule', 'unit', 'score-rate', 'deduction'];
/** Roles that a damaged heading is tried on. */
const damageable: readonly ColumnRole[] = ['level3', 'weight', 'target', 'actual', 'score', 'reason'];

interface Layout {
  readonly columns: readonly (ColumnRole | null)[];
  readonly heading: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly isMerged: boolean;
  readonly preamble: number;
  readonly from: string;
  readonly hasTotal: boolean;
  readonly notes: boolean;
}

const layouts: fc.Arbitrary<Layout> = fc
  .record({
    extra: fc.subarray([...optional]),
    order: fc.array(fc.nat(), { minLength: 16, maxLength: 16 }),
    choice: fc.array(fc.nat(), { minLength: 16, maxLength: 16 }),
    blanks: fc.array(fc.nat({ max: 14 }), { maxLength: 2 }),
    rows: fc.integer({ min: 3, max: 14 }),
    isMerged: fc.boolean(),
    preamble: fc.nat({ max: 3 }),
    from: fc.constantFrom('A1', 'B2', 'C5'),
    hasTotal: fc.boolean(),
    notes: fc.boolean(),
  })
  .map(({ extra, order, choice, blanks, ...rest }) => {
    const values: ColumnRole[] = [
      'weight',
      'target',
      'actual',
      'score',
      ...extra.filter((role) => role !== 'sequence'),
    ];
    const shuffled = values
      .map((role, index) => ({ role, place: order[index] ?? 0 }))
      .sort((one, other) => one.place - other.place || (one.role < other.role ? -1 : 1))
      .map(({ role }) => role);
    const columns: (ColumnRole | null)[] = [
      ...(extra.includes('sequence') ? (['sequence'] as const) : []),
      'level1',
      'level2',
      'level3',
      ...shuffled,
    ];
    for (const place of blanks) if (place < columns.length) columns.splice(place, 0, null);
    const heading = Object.fromEntries(
      [...wordings].map(([role, words], index) => [role, words[(choice[index] ?? 0) % words.length] ?? '']),
    );
    return { ...rest, columns, heading };
  });

const titles: readonly (readonly CellValue[])[] = [
  ['项目支出绩效自评表（2023年度）'],
  ['项目名称', '道路养护', null, '实施单位', '某县公路段'],
  ['年度总体目标', '养护道路', null, '实际完成情况', '已养护'],
];

function cellOf(role: ColumnRole | null, index: number, rows: number): CellValue {
  const weight = index === rows - 1 ? 100 - (rows - 1) * Math.floor(100 / rows) : Math.floor(100 / rows);
  switch (role) {
    case 'sequence':
      return index + 1;
    case 'level1':
      return index === 0 ? '产出指标' : index === 2 ? '效益指标' : null;
    case 'level2':
      return index === 0 ? '数量指标' : index === 2 ? '社会效益指标' : null;
    case 'level3':
      return `第${index + 1}项工作完成情况`;
    case 'weight':
      return weight;
    case 'target':
      return index % 3 === 0 ? '显著提高' : `≥${index + 5}个`;
    case 'actual':
      return index % 3 === 0 ? '达成预期指标' : `${index + 4}个`;
    case 'score':
      return index % 3 === 0 ? weight : weight - 1;
    case 'reason':
      return index % 3 === 0 ? null : '天气原因延后。';
    case 'rule':
      return '完成值达到指标值，记满分。';
    case 'unit':
      return '个';
    case 'score-rate':
      return '95%';
    case 'deduction':
      return index % 3 === 0 ? 0 : 1;
    default:
      return null;
  }
}

function sheetOf({ columns, heading, rows, isMerged, preamble, from, hasTotal, notes }: Layout): Snapshot {
  const body = Array.from({ length: rows }, (_, index) => columns.map((role) => cellOf(role, index, rows)));
  const levelPlaces = ['level1', 'level2'].map((role) => columns.indexOf(role as ColumnRole));
  const start = { A1: [0, 0], B2: [1, 1], C5: [4, 2] }[from] ?? [0, 0];
  const [top = 0, left = 0] = start;
  const first = top + preamble + 1;
  const merges = isMerged
    ? levelPlaces.flatMap((place) =>
        [
          [first, first + 1],
          [first + 2, first + rows - 1],
        ]
          .filter(([from_ = 0, to = 0]) => to > from_)
          .map(([from_ = 0, to = 0]) => areaToA1({ top: from_, bottom: to, left: left + place, right: left + place })),
      )
    : [];
  const total = columns.map((role, place) =>
    role === 'weight' ? 100 : role === 'score' ? 95 : place === 0 ? '总分' : null,
  );
  return snapshotOf(
    [
      ...titles.slice(0, preamble),
      columns.map((role) => (role ? (heading[role] ?? null) : null)),
      ...body,
      ...(hasTotal && columns[0] !== null && columns[0] !== 'weight' ? [total] : []),
      ...(notes ? [['注：1.定量指标按比例计分。']] : []),
    ],
    { from, merges },
  );
}

function formOf(snapshot: Snapshot): Form | null {
  const recognition = recognise(snapshot);
  return recognition.found ? (recognition.forms[0] ?? null) : null;
}

function truth({ columns, from }: Layout): ReadonlyMap<ColumnRole, number> {
  const left = { A1: 0, B2: 1, C5: 2 }[from] ?? 0;
  return new Map(columns.flatMap((role, place) => (role ? [[role, left + place] as const] : [])));
}

const runs = { numRuns: 500, seed: 20240310 };

test('with known headings in any order every role is right and nothing is doubtful', () => {
  fc.assert(
    fc.property(layouts, (layout) => {
      const form = formOf(sheetOf(layout));
      expect(form?.misalignment).toBeNull();
      expect(new Map(form?.columns.map(({ role, index }) => [role, index]))).toEqual(new Map([...truth(layout)]));
      expect(form?.columns.filter(({ certainty }) => certainty === 'doubtful')).toEqual([]);
      expect(form?.doubts).toEqual([]);
      expect(form?.indicators).toHaveLength(layout.rows);
      expect(form?.indicators.every(({ level1, level2 }) => level1 !== null && level2 !== null)).toBe(true);
    }),
    runs,
  );
});

test('with headings missing, odd or doubled, a role is right or its doubt is declared', () => {
  const damages = fc.array(
    fc.record({ role: fc.constantFrom(...damageable), how: fc.constantFrom('blank', 'odd', 'double') }),
    { minLength: 1, maxLength: 2 },
  );
  let forms = 0;
  fc.assert(
    fc.property(layouts, damages, (layout, wanted) => {
      const heading = { ...layout.heading };
      const columns = [...layout.columns];
      const touched = new Set<ColumnRole>();
      for (const { role, how } of wanted) {
        if (!columns.includes(role) || touched.has(role)) continue;
        touched.add(role);
        if (how === 'blank') heading[role] = '';
        else if (how === 'odd') heading[role] = '栏目';
        else columns.push(role);
      }
      const damaged = { ...layout, heading, columns };
      const form = formOf(sheetOf(damaged));
      // With three headings left of a header, saying that there is no table is honest too.
      if (!form) return;
      forms += 1;
      const right = truth(layout);
      for (const [role, column] of right) {
        const found = form.columns.find((candidate) => candidate.role === role);
        const isRight = found?.index === column;
        const isSaid =
          found?.certainty === 'doubtful' ||
          form.doubts.some((doubt) => doubt.role === role) ||
          form.misalignment !== null;
        // Reasons are optional: a form without a named column for them simply has none.
        if (!isRight && !isSaid && !(role === 'reason' && touched.has('reason') && !found)) {
          throw new Error(`${role}: column ${column}, found ${found?.index ?? 'none'} ${JSON.stringify([...touched])}`);
        }
      }
      for (const { role, index, certainty } of form.columns) {
        const isSaid = certainty === 'doubtful' || form.doubts.some((doubt) => doubt.role === role);
        if (right.get(role) !== index && !isSaid) throw new Error(`${role} was given to column ${index}`);
      }
    }),
    runs,
  );
  expect(forms).toBeGreaterThan(runs.numRuns * 0.95);
});
