/** What writes into the workbook, takes back what was written, and shows a cell of it. */
import { succeeded } from '../../port/outcome';
import type { Actions } from '../context';
import type { PaneServices } from '../services';
import type { Runner } from './runner';

/** Exact sums are no part of the first paint; they come with the result that is written from. */
const loadChoosing = () => import(/* webpackChunkName: "result" */ '../../core/report/chooseEdits');

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
        async () => {
          // Before anything is written: what tells of it must be there.
          const { chooseEdits } = await loadChoosing();
          const outcome = await services.apply(plan, { editIds, marks });
          if (!outcome.ok) return outcome;
          return succeeded({ applied: outcome.value, edits: chooseEdits(plan, new Set(editIds)) });
        },
        ({ applied, edits }) => {
          listApplied();
          return { type: 'applied', applied, edits };
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
