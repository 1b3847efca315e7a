/** What the reviewer says and the workbook or the browser keeps: accepted findings, columns, rules, settings. */
import { succeeded } from '../../port/outcome';
import type { Outcome } from '../../port/workbook';
import type { DecisionOutcome } from '../../review/memory/decide';
import type { ReviewedSheet } from '../../review/memory/reviewed';
import type { Actions, RefusedDecision } from '../context';
import type { PaneServices } from '../services';
import { keepSettings } from '../settings';
import type { LongTask, PaneEvent } from '../state';
import { reviewOf } from './reviewing';
import type { Runner } from './runner';

const keep: LongTask = { kind: 'keep' };

type Deciding =
  | 'accept'
  | 'decide'
  | 'undo'
  | 'setState'
  | 'returnForms'
  | 'takeFirstRound'
  | 'mapColumns'
  | 'useMapping'
  | 'forgetMapping'
  | 'chooseRubric'
  | 'forget'
  | 'adopt'
  | 'refuse'
  | 'changeSettings';

/** The sheet with what was kept; or nothing but the news of the refusal, and what could not be read is named then. */
function told(outcome: DecisionOutcome, refused: (because: RefusedDecision) => void): PaneEvent {
  if (outcome.kind === 'kept') return { type: 'accepted', report: outcome.sheet };
  refused(outcome);
  return outcome.kind === 'unreadable' ? { type: 'accepted', report: outcome.sheet } : { type: 'kept' };
}

/** The actions that keep something; where a sheet is shown it is reviewed with it. */
export function deciding(runner: Runner, services: PaneServices): Pick<Actions, Deciding> {
  /** Passes on a verb that keeps something and comes back with the sheet. */
  const kept =
    <Asked extends readonly unknown[]>(verb: (...asked: Asked) => Promise<Outcome<ReviewedSheet>>) =>
    (...asked: Asked): void =>
      runner.review(keep, () => verb(...asked));
  return {
    accept: (sheet, form, finding, reason, refused) =>
      runner.run(
        { kind: 'accept' },
        () => services.accept(sheet, form, finding, reason),
        (outcome) => told(outcome, refused),
      ),
    decide: (sheet, wanted, replaces, refused) =>
      runner.run(
        keep,
        () => services.decide(sheet, wanted, replaces),
        (outcome) => told(outcome, refused),
      ),
    undo: (...asked) =>
      runner.run(
        keep,
        () => services.undo(...asked),
        (report) => ({ type: 'accepted', report }),
      ),
    setState: (...asked) =>
      runner.run(
        keep,
        () => services.setState(...asked),
        (report) => ({ type: 'state-said', report }),
      ),
    returnForms: (forms) =>
      runner.run(
        keep,
        async (attempt) => {
          for (const { form, sheet, told } of forms) {
            const done = await services.setState(sheet, form, 'returned', told);
            if (!done.ok) return done;
            // Who no longer waits wants no more of them.
            if (attempt.isAbandoned) break;
            attempt.heard();
            runner.dispatch({ type: 'form-returned', report: done.value });
          }
          return succeeded(null);
        },
        () => ({ type: 'kept' }),
      ),
    takeFirstRound: (sheet, file, other) =>
      runner.run(
        keep,
        async () => {
          const { readEarlier } = services;
          if (!readEarlier) throw new Error('no file can be read here');
          const read = await readEarlier(file);
          if (!read.ok) return read;
          return services.takeFirstRound(
            sheet,
            read.value.sheets.map(({ snapshot }) => snapshot),
          );
        },
        (report) => {
          if (report) return { type: 'state-said', report };
          other();
          return { type: 'kept' };
        },
      ),
    mapColumns: (sheetId, picks, refused) => {
      const began = performance.now();
      runner.run(
        keep,
        () => services.mapColumns(sheetId, picks),
        (report) => {
          if (report) return { type: 'reviewed', report, time: performance.now() - began };
          refused();
          return { type: 'kept' };
        },
      );
    },
    useMapping: kept(services.useMapping),
    forgetMapping: kept(services.forgetMapping),
    chooseRubric: (rubric, sheetId) => {
      if (sheetId === null) {
        runner.run(
          keep,
          () => services.chooseRubric(rubric),
          () => ({ type: 'kept' }),
        );
        return;
      }
      runner.review(keep, async () => {
        const kept = await services.chooseRubric(rubric);
        return kept.ok ? reviewOf(services, sheetId) : kept;
      });
    },
    forget: (sheetId, part) =>
      runner.review(keep, async () => {
        const forgotten = await services.forget(sheetId, part);
        return forgotten.ok ? reviewOf(services, sheetId) : forgotten;
      }),
    adopt: kept(services.adopt),
    refuse: kept(services.refuse),
    changeSettings: (settings) => {
      keepSettings(services.preferences, settings);
      runner.dispatch({ type: 'settings-changed', settings });
    },
  };
}
