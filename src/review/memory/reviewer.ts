/** Reviews a workbook with everything that was remembered about it, and remembers what the reviewer decides. */
import type { Finding } from '../../core/checks/finding';
import { type ColumnMapping, mappingOf } from '../../core/form/columnMapping';
import type { ColumnRole } from '../../core/form/form';
import type { RecogniseOwn } from '../../core/report/recogniseOwn';
import { type ReviewChoices, reviewSnapshot } from '../../core/report/reviewSnapshot';
import { parseRubric, type ParsedRubric, rubricToJson } from '../../core/rubric/parseRubric';
import { profiles } from '../../core/rubric/profiles';
import type { Rubric } from '../../core/rubric/rubric';
import type { CellRef } from '../../core/sheet/cellRef';
import type { Snapshot } from '../../core/sheet/snapshot';
import { succeeded } from '../../port/outcome';
import type { Outcome, Workbook } from '../../port/workbook';
import { type ReviewProgress, reviewWorkbook, type WorkbookReport } from '../reviewWorkbook';
import { accept, acceptedKey, type Acceptance, readAccepted, textOfAccepted, withdraw } from './accepted';
import { type Kept, parseJson } from './kept';
import { readRubric, rubricKey, textOfRubric } from './keptRubric';
import {
  type AnonymousMapping,
  anonymousMappingFor,
  mappingFor,
  mappingsKey,
  readAnonymousMappings,
  readMappings,
  textOfMappings,
  withAnonymous,
  withMapping,
  withoutAnonymous,
  withoutMapping,
} from './mappings';
import type { Preferences } from './preferences';
import { type ReviewedSheet, type Unreadable, withAccepted } from './reviewed';

/** Which header cell stands for which role. */
export interface ColumnPick {
  readonly role: ColumnRole;
  readonly header: CellRef;
}

/** A rubric read from a text, everything that is wrong with it, or a text that is no JSON at all. */
export type ReadRubric = ParsedRubric | { readonly ok: false; readonly problems: null };

/** The use cases of one workbook. */
export interface Reviewer {
  /** Reviews the sheet of this id, or the active one. */
  review(sheetId?: string): Promise<Outcome<ReviewedSheet>>;
  /** Reviews every sheet with what is remembered of each; `isCancelled` is asked between round trips. */
  reviewAll(
    onProgress: (progress: ReviewProgress) => void | Promise<void>,
    isCancelled: () => boolean,
  ): Promise<Outcome<WorkbookReport>>;
  /** Accepts a finding of the form at that place of the sheet; the sheet comes back with the finding parted. */
  accept(sheet: ReviewedSheet, form: number, finding: Finding, reason: string): Promise<Outcome<ReviewedSheet>>;
  /** Takes an acceptance back. */
  withdraw(sheet: ReviewedSheet, form: number, finding: Finding): Promise<Outcome<ReviewedSheet>>;
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
  /** The built-in rubrics, the default first. */
  rubrics(): readonly Rubric[];
  readRubric(text: string): ReadRubric;
  /** A rubric as JSON to edit and import again. */
  rubricText(rubric: Rubric): string;
}

const valueOr = <T>(kept: Kept<T>, otherwise: T): T => (kept.kind === 'value' ? kept.value : otherwise);

interface Remembered {
  readonly columns: Kept<readonly ColumnMapping[]>;
  readonly rubric: Kept<Rubric>;
}

function choicesFor(snapshot: Snapshot, { columns, rubric }: Remembered): ReviewChoices {
  const mapping = mappingFor(snapshot, valueOr(columns, []));
  return { ...(rubric.kind === 'value' ? { rubric: rubric.value } : {}), ...(mapping ? { mapping } : {}) };
}

/** Makes the use cases over a workbook and what its user prefers; `recogniseOwn` knows the sheets that we made. */
export function createReviewer(workbook: Workbook, preferences: Preferences, recogniseOwn: RecogniseOwn): Reviewer {
  const preferred = (): readonly AnonymousMapping[] => valueOr(readAnonymousMappings(preferences.get(mappingsKey)), []);

  // Asking the workbook costs a round trip each; what it said once is known until it is changed here.
  const known = new Map<string, string | null>();
  async function recall(key: string): Promise<Outcome<string | null>> {
    const text = known.get(key);
    return text === undefined ? recallAnew(key) : succeeded(text);
  }
  async function recallAnew(key: string): Promise<Outcome<string | null>> {
    const recalled = await workbook.recall(key);
    if (recalled.ok) known.set(key, recalled.value);
    return recalled;
  }
  async function remember(key: string, text: string | null): Promise<Outcome<null>> {
    known.delete(key);
    return workbook.remember(key, text);
  }

  /** What is remembered for all sheets of the workbook. */
  async function recallForAll(): Promise<Outcome<Remembered>> {
    const [columns, rubric] = await Promise.all([recall(mappingsKey), recall(rubricKey)]);
    if (!columns.ok) return columns;
    if (!rubric.ok) return rubric;
    return succeeded({ columns: readMappings(columns.value), rubric: readRubric(rubric.value) });
  }

  /** Reviews what was read, with everything that is remembered about the workbook. */
  async function reviewRead(snapshot: Snapshot): Promise<Outcome<ReviewedSheet>> {
    const [accepted, remembered] = await Promise.all([recall(acceptedKey(snapshot.sheetId)), recallForAll()]);
    if (!accepted.ok) return accepted;
    if (!remembered.ok) return remembered;
    const kept = { ...remembered.value, accepted: readAccepted(accepted.value) };
    const choices = { ...choicesFor(snapshot, kept), recogniseOwn };
    const report = reviewSnapshot(snapshot, choices);
    const parts = ['accepted', 'columns', 'rubric'] as const;
    return succeeded({
      ...report,
      forms: withAccepted(report.forms, valueOr(kept.accepted, [])),
      mapping: choices.mapping ?? null,
      offeredMapping: choices.mapping ? null : anonymousMappingFor(snapshot, preferred()),
      unreadable: parts.filter((part) => kept[part].kind === 'unreadable'),
    });
  }

  async function reviewAll(
    onProgress: (progress: ReviewProgress) => void | Promise<void>,
    isCancelled: () => boolean,
  ): Promise<Outcome<WorkbookReport>> {
    const remembered = await recallForAll();
    if (!remembered.ok) return remembered;
    const reviewed = await reviewWorkbook(workbook, onProgress, isCancelled, (snapshot) => ({
      ...choicesFor(snapshot, remembered.value),
      recogniseOwn,
    }));
    if (!reviewed.ok) return reviewed;
    const sheets: WorkbookReport['sheets'][number][] = [];
    for (const { report, sheet } of reviewed.value.sheets) {
      if (!report.ok || report.value.forms.length === 0) {
        sheets.push({ sheet, report });
        continue;
      }
      const accepted = await recall(acceptedKey(sheet.id));
      if (!accepted.ok) return accepted;
      const forms = withAccepted(report.value.forms, valueOr(readAccepted(accepted.value), []));
      sheets.push({ sheet, report: succeeded({ ...report.value, forms }) });
    }
    return succeeded({ ...reviewed.value, sheets });
  }

  async function review(sheetId?: string): Promise<Outcome<ReviewedSheet>> {
    const read = await workbook.read(sheetId);
    return read.ok ? reviewRead(read.value) : read;
  }

  async function keepAccepted(
    sheet: ReviewedSheet,
    change: (acceptances: readonly Acceptance[]) => readonly Acceptance[],
  ): Promise<Outcome<ReviewedSheet>> {
    const key = acceptedKey(sheet.sheetId);
    // Read again, because somebody else may have accepted something since.
    const text = await recallAnew(key);
    if (!text.ok) return text;
    const kept = readAccepted(text.value);
    // What cannot be read may be of a newer version; it goes only when the user says so.
    if (kept.kind === 'unreadable') return succeeded({ ...sheet, unreadable: ['accepted'] });
    const acceptances = change(valueOr(kept, []));
    const done = await remember(key, textOfAccepted(acceptances));
    return done.ok ? succeeded({ ...sheet, forms: withAccepted(sheet.forms, acceptances) }) : done;
  }

  async function keepMappings(
    change: (mappings: readonly ColumnMapping[]) => readonly ColumnMapping[],
  ): Promise<Outcome<null>> {
    const text = await recallAnew(mappingsKey);
    if (!text.ok) return text;
    return remember(mappingsKey, textOfMappings(change(valueOr(readMappings(text.value), []))));
  }

  async function keepMapping(mapping: ColumnMapping): Promise<Outcome<null>> {
    preferences.set(mappingsKey, textOfMappings(withAnonymous(preferred(), mapping)));
    return keepMappings((mappings) => withMapping(mappings, mapping));
  }

  return {
    review,
    reviewAll,
    accept: (sheet, form, finding, reason) =>
      keepAccepted(sheet, (acceptances) => accept(acceptances, form, finding, reason)),
    withdraw: (sheet, form, finding) => keepAccepted(sheet, (acceptances) => withdraw(acceptances, form, finding)),
    async mapColumns(sheetId, picks) {
      const read = await workbook.read(sheetId);
      if (!read.ok) return read;
      const mapping = mappingOf(read.value, picks);
      if (!mapping) return succeeded(null);
      const done = await keepMapping(mapping);
      return done.ok ? reviewRead(read.value) : done;
    },
    async useMapping(sheetId, mapping) {
      const done = await keepMapping(mapping);
      return done.ok ? review(sheetId) : done;
    },
    async forgetMapping(sheetId, mapping) {
      preferences.set(mappingsKey, textOfMappings(withoutAnonymous(preferred(), mapping)));
      const done = await keepMappings((mappings) => withoutMapping(mappings, mapping.signature));
      return done.ok ? review(sheetId) : done;
    },
    chooseRubric: (rubric) => remember(rubricKey, rubric && textOfRubric(rubric)),
    forget: (sheetId, part) =>
      remember({ accepted: acceptedKey(sheetId), columns: mappingsKey, rubric: rubricKey }[part], null),
    rubrics: () => profiles,
    readRubric(text) {
      const parsed = parseJson(text);
      return parsed === undefined ? { ok: false, problems: null } : parseRubric(parsed);
    },
    rubricText: (rubric) => JSON.stringify(rubricToJson(rubric), null, 2),
  };
}
