/** What the reviewer says and the workbook or the browser keeps: accepted findings, columns, rules, settings. */
import type { Actions } from '../context';
import type { PaneServices } from '../services';
import { keepSettings } from '../settings';
import type { LongTask } from '../state';
import { reviewOf } from './reviewing';
import type { Runner } from './runner';

const keep: LongTask = { kind: 'keep' };

type Deciding =
  | 'accept'
  | 'mapColumns'
  | 'useMapping'
  | 'forgetMapping'
  | 'chooseRubric'
  | 'forget'
  | 'adopt'
  | 'refuse'
  | 'changeSettings';

/** The actions that keep something; where a sheet is shown it is reviewed with it. */
export function deciding(runner: Runner, services: PaneServices): Pick<Actions, Deciding> {
  return {
    accept: (sheet, form, finding, reason) =>
      runner.run(
        { kind: 'accept' },
        () => services.accept(sheet, form, finding, reason),
        (report) => ({ type: 'accepted', report }),
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
    useMapping: (sheetId, mapping) => runner.review(keep, () => services.useMapping(sheetId, mapping)),
    forgetMapping: (sheetId, mapping) => runner.review(keep, () => services.forgetMapping(sheetId, mapping)),
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
    adopt: (sheet) => runner.review(keep, () => services.adopt(sheet)),
    refuse: (sheet) => runner.review(keep, () => services.refuse(sheet)),
    changeSettings: (settings) => {
      keepSettings(services.preferences, settings);
      runner.dispatch({ type: 'settings-changed', settings });
    },
  };
}
