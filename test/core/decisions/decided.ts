/** A form with open rows of every kind, and decisions about it, for the tests of what decisions do. */
import type { Decision, ExplainedDecision, ScoreDecision } from '../../../src/core/decisions/decision';
import { basisOf } from '../../../src/core/decisions/basis';
import { ruleKey } from '../../../src/core/decisions/formDecisions';
import { explain } from '../../../src/core/report/explained';
import type { FormReport, SheetReport } from '../../../src/core/report/report';
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import { markedSheet } from '../../support/markedSheet';

const head =
  '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 评分标准 | 偏差原因分析及改进措施 |';

/** The rule text that nobody but a person understands. */
export const unreadRule = '根据考核等次折算计分';

/** Two rows by a rule that is not understood, one of two directions, one judged by a person, one settled and wrong. */
export const rows = [
  `| 产出指标 | 数量指标 | 培训人数 | 100人 | 80人 | 20 | 20 | ${unreadRule} | |`,
  `| 产出指标 | 质量指标 | 考核得分 | 100分 | 90分 | 20 | 20 | ${unreadRule} | |`,
  '| 产出指标 | 成本指标 | 户均用量 | 50 | 60 | 20 | 20 | | |',
  '| 效益指标 | 社会效益指标 | 服务能力 | 有所提升 | 有所提升 | 20 | 20 | 酌情得分 | |',
  '| 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 81% | 20 | 20 | | |',
  '| 总分 | < | < | < | < | 100 | 100 | | |',
] as const;

export interface SheetSpec {
  readonly project?: string;
  readonly rows?: readonly string[];
}

export function sheetText({ project = '农村道路养护', rows: lines = rows }: SheetSpec = {}): string {
  return [`| 项目名称 | ${project} | | | | | | | |`, head, ...lines].join('\n');
}

export function review(decisions: readonly Decision[] = [], spec: SheetSpec = {}): SheetReport {
  return reviewSnapshot(markedSheet(sheetText(spec)).snapshot, { decisions });
}

export function formOf(sheet: SheetReport, place = 0): FormReport {
  const form = sheet.forms[place];
  if (!form) throw new Error('the fixture is no form');
  return form;
}

export function rowOf(form: FormReport, name: string) {
  const row = form.scores.indicators.find(({ indicator }) => indicator.name.text === name);
  if (!row) throw new Error(`no row ${name}`);
  return row;
}

const at = '2026-03-01T08:00:00.000Z';

export function scoreDecision(form: FormReport, name: string, score: string, reason = '佐证材料不全'): ScoreDecision {
  const { indicator } = rowOf(form, name);
  return { kind: 'score', at, form: form.key, indicator: indicator.key, score, reason, basis: basisOf(indicator) };
}

export function premiseDecision(form: FormReport, name: string, choice: string): Decision {
  const { indicator } = rowOf(form, name);
  return { kind: 'premise', at, form: form.key, indicator: indicator.key, about: 'direction', choice, facts: {} };
}

export function ruleDecision(means: string, text = unreadRule): Decision {
  return { kind: 'rule', at, text: ruleKey(text), means };
}

export function explainedDecision(
  form: FormReport,
  check: string,
  name: string | null,
  reason = '已核实',
): ExplainedDecision {
  const key = name === null ? null : rowOf(form, name).indicator.key;
  const finding = form.findings.find((one) => one.check === check && one.indicator === key);
  if (!finding) throw new Error(`no finding ${check}`);
  return explain(form.key, finding, reason, at);
}
