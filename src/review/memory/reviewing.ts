/** Reviews one sheet or all with what this installation remembered about the workbook. */
import { besideForms } from '../../core/report/besideForms';
import type { RecogniseOwn } from '../../core/report/recogniseOwn';
import type { FormReport } from '../../core/report/report';
import { type ReviewChoices, reviewSnapshot } from '../../core/report/reviewSnapshot';
import type { Snapshot } from '../../core/sheet/snapshot';
import { succeeded } from '../../port/outcome';
import type { Outcome, Workbook } from '../../port/workbook';
import { openJournal } from '../journalStore';
import { type ReviewProgress, reviewWorkbook, type WorkbookReport } from '../reviewWorkbook';
import { documentsBeside } from '../documentsBeside';
import { acceptedKind } from './accepted';
import { type Brought, broughtOf, isRefused, nothingBrought, piecesOf, type WorkbookMemory } from './brought';
import type { Kept } from './kept';
import { rubricKind } from './keptRubric';
import { anonymousMappingFor, mappingFor, mappingKind, preferredMappings } from './mappings';
import type { Preferences } from './preferences';
import { type ReviewedSheet, withAccepted } from './reviewed';
import type { Seal } from './seal';
import { ours } from './signedMemory';
import type { Store } from './store';

/** What the reviews of a workbook need. */
export interface ReviewGround {
  readonly workbook: Workbook;
  readonly store: Store;
  readonly seal: Seal;
  readonly preferences: Preferences;
  readonly recogniseOwn: RecogniseOwn;
}

/** What is remembered for all sheets of the workbook. */
type ForAll = Pick<WorkbookMemory, 'columns' | 'rubric' | 'journal'>;

async function recallForAll({ seal, store, workbook }: ReviewGround): Promise<Outcome<ForAll>> {
  const [columns, rubric, journal] = await Promise.all([
    store.recall(mappingKind),
    store.recall(rubricKind),
    openJournal(workbook, seal),
  ]);
  if (!columns.ok) return columns;
  if (!rubric.ok) return rubric;
  if (!journal.ok) return journal;
  return succeeded({ columns: columns.value, rubric: rubric.value, journal: journal.value });
}

function choicesFor(snapshot: Snapshot, { columns, rubric }: ForAll): ReviewChoices {
  const mapping = mappingFor(snapshot, ours(piecesOf(columns)));
  const chosen = ours(piecesOf(rubric)).at(-1);
  return { ...(chosen ? { rubric: chosen } : {}), ...(mapping ? { mapping } : {}) };
}

/** The projects of the forms of a sheet, for which their acceptances are signed. */
export function projectsOf(forms: readonly FormReport[]): readonly (string | null)[] {
  return forms.map(({ form }) => form.projectName);
}

/** What of the offers the user has not turned down. */
function openOffers({ preferences }: ReviewGround, sheetId: string, remembered: WorkbookMemory): Brought {
  const brought = broughtOf(remembered);
  return isRefused(preferences, sheetId, brought) ? nothingBrought : brought;
}

/** Reviews what was read, with everything that is remembered about the workbook. */
export async function reviewRead(ground: ReviewGround, snapshot: Snapshot): Promise<Outcome<ReviewedSheet>> {
  const { preferences, recogniseOwn, store } = ground;
  const forAll = await recallForAll(ground);
  if (!forAll.ok) return forAll;
  const choices = { ...choicesFor(snapshot, forAll.value), recogniseOwn };
  const alone = reviewSnapshot(snapshot, choices);
  const documents = await documentsBeside(ground.workbook, alone, recogniseOwn);
  if (!documents.ok) return documents;
  const report = besideForms(alone, documents.value);
  const accepted = await store.recall(acceptedKind(snapshot.sheetId, projectsOf(report.forms)));
  if (!accepted.ok) return accepted;
  const kept = { ...forAll.value, accepted: accepted.value };
  const isUnreadable = ({ kind }: Kept<unknown>): boolean => kind === 'unreadable';
  return succeeded({
    ...report,
    forms: withAccepted(report.forms, ours(piecesOf(kept.accepted))),
    mapping: choices.mapping ?? null,
    offeredMapping: choices.mapping ? null : anonymousMappingFor(snapshot, preferredMappings(preferences)),
    unreadable: (['accepted', 'columns', 'rubric'] as const).filter((part) => isUnreadable(kept[part])),
    brought: openOffers(ground, snapshot.sheetId, kept),
  });
}

/** Reviews the sheet of this id, or the active one. */
export async function reviewOne(ground: ReviewGround, sheetId?: string): Promise<Outcome<ReviewedSheet>> {
  const read = await ground.workbook.read(sheetId);
  return read.ok ? reviewRead(ground, read.value) : read;
}

/** Reviews every sheet with what is remembered of each; `isCancelled` is asked between round trips. */
export async function reviewEvery(
  ground: ReviewGround,
  onProgress: (progress: ReviewProgress) => void | Promise<void>,
  isCancelled: () => boolean,
): Promise<Outcome<WorkbookReport>> {
  const { recogniseOwn, store, workbook } = ground;
  const forAll = await recallForAll(ground);
  if (!forAll.ok) return forAll;
  const reviewed = await reviewWorkbook(workbook, onProgress, isCancelled, (snapshot) => ({
    ...choicesFor(snapshot, forAll.value),
    recogniseOwn,
  }));
  if (!reviewed.ok) return reviewed;
  const sheets: WorkbookReport['sheets'][number][] = [];
  for (const { report, sheet } of reviewed.value.sheets) {
    if (!report.ok || report.value.forms.length === 0) {
      sheets.push({ sheet, report });
      continue;
    }
    const accepted = await store.recall(acceptedKind(sheet.id, projectsOf(report.value.forms)));
    if (!accepted.ok) return accepted;
    const forms = withAccepted(report.value.forms, ours(piecesOf(accepted.value)));
    sheets.push({ sheet, report: succeeded({ ...report.value, forms }) });
  }
  return succeeded({ ...reviewed.value, sheets });
}
