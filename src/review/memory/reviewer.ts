/** Reviews a workbook with everything that was remembered about it, and remembers what the reviewer decides. */
import type { Finding } from '../../core/checks/finding';
import type { Decision, FormState } from '../../core/decisions/decision';
import { noDocuments } from '../../core/documents/documents';
import type { Exact } from '../../core/exact';
import { type ColumnMapping, mappingOf } from '../../core/form/columnMapping';
import type { ColumnRole } from '../../core/form/form';
import { explain, speaksOf } from '../../core/report/explained';
import type { RecogniseOwn } from '../../core/report/recogniseOwn';
import type { FormReport, SheetReport } from '../../core/report/report';
import { stateOf } from '../../core/report/formState';
import { stateDecision } from '../../core/report/rounds';
import { type TriedRule, tryRule } from '../../core/report/tryRule';
import { besideWeight } from '../../core/rubric/awardsAboveWeight';
import type { CompiledRule } from '../../core/rubric/compiledRule';
import { compileRule } from '../../core/rubric/compileRule';
import { parseOwnRubric, withOwnName } from '../../core/rubric/parseOwnRubric';
import { type ParsedRubric, rubricToJson } from '../../core/rubric/parseRubric';
import { profiles } from '../../core/rubric/profiles';
import type { Rubric } from '../../core/rubric/rubric';
import type { CellRef } from '../../core/sheet/cellRef';
import type { Snapshot } from '../../core/sheet/snapshot';
import { succeeded } from '../../port/outcome';
import type { Outcome, Workbook } from '../../port/workbook';
import { Ahead, type WaitForIdle } from '../ahead';
import type { ElsewhereFor } from '../besideFiles';
import type { ReviewProgress, WorkbookReport } from '../reviewWorkbook';
import { acceptedKind } from './accepted';
import { decide, type DecisionOutcome, undo } from './decide';
import { adoptBrought, decideMapping, decideRubric, forgetMapping, refuseBrought } from './deciding';
import { takeFirstRound } from './firstRound';
import { parseJson } from './kept';
import { decisionsKey } from './keptDecisions';
import { rubricKey } from './keptRubric';
import { knownWording } from './knownWordings';
import { mappingsKey } from './mappings';
import type { Preferences } from './preferences';
import type { ReviewedSheet, Unreadable } from './reviewed';
import { lookAhead, reviewEvery, type ReviewGround, reviewOne, reviewRead } from './reviewing';
import type { Seal } from './seal';
import { createStore } from './store';

/** Which header cell stands for which role. */
export interface ColumnPick {
  readonly role: ColumnRole;
  readonly header: CellRef;
}

/** A rubric read from a text, everything that is wrong with it, or a text that is no JSON at all. */
type ReadRubric = ParsedRubric | { readonly ok: false; readonly problems: null };

type Undated<Said> = Said extends Decision ? Omit<Said, 'at'> : never;

/** A decision as it is wanted, before it is dated. */
export type WantedDecision = Undated<Decision>;

/** The use cases of one workbook. */
export interface Reviewer {
  /** Reviews the sheet of this id, or the active one. */
  review(sheetId?: string): Promise<Outcome<ReviewedSheet>>;
  /**
   * Reviews the sheet of this id, or the active one, before anybody asks, in turns of idle time; `review` takes it over
   * where nothing changed. Null: it could not be read just now, or somebody asked meanwhile.
   */
  lookAhead(waitForIdle: WaitForIdle, sheetId?: string): Promise<ReviewedSheet | null>;
  /** Reviews every sheet with what is remembered of each; `isCancelled` is asked between round trips. */
  reviewAll(
    onProgress: (progress: ReviewProgress) => void | Promise<void>,
    isCancelled: () => boolean,
  ): Promise<Outcome<WorkbookReport>>;
  /**
   * 说明后通过: lets a finding of the form at that place of the sheet pass for a reason or, with a null reason, takes that
   * back. A score that a person gave the row contradicts it, and nothing is kept.
   */
  accept(
    sheet: ReviewedSheet,
    form: number,
    finding: Finding,
    reason: string | null,
  ): Promise<Outcome<DecisionOutcome>>;
  /**
   * Keeps a decision about a form of the sheet, dated now. Another answer to the same question contradicts it and nothing
   * is kept, unless it is to be replaced; nor is anything kept that would have no effect.
   */
  decide(sheet: ReviewedSheet, wanted: WantedDecision, replaces?: boolean): Promise<Outcome<DecisionOutcome>>;
  /**
   * Says where the form at that place of the sheet stands, here and on this machine; null: nobody looked at it. Returning it
   * keeps what was found for the next round; `told`: the findings that the unit is told of, else all.
   */
  setState(
    sheet: SheetReport,
    form: number,
    state: FormState | null,
    told?: readonly Finding[],
  ): Promise<Outcome<ReviewedSheet>>;
  /**
   * Takes the sheets of an earlier file as what was returned of the same projects; the sheet comes back held against them,
   * or null where there is no form of the same project.
   */
  takeFirstRound(sheet: ReviewedSheet, earlier: readonly Snapshot[]): Promise<Outcome<ReviewedSheet | null>>;
  /** Takes a decision back; the sheet comes back reviewed without it. */
  undo(sheet: ReviewedSheet, decision: Decision): Promise<Outcome<ReviewedSheet>>;
  /** Reviews with the user's picks and keeps them; null where the row of the picks holds no words to know it by. */
  mapColumns(sheetId: string, picks: readonly ColumnPick[]): Promise<Outcome<ReviewedSheet | null>>;
  /** Keeps a mapping that was offered, and reviews with it. */
  useMapping(sheetId: string, mapping: ColumnMapping): Promise<Outcome<ReviewedSheet>>;
  /** Forgets the mapping of a header row, here and for other workbooks, and reviews without it. */
  forgetMapping(sheetId: string, mapping: ColumnMapping): Promise<Outcome<ReviewedSheet>>;
  /** Keeps a rubric for the workbook; with null every form is reviewed by the one that its contents tell. */
  chooseRubric(rubric: Rubric | null): Promise<Outcome<null>>;
  /** Throws away what was kept and cannot be read. */
  forget(sheetId: string, part: Unreadable): Promise<Outcome<null>>;
  /** Makes our own what came with the file, and reviews with it. */
  adopt(sheet: ReviewedSheet): Promise<Outcome<ReviewedSheet>>;
  /** Turns down what came with the file: it is not offered again on this machine. The file is not touched. */
  refuse(sheet: ReviewedSheet): Promise<Outcome<ReviewedSheet>>;
  /** A rule text clause by clause, read and unread; what gives more than the row's weight (points) is a problem of it. */
  readRule(text: string, isExecutionRate: boolean, weight: Exact | null): CompiledRule;
  /** What the reviewer wrote for the same rule text, here or in another workbook: an offer; null where nothing. */
  knownWording(text: string): string | null;
  /** What a sentence would mean for a row, before it is decided; null where the row has no rule text of its own. */
  tryRule(report: FormReport, indicator: string, means: string): TriedRule | null;
  /** The built-in rubrics, the default first. */
  rubrics(): readonly Rubric[];
  readRubric(text: string): ReadRubric;
  /** A rubric as JSON to edit and import again; one that came with the add-in gets a name of its own. */
  rubricText(rubric: Rubric): string;
}

/**
 * Makes the use cases over a workbook and what its user prefers; `recogniseOwn` knows the sheets that we made, and
 * `seal` what this installation kept; `elsewhere` tells what stands in the other files of a batch.
 */
export function createReviewer(
  workbook: Workbook,
  preferences: Preferences,
  recogniseOwn: RecogniseOwn,
  seal: Seal,
  now: () => string,
  elsewhere: ElsewhereFor = () => noDocuments,
): Reviewer {
  const store = createStore(workbook, seal);
  const ahead = new Ahead();
  const ground: ReviewGround = { workbook, store, seal, preferences, recogniseOwn, now, elsewhere, ahead };
  const afterwards = async (done: Outcome<unknown>, sheetId: string): Promise<Outcome<ReviewedSheet>> =>
    done.ok ? reviewOne(ground, sheetId) : done;
  return {
    review: (sheetId) => reviewOne(ground, sheetId),
    lookAhead: (waitForIdle, sheetId) => lookAhead(ground, waitForIdle, sheetId),
    reviewAll: (onProgress, isCancelled) => reviewEvery(ground, onProgress, isCancelled),
    async accept(sheet, form, finding, reason) {
      const report = sheet.forms[form];
      if (!report) throw new Error(`there is no form ${form} on the sheet`);
      if (reason === null) {
        const passed = report.accepted.find(({ decision }) => speaksOf(decision, finding));
        const undone = passed ? await undo(ground, sheet.sheetId, passed.decision) : succeeded(sheet);
        return undone.ok ? succeeded({ kind: 'kept', sheet: undone.value }) : undone;
      }
      return decide(ground, sheet.sheetId, explain(report.key, finding, reason, now()), true);
    },
    decide: (sheet, wanted, replaces = false) => decide(ground, sheet.sheetId, { ...wanted, at: now() }, replaces),
    async setState(sheet, form, state, told) {
      const report = sheet.forms[form];
      if (!report) throw new Error(`there is no form ${form} on the sheet`);
      if (state === null) {
        const before = stateOf(report);
        return before ? undo(ground, sheet.sheetId, before) : reviewOne(ground, sheet.sheetId);
      }
      const decided = await decide(ground, sheet.sheetId, stateDecision(report, state, now(), told), true);
      if (!decided.ok) return decided;
      // A form that is not there any more has no state: the sheet comes back as it is now.
      return 'sheet' in decided.value ? succeeded(decided.value.sheet) : reviewOne(ground, sheet.sheetId);
    },
    takeFirstRound: (sheet, earlier) => takeFirstRound(ground, sheet, earlier),
    undo: (sheet, decision) => undo(ground, sheet.sheetId, decision),
    async mapColumns(sheetId, picks) {
      const read = await workbook.read(sheetId);
      if (!read.ok) return read;
      const mapping = mappingOf(read.value, picks);
      if (!mapping) return succeeded(null);
      const done = await decideMapping(ground, mapping);
      return done.ok ? reviewRead(ground, read.value) : done;
    },
    useMapping: async (sheetId, mapping) => afterwards(await decideMapping(ground, mapping), sheetId),
    forgetMapping: async (sheetId, mapping) => afterwards(await forgetMapping(ground, mapping), sheetId),
    chooseRubric: (rubric) => decideRubric(ground, rubric),
    forget: (sheetId, part) =>
      store.forget(
        {
          accepted: acceptedKind(sheetId, []).key,
          columns: mappingsKey,
          decisions: decisionsKey,
          rubric: rubricKey,
        }[part],
      ),
    adopt: async (sheet) => afterwards(await adoptBrought(ground, sheet), sheet.sheetId),
    refuse(sheet) {
      refuseBrought(ground, sheet);
      return reviewOne(ground, sheet.sheetId);
    },
    readRule: (text, isExecutionRate, weight) => besideWeight(compileRule(text, { isExecutionRate }), weight),
    knownWording: (text) => knownWording(ground, text),
    tryRule,
    rubrics: () => profiles,
    readRubric(text) {
      const parsed = parseJson(text);
      return parsed === undefined ? { ok: false, problems: null } : parseOwnRubric(parsed);
    },
    rubricText: (rubric) =>
      JSON.stringify(rubricToJson(withOwnName(rubric, { id: '-edited', title: '（修改稿）' })), null, 2),
  };
}
