/** Scores one row of the rule corpus through a whole form, as a reviewer's form has it. */
import { plain } from '../../src/core/exact';
import { scoreOne } from '../core/score/scoreOne';
import type { RuleCaseText, RuleRow } from './ruleCases';

/** The points of a row, and which points remain possible where none came out. */
export interface RowOutcome {
  readonly points: number | null;
  readonly allows: (points: number) => boolean;
  /** The sum's key. */
  readonly key: string;
}

/** The points that the text gives the row. */
export function scoreRuleRow({ name, weight, text, isExecutionRate }: RuleCaseText, row: RuleRow): RowOutcome {
  const isSatisfaction = name.includes('满意度');
  const rate = /([\d.]+)%/u.exec(row.actual)?.[1] ?? '0';
  const spec = {
    name,
    rule: text,
    target: row.target,
    actual: row.actual,
    weight,
    isExecutionRate,
    level1: isSatisfaction ? '满意度指标' : '产出指标',
    level2: isSatisfaction ? '服务对象满意度指标' : name.includes('成本') ? '成本指标' : '数量指标',
  };
  const funds = isExecutionRate ? { budget: { budget: 100, executed: Number(rate) } } : {};
  const { computed, interval, admissible, derivation } = scoreOne(spec, undefined, funds);
  const allows = (points: number): boolean => {
    const isInside = !interval || (interval.low.lte(points) && interval.high.gte(points));
    return isInside && (!admissible || admissible.some((each) => each.eq(points)));
  };
  return { points: computed ? Number(plain(computed)) : null, allows, key: derivation.key };
}
