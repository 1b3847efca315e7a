/**
 * Every role that a column of the indicator table can have: one row a role, from left to right as forms have them.
 *
 * Recognition, the mapping page, the listing of cells, the JSON and the test builders follow from this table. A role
 * is added by adding its row here; what cannot follow by itself (its name in both languages) does not compile without it.
 */
import type { Cell } from '../sheet/sheetView';
import type { Entry, CellReading } from './form';

/**
 * What a heading adds to its role, to choose between two columns of one role.
 * converted: 折算得分, brought to the weight from a score out of a hundred that stands beside it ·
 * initial/adjusted: targets before and after an adjustment · evaluated: given by an evaluator, beside one's own ·
 * generic: a name column only where there is no better one · deeper: a fourth level ·
 * loose: usual for the role but also for remarks.
 */
export type Nuance = 'plain' | 'initial' | 'adjusted' | 'evaluated' | 'converted' | 'generic' | 'deeper' | 'loose';

/** What the cells of a column are read as, and so what an indicator holds of them. */
interface CellKinds {
  /** Points: a weight, a score, a deduction. */
  readonly points: CellReading;
  /** A ratio, however it is displayed. */
  readonly ratio: CellReading;
  /** A target or an actual, in the language of values. */
  readonly value: Entry;
  /** Words as they stand. */
  readonly text: Cell;
}

/** One role. */
interface RoleRow {
  /** The heading's known wordings, in one string; spaces, brackets and a leading year are ignored in a heading. */
  readonly words: Partial<Readonly<Record<Nuance, string>>>;
  /** A piece of wording by which an unknown heading is recognised; the lower rank is asked first. */
  readonly piece: { readonly rank: number; readonly pattern: RegExp } | null;
  /** What a heading of this role tells of its row: the names or the values that a header must have, a sign of one, nothing. */
  readonly tells: 'name' | 'value' | 'much' | 'little';
  /** What the cells are read as; `level`: names, which fill down over the rows below; `unread` says why not. */
  readonly cells: keyof CellKinds | 'level' | { readonly unread: string };
  /** The property of an indicator that holds what was read. */
  readonly field: string | null;
  /** Whether something in this column makes an indicator of a row that else has only names. */
  readonly makesIndicator: boolean;
  /** Where the mapping page offers it. */
  readonly page: 'main' | 'more';
  /** Whether scoring or a check judges by it; else why nothing does. All cells that were read are looked at by the checks on cells. */
  readonly judged: true | { readonly notBecause: string };
}

const table = {
  sequence: {
    words: { plain: '序号 编号 项次 NO' },
    piece: null,
    tells: 'little',
    cells: { unread: 'a number of the line, which nothing refers to' },
    field: null,
    makesIndicator: false,
    page: 'more',
    judged: { notBecause: 'it says nothing of the indicator' },
  },
  level1: {
    words: { plain: '一级指标 一级 一级指标名称 一级绩效指标' },
    piece: { rank: 13, pattern: /一级指标/u },
    tells: 'name',
    cells: 'level',
    field: 'level1',
    makesIndicator: false,
    page: 'main',
    judged: true,
  },
  level2: {
    words: { plain: '二级指标 二级 二级指标名称 二级绩效指标' },
    piece: { rank: 14, pattern: /二级指标/u },
    tells: 'name',
    cells: 'level',
    field: 'level2',
    makesIndicator: false,
    page: 'main',
    judged: true,
  },
  level3: {
    words: {
      plain: '三级指标 三级 三级指标名称 三级绩效指标 指标名称 绩效指标名称',
      deeper: '四级指标 四级 四级指标名称',
      generic: '绩效指标 指标 评价指标 考核指标 指标内容 具体指标 年度绩效指标 评价内容',
    },
    piece: { rank: 15, pattern: /三级指标|指标名称/u },
    tells: 'name',
    cells: 'level',
    field: 'name',
    makesIndicator: false,
    page: 'main',
    judged: true,
  },
  /** 年初指标值 beside an adjusted target; it stands where the adjusted one is blank. Its headings are targets' too. */
  'initial-target': {
    words: {},
    piece: null,
    tells: 'little',
    cells: 'value',
    field: 'initialTarget',
    makesIndicator: true,
    page: 'more',
    judged: true,
  },
  target: {
    words: {
      plain:
        '年度指标值 指标值 目标值 年度目标值 预期实现值 计划值 预期指标值 预期目标值 绩效目标值 全年目标值 全年指标值 预期值 计划完成值 计划目标值 指标目标值 设定值 计划指标值 绩效指标值 年度绩效指标值',
      initial: '年初目标值 年初指标值 年初绩效指标值 年初设定指标值 年初设定目标值 初始目标值 原指标值',
      adjusted: '调整指标值 调整后指标值 调整目标值 调整后目标值 年中调整指标值',
    },
    piece: { rank: 18, pattern: /指标值|目标值|计划值|预期值|计划数|目标数/u },
    tells: 'value',
    cells: 'value',
    field: 'target',
    makesIndicator: true,
    page: 'main',
    judged: true,
  },
  actual: {
    words: {
      plain:
        '实际完成值 全年实际值 全年完成值 完成值 实际值 业绩值 实际值/业绩值 自评完成值 全年实际完成值 实际业绩值 指标完成值 实际实现值 年度完成值 年度实际完成值 实际完成指标值 完成指标值 自评实际值',
      loose: '实际完成情况 完成情况 全年完成情况 全年实际完成情况 实际完成 指标完成情况 年度完成情况 目标完成情况',
    },
    piece: { rank: 17, pattern: /实际|完成值|完成情况|完成数/u },
    tells: 'value',
    cells: 'value',
    field: 'actual',
    makesIndicator: true,
    page: 'main',
    judged: true,
  },
  weight: {
    words: {
      plain:
        '分值 参考分值 标准分值 权重 权重分值 指标权重 分值权重 权重分 标准分 指标分值 满分 满分值 基准分 应得分 标准得分 权重值 设定分值 分值设定',
    },
    piece: { rank: 8, pattern: /权重|分值|标准分/u },
    tells: 'value',
    cells: 'points',
    field: 'weight',
    makesIndicator: true,
    page: 'main',
    judged: true,
  },
  score: {
    words: {
      plain: '得分 指标得分 自评得分 实际得分 自评分 自评分值 自评评分 评分得分 得分值 自评分数 单位自评得分',
      converted: '折算得分 折算分 折算后得分 加权得分 权重得分 折合得分',
      evaluated: '评价得分 评分 评价评分 评定得分 评价分值',
    },
    piece: { rank: 9, pattern: /得分|评分/u },
    tells: 'value',
    cells: 'points',
    field: 'score',
    makesIndicator: true,
    page: 'main',
    judged: true,
  },
  reason: {
    words: {
      plain:
        '偏差原因分析及改进措施 偏差原因分析及整改措施 未完成原因分析 未完成原因分析及改进措施 未完成原因及拟采取的改进措施 未完成原因和改进措施 未完成原因及改进措施 未完成原因 偏差原因 偏差原因及整改措施 偏差原因及改进措施 偏差原因分析 偏差分析 偏差分析及改进措施 未达标原因 未达标原因分析及改进措施 扣分原因 扣分理由 失分原因 原因分析及改进措施 原因分析 偏差情况说明 未完成原因分析及拟采取的改进措施',
    },
    piece: { rank: 3, pattern: /原因|改进措施|整改措施/u },
    tells: 'much',
    cells: 'text',
    field: 'reason',
    makesIndicator: false,
    page: 'main',
    judged: true,
  },
  rule: {
    words: {
      plain:
        '得分计算方法 评分标准 评价标准 评分细则 评分方法 评分规则 计分方法 计分标准 计分规则 评分办法 计算方法 评价方法 打分标准 指标评分标准 分值计算方法 评价评分标准',
    },
    piece: { rank: 7, pattern: /评分标准|评价标准|计算方法|评分办法|评分细则|计分|评分方法|评分规则/u },
    tells: 'much',
    cells: 'text',
    field: 'rule',
    makesIndicator: false,
    page: 'main',
    judged: true,
  },
  sign: {
    words: { plain: '指标性质 计算符号 符号 运算符号 比较符号 指标符号 指标方向' },
    piece: null,
    tells: 'little',
    cells: 'text',
    field: 'sign',
    makesIndicator: false,
    page: 'more',
    judged: true,
  },
  unit: {
    words: { plain: '度量单位 计量单位 单位 指标单位 指标值单位' },
    piece: { rank: 19, pattern: /单位$/u },
    tells: 'little',
    cells: 'text',
    field: 'unit',
    makesIndicator: false,
    page: 'more',
    judged: true,
  },
  'score-rate': {
    words: { plain: '得分率 指标得分率' },
    piece: { rank: 4, pattern: /得分率/u },
    tells: 'much',
    cells: 'ratio',
    field: 'scoreRate',
    makesIndicator: false,
    page: 'more',
    judged: true,
  },
  deduction: {
    words: { plain: '扣分 扣分值 扣减分 失分 扣减分值 扣减 减分' },
    piece: { rank: 6, pattern: /扣分|扣减/u },
    tells: 'much',
    cells: 'points',
    field: 'deduction',
    makesIndicator: false,
    page: 'more',
    judged: true,
  },
  /** 得分系数: the score as a part of the weight, stated before the score is given (重庆). */
  coefficient: {
    words: { plain: '得分系数 系数 完成系数' },
    piece: { rank: 5, pattern: /得分系数/u },
    tells: 'little',
    cells: 'ratio',
    field: 'coefficient',
    makesIndicator: false,
    page: 'more',
    judged: true,
  },
  core: {
    words: { plain: '是否核心指标 核心指标' },
    piece: null,
    tells: 'little',
    cells: 'text',
    field: 'coreMark',
    makesIndicator: false,
    page: 'more',
    judged: { notBecause: 'it marks what a unit finds most telling; no published rule gives or takes points by it' },
  },
  explanation: {
    words: { plain: '指标解释 指标说明 指标释义 指标含义 评价要点 指标内涵 指标定义' },
    piece: { rank: 11, pattern: /解释|释义/u },
    tells: 'little',
    cells: 'text',
    field: 'explanation',
    makesIndicator: false,
    page: 'more',
    judged: {
      notBecause: 'it says what is measured; how points are given stands in the rule, and only that may be executed',
    },
  },
  /** The reviewer’s own word about the unit’s figure, and no claim of the unit: a rate may have been taken of it. */
  'reviewed-actual': {
    words: { plain: '复核完成值 复核实际值 核实完成值 复评完成值 审核完成值 核查完成值 复核实际完成值' },
    piece: { rank: 2, pattern: /(?:复核|复评|核定|核查|抽查).*(?:完成|实际)/u },
    tells: 'little',
    cells: 'value',
    field: 'reviewedActual',
    makesIndicator: true,
    page: 'more',
    judged: true,
  },
  'reviewed-score': {
    words: {
      plain:
        '复核得分 复评得分 核定得分 审核得分 核查得分 抽查得分 复核评分 财政复核得分 复核分值 复核分 复评分 核定分 审核分 抽查分 核查分 复核分数 财政复核分 复审得分 复审分',
    },
    piece: { rank: 1, pattern: /(?:复核|复评|复审|核定|核查|抽查|审核).*(?:得分|评分|分值|分数|分$)/u },
    tells: 'much',
    cells: 'points',
    field: 'reviewedScore',
    makesIndicator: true,
    page: 'more',
    judged: { notBecause: 'it is the reviewer’s own word about the unit’s score, and no claim of the unit' },
  },
  /** 完成率: how far the target was reached, as the form itself says. */
  'completion-rate': {
    words: { plain: '完成率 指标完成率 目标完成率 完成比例 实际完成率 完成程度 指标完成比例 完成百分比 任务完成率' },
    piece: { rank: 16, pattern: /完成率/u },
    tells: 'little',
    cells: 'ratio',
    field: 'completionRate',
    makesIndicator: false,
    page: 'more',
    judged: true,
  },
  /** 偏差率: stated as (A−T)/T, as 1−A/T, without its sign and in points of percent; no form says which. */
  deviation: {
    words: { plain: '偏离度 偏差率 偏差度 偏离程度 偏差值 偏离率' },
    piece: { rank: 10, pattern: /偏离|偏差/u },
    tells: 'little',
    cells: 'ratio',
    field: 'deviation',
    makesIndicator: false,
    page: 'more',
    judged: true,
  },
  remark: {
    words: {
      plain: '备注 说明 评价分析 评价结果 评价分析/评价结果 评价情况 评分情况 评分说明 得分说明 扣分说明 评分依据',
    },
    piece: { rank: 12, pattern: /备注/u },
    tells: 'much',
    cells: 'text',
    field: 'remark',
    makesIndicator: false,
    page: 'more',
    judged: true,
  },
} as const satisfies Readonly<Record<string, RoleRow>>;

/** What a column of the indicator table is for. */
export type ColumnRole = keyof typeof table;

/** The table, role by role. */
export const roles: Readonly<Record<ColumnRole, RoleRow>> = table;

/** Whether a name, such as one that was kept in a file, is that of a role. */
export function isColumnRole(name: unknown): name is ColumnRole {
  return typeof name === 'string' && Object.hasOwn(roles, name);
}

/** All roles, from left to right as forms have them; columns are given their roles in this order. */
export const columnRoles: readonly ColumnRole[] = Object.keys(roles).filter(isColumnRole);

type Kind = keyof CellKinds;
type RolesRead<K extends Kind = Kind> = {
  [R in ColumnRole]: (typeof table)[R]['cells'] extends K ? R : never;
}[ColumnRole];

/** The property of an indicator that holds what was read of the roles with cells of this kind. */
export type FieldOf<K extends Kind> = (typeof table)[RolesRead<K>]['field'];

/**
 * What an indicator holds of its columns: the reading of each cell; null where the layout has no such column.
 * Which property is whose is in the table above.
 */
export type ColumnFields = {
  readonly [R in RolesRead as (typeof table)[R]['field']]: CellKinds[(typeof table)[R]['cells']] | null;
};

interface Read<K extends Kind> {
  readonly role: ColumnRole;
  readonly field: FieldOf<K>;
}

// Every row of every form is read by these lists; they are made once.
function readAs<K extends Kind>(kind: K): readonly Read<K>[] {
  return columnRoles.flatMap((role) => {
    const { cells, field } = roles[role];
    // The table says so; its type is wider here than the row's own.
    return cells === kind ? [{ role, field: field as FieldOf<K> }] : [];
  });
}

const byKind: { readonly [K in Kind]: readonly Read<K>[] } = {
  points: readAs('points'),
  ratio: readAs('ratio'),
  value: readAs('value'),
  text: readAs('text'),
};

/** The roles whose cells are read as this kind, each with its property. */
export function rolesRead<K extends Kind>(kind: K): readonly Read<K>[] {
  return byKind[kind];
}

/** Roles by what their headings tell of a row. */
export function rolesThatTell(...what: readonly RoleRow['tells'][]): ReadonlySet<ColumnRole> {
  return new Set(columnRoles.filter((role) => what.includes(roles[role].tells)));
}

/** All fields at once, so that every row is an object of one shape. */
const nothing: Readonly<Record<string, null>> = Object.fromEntries(
  Object.values(byKind).flatMap((read) => read.map(({ field }) => [field, null])),
);
const allRead = [...byKind.points, ...byKind.ratio, ...byKind.value, ...byKind.text];

/** Reads all columns of a row: for each kind of cells, how a role's cell is read; null where there is no such column. */
export function readColumns(read: {
  readonly [K in Kind]: (role: ColumnRole, field: FieldOf<K>) => CellKinds[K] | null;
}): ColumnFields {
  const held: Record<string, CellKinds[Kind] | null> = { ...nothing };
  for (const { field, role } of byKind.points) held[field] = read.points(role, field);
  for (const { field, role } of byKind.ratio) held[field] = read.ratio(role, field);
  for (const { field, role } of byKind.value) held[field] = read.value(role, field);
  for (const { field, role } of byKind.text) held[field] = read.text(role, field);
  // Every field of every kind was read just now.
  return held as unknown as ColumnFields;
}

/** The cell that an indicator holds of a role; null where the layout has no such column. */
export function fieldCells(
  indicator: ColumnFields,
): readonly { readonly role: ColumnRole; readonly cell: Cell | null }[] {
  return allRead.map(({ field, role }) => {
    const held = indicator[field];
    return { role, cell: held === null ? null : 'cell' in held ? held.cell : held };
  });
}
