/** 问题清单: the findings of one form as a table. */
import type { SummaryTable } from './table';

/** One finding in words. */
export interface WordedFinding {
  readonly severity: string;
  readonly title: string;
  /** A1 addresses. */
  readonly cells: readonly string[];
  readonly message: string;
  readonly remedy: string;
}

/** findings × (severity, what must hold, cells, what is wrong, what to do). */
export function findingTable(findings: readonly WordedFinding[]): SummaryTable {
  return {
    title: '问题清单',
    columns: ['级别', '应当做到', '单元格', '问题', '怎么改'].map((title) => ({ title, kind: 'text' as const })),
    rows: findings.map(({ cells, message, remedy, severity, title }) => [
      severity,
      title,
      cells.join('、'),
      message,
      remedy,
    ]),
  };
}
