/** What writes into the workbook, takes back what was written, and shows a cell of it. */
import { chooseEdits } from '../../core/report/chooseEdits';
import type { Actions } from '../context';
import type { PaneServices } from '../services';
import type { Runner } from './runner';

/** The actions that write. */
export function writing(
  runner: Runner,
  services: PaneServices,
): Pick<Actions, 'apply' | 'listApplied' | 'revert' | 'writePaper' | 'unmark' | 'reveal'> {
  const listApplied = (): void =>
    runner.ask(
      { kind: 'list-applied' },
      () => services.listApplied(),
      (history) => ({ type: 'history-read', history }),
    );
  return {
    listApplied,
    apply: ({ plan }, editIds, marks) =>
      runner.run(
        { kind: 'apply' },
        () => services.apply(plan, { editIds, marks }),
        (applied) => {
          listApplied();
          return { type: 'applied', applied, edits: chooseEdits(plan, new Set(editIds)) };
        },
      ),
    revert: (entryId) =>
      runner.run(
        { kind: 'revert', entryId },
        () => services.revert(entryId),
        (reverted) => {
          listApplied();
          return { type: 'reverted', reverted };
        },
      ),
    writePaper: (request, manner) => {
      const { kind } = request;
      runner.run(
        { kind: 'paper', paper: kind },
        () => services.writePaper(request, manner),
        (written) => ({ type: 'paper-written', paper: { kind, written } }),
      );
    },
    unmark: (sheetId) =>
      runner.run(
        { kind: 'unmark' },
        () => services.unmark(sheetId),
        ({ left = 0, removed }) => ({ type: 'unmarked', removed, left }),
      ),
    reveal: (sheetId, cell, then) =>
      runner.ask(
        { kind: 'reveal' },
        () => services.reveal(sheetId, cell),
        () => ({ type: 'revealed', sheetId }),
        then,
      ),
  };
}
