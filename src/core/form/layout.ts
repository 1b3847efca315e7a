/** Names the family of a layout by the roles it has and their order; the columns themselves decide, never a position. */
import type { Column, ColumnRole, LayoutId } from './form';

interface Family {
  readonly layout: LayoutId;
  /** Roles that stand in this order from left to right; other columns may stand between. */
  readonly order: readonly ColumnRole[];
  readonly also?: readonly ColumnRole[];
  readonly without?: readonly ColumnRole[];
}

/** The first family that fits is taken. */
const families: readonly Family[] = [
  { layout: 'workpaper', order: ['level3', 'weight'], also: ['reviewed-score'] },
  { layout: 'workpaper', order: ['level3'], also: ['reviewed-actual'] },
  { layout: 'flat', order: ['level3'], also: ['weight', 'score'], without: ['level1', 'level2'] },
  // 转移支付
  { layout: 'transfer', order: ['level3', 'target', 'actual'], without: ['weight', 'score'] },
  // 湖北
  { layout: 'no-weight', order: ['level3', 'target', 'actual', 'score'], without: ['weight'] },
  // 平鲁
  { layout: 'evaluation', order: ['level3', 'weight', 'target', 'rule', 'actual', 'score'], also: ['score-rate'] },
  { layout: 'evaluation', order: ['level3', 'weight', 'explanation', 'rule', 'score'] },
  { layout: 'evaluation', order: ['level3', 'weight', 'explanation', 'target', 'rule', 'actual', 'score'] },
  // 西夏
  { layout: 'rule-column', order: ['level3', 'weight', 'target', 'actual', 'rule', 'score'] },
  { layout: 'rule-column', order: ['level3', 'weight', 'target', 'rule', 'actual', 'score'] },
  // 四川
  { layout: 'weight-first', order: ['level3', 'weight', 'target', 'actual', 'score'], without: ['rule'] },
  { layout: 'weight-first', order: ['level3', 'sign', 'target', 'unit', 'actual', 'weight'], without: ['rule'] },
  // 怀远 and the national form
  { layout: 'national', order: ['level3', 'target', 'actual', 'weight', 'score'], without: ['rule'] },
  // 泾源
  { layout: 'scorecard', order: ['level3', 'weight', 'rule', 'score'], without: ['target', 'actual'] },
  // 怀远 framework
  { layout: 'framework', order: ['level3', 'weight', 'score'], without: ['target', 'actual', 'rule'] },
];

/** The family that the columns belong to; `unfamiliar` when their order is nobody's. */
export function layoutOf(columns: readonly Column[], isTurned: boolean): LayoutId {
  if (isTurned) return 'horizontal';
  const roles = columns.map(({ role }) => role);
  const fits = ({ order, also = [], without = [] }: Family): boolean => {
    const places = order.map((role) => roles.indexOf(role));
    return (
      places.every((place, index) => place > (places[index - 1] ?? -1)) &&
      also.every((role) => roles.includes(role)) &&
      !without.some((role) => roles.includes(role))
    );
  };
  return families.find(fits)?.layout ?? 'unfamiliar';
}
