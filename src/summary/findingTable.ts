/** 问题清单 of one form as a table, and beside it what the reviewer let pass and what he wrote. */
import type { FormDecided } from './decidedFacts';
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

/** A finding that was let pass, with the reason. */
export interface WordedAcceptance extends WordedFinding {
  readonly reason: string;
}

type AcceptedKey = Exclude<FindingKey, 'remedy'> | 'reason';

/** 说明后通过: a row a finding that the reviewer let pass. */
export function acceptedTable(accepted: readonly WordedAcceptance[]): SummaryTable<AcceptedKey> {
  return tableOf(
    '说明后通过的问题',
    {
      severity: textColumn('级别'),
      title: textColumn('应当做到'),
      cells: textColumn('单元格'),
      message: textColumn('问题'),
      reason: textColumn('通过理由'),
    },
    accepted.map(({ cells, message, reason, severity, title }) => ({
      ...{ severity, title, message, reason },
      cells: cells.join('、'),
    })),
  );
}

/** 复核意见: the one on the form as a whole, then a row an indicator. */
export function opinionTable({ opinions }: FormDecided): SummaryTable<'of' | 'opinion'> {
  return tableOf(
    '复核意见',
    { of: textColumn('指标'), opinion: textColumn('复核意见') },
    opinions.map(({ of, opinion }) => ({ of: of ?? '整张表', opinion })),
  );
}
