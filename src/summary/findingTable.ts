/** 问题清单: the findings of one form as a table. */
import { type SummaryTable, tableOf, textColumn } from './table';

/** One finding in words. */
export interface WordedFinding {
  readonly severity: string;
  readonly title: string;
  /** A1 addresses. */
  readonly cells: readonly string[];
  readonly message: string;
  readonly remedy: string;
}

type FindingKey = 'severity' | 'title' | 'cells' | 'message' | 'remedy';

/** A row a finding. */
export function findingTable(findings: readonly WordedFinding[]): SummaryTable<FindingKey> {
  return tableOf(
    '问题清单',
    {
      severity: textColumn('级别'),
      title: textColumn('应当做到'),
      cells: textColumn('单元格'),
      message: textColumn('问题'),
      remedy: textColumn('怎么改'),
    },
    findings.map(({ cells, message, remedy, severity, title }) => ({
      ...{ severity, title, message, remedy },
      cells: cells.join('、'),
    })),
  );
}
