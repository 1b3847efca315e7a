/** 第二轮对照: what became of what was returned to the unit, as a table. */
import type { PointFate } from '../core/report/roundFates';
import { type SummaryTable, tableOf, textColumn } from './table';

/** One point in words; `fate` null: it was not there in the first round. */
export interface WordedPoint {
  readonly fate: PointFate | null;
  readonly severity: string;
  /** The indicator; null: the form as a whole. */
  readonly name: string | null;
  readonly title: string;
  /** Where it stands now, or stood then, as A1 addresses. */
  readonly cells: string;
}

/** How the fates are called in official papers. */
const fateNames: Readonly<Record<PointFate, string>> = {
  mended: '已改',
  unchanged: '未改',
  answered: '改了说明',
  changed: '改了数，仍有问题',
  accepted: '说明后通过',
  'row-gone': '这一行没有了',
  unsure: '核对不了',
};

/** The rounds in one line: how many points are settled, left and new. */
export function roundSentence(points: readonly WordedPoint[]): string {
  const count = (...fates: readonly (PointFate | null)[]): number =>
    points.filter(({ fate }) => fates.includes(fate)).length;
  const returned = points.length - count(null);
  const others = count('answered', 'changed', 'row-gone', 'unsure');
  return `第二轮：退回 ${returned} 项，已改 ${count('mended')}，说明后通过 ${count('accepted')}，未改 ${count('unchanged')}，有答复 ${others}；新出现 ${count(null)}`;
}

type RoundKey = 'fate' | 'severity' | 'name' | 'title' | 'cells';

/** A row a point. */
export function roundTable(points: readonly WordedPoint[]): SummaryTable<RoundKey> {
  return tableOf(
    '第二轮对照',
    {
      fate: textColumn('结果'),
      severity: textColumn('级别'),
      name: textColumn('指标'),
      title: textColumn('应当做到'),
      cells: textColumn('单元格'),
    },
    points.map(({ cells, fate, name, severity, title }) => ({
      fate: fate === null ? '新出现' : fateNames[fate],
      name: name ?? '整张表',
      ...{ severity, title, cells },
    })),
  );
}
