/** Wires the pane to a workbook: the use cases that it may ask for, each fetched when it is first needed. */
import manifest from '../../package.json';
import type { PaneServices } from '../pane/services';
import type { Preferences } from '../review/memory/preferences';
import type { Reviewer } from '../review/memory/reviewer';
import type { Seal } from '../review/memory/seal';
import type { Workbook } from '../port/workbook';

/** The core is half of the script and no part of the first paint: it is fetched once the pane stands. */
const loadReview = () => import(/* webpackChunkName: "review" */ '../review/memory/reviewer');
const loadOwnPapers = () => import(/* webpackChunkName: "review" */ '../papers/ownPaper');
const loadWriting = () => import(/* webpackChunkName: "review" */ '../review/applyAndRecord');
const loadReverting = () => import(/* webpackChunkName: "review" */ '../review/revertApply');
const loadSeal = () => import(/* webpackChunkName: "review" */ '../review/memory/seal');
const loadPapers = () => import(/* webpackChunkName: "papers" */ './panePapers');

/** The page of a check; all pages come as one file, when the first is asked for. */
async function helpOf(check: string): Promise<string> {
  const page = (await import(
    /* webpackMode: "lazy-once", webpackChunkName: "help", webpackInclude: /README\.md$/ */ `../core/checks/${check}/README.md`
  )) as { readonly default: string };
  return page.default;
}

/** Fetches the core ahead of the first review. */
export async function prepareReview(): Promise<void> {
  await Promise.all([loadReview(), loadOwnPapers()]);
}

/** What the pane can have done, on this workbook. */
export function servicesOn(
  workbook: Workbook,
  preferences: Preferences,
  cleanCopy: PaneServices['cleanCopy'] = null,
): PaneServices {
  let made: Promise<Reviewer> | null = null;
  const seal = async (): Promise<Seal> =>
    (await loadSeal()).sealOf(preferences, (bytes) => void crypto.getRandomValues(bytes));
  const reviewer = (): Promise<Reviewer> =>
    (made ??= Promise.all([loadReview(), loadOwnPapers(), seal()]).then(
      ([{ createReviewer }, { recogniseOwn }, ours]) => createReviewer(workbook, preferences, recogniseOwn, ours),
    ));
  return {
    version: manifest.version,
    preferences,
    capabilities: () => workbook.capabilities(),
    review: async ({ sheetId }) => (await reviewer()).review(sheetId),
    reviewAll: async (onProgress, isCancelled) => (await reviewer()).reviewAll(onProgress, isCancelled),
    accept: async (sheet, form, finding, reason) => {
      const useCases = await reviewer();
      return reason === null ? useCases.withdraw(sheet, form, finding) : useCases.accept(sheet, form, finding, reason);
    },
    mapColumns: async (sheetId, picks) => (await reviewer()).mapColumns(sheetId, picks),
    useMapping: async (sheetId, mapping) => (await reviewer()).useMapping(sheetId, mapping),
    forgetMapping: async (sheetId, mapping) => (await reviewer()).forgetMapping(sheetId, mapping),
    chooseRubric: async (rubric) => (await reviewer()).chooseRubric(rubric),
    forget: async (sheetId, part) => (await reviewer()).forget(sheetId, part),
    adopt: async (sheet) => (await reviewer()).adopt(sheet),
    refuse: async (sheet) => (await reviewer()).refuse(sheet),
    rubrics: async () => (await reviewer()).rubrics(),
    readRubric: async (text) => (await reviewer()).readRubric(text),
    rubricText: async (rubric) => (await reviewer()).rubricText(rubric),
    helpOf,
    apply: async (plan, choice) =>
      (await loadWriting()).applyAndRecord(workbook, plan, choice, new Date().toISOString(), await seal()),
    listApplied: async () => (await loadReverting()).listApplied(workbook, await seal()),
    revert: async (entryId) => (await loadReverting()).revertApply(workbook, entryId, await seal()),
    writePaper: async (request, manner) => (await loadPapers()).writePaperFor(workbook, request, manner, await seal()),
    conclusion: async (form) => (await loadPapers()).conclusionOf(form),
    cleanCopy,
    unmark: (sheetId) => workbook.unmark(sheetId),
    reveal: (sheetId, cell) => workbook.reveal(sheetId, cell),
    selection: () => workbook.selection(),
    watch: (onChange) => workbook.watch(onChange),
  };
}
