/** Reviews one sheet or all with what this installation remembered about the workbook. */
import type { Decision } from '../../core/decisions/decision';
import { type Documents, joinDocuments } from '../../core/documents/documents';
import { besideForms } from '../../core/report/besideForms';
import type { RecogniseOwn } from '../../core/report/recogniseOwn';
import type { SheetReport } from '../../core/report/report';
import { type ReviewChoices, reviewSnapshot } from '../../core/report/reviewSnapshot';
import type { Snapshot } from '../../core/sheet/snapshot';
import { failed, succeeded } from '../../port/outcome';
import type { Outcome, Workbook } from '../../port/workbook';
import type { Ahead, WaitForIdle } from '../ahead';
import type { ElsewhereFor } from '../besideFiles';
import { openJournal } from '../journalStore';
import { isTooLongToWaitFor } from '../longTexts';
import { type ReviewProgress, reviewWorkbook, type WorkbookReport } from '../reviewWorkbook';
import { documentsBeside } from '../documentsBeside';
import { type Brought, broughtOf, isRefused, nothingBrought, piecesOf, type WorkbookMemory } from './brought';
import type { Kept } from './kept';
import { decisionKind, type OlderDecisions, olderDecisions, ownDecisions, recallOlder } from './keptDecisions';
import { rubricKind } from './keptRubric';
import { knownStates } from './knownStates';
import { anonymousMappingFor, mappingFor, mappingKind, preferredMappings } from './mappings';
import type { Preferences } from './preferences';
import type { ReviewedSheet, Unreadable } from './reviewed';
import type { Seal } from './seal';
import { ours } from './signedMemory';
import type { Store } from './store';
import { recallStrays } from './strays';

/** What the reviews of a workbook need. */
export interface ReviewGround {
  readonly workbook: Workbook;
  readonly store: Store;
  readonly seal: Seal;
  readonly preferences: Preferences;
  readonly recogniseOwn: RecogniseOwn;
  /** The time now, as ISO 8601. */
  readonly now: () => string;
  /** What stands in the other files of a batch, as they are now. */
  readonly elsewhere: ElsewhereFor;
  /** What was reviewed before anybody asked. */
  readonly ahead: Ahead;
}

/** What is remembered for all sheets of the workbook. */
type ForAll = Omit<WorkbookMemory, 'older' | 'strays'>;

async function recallForAll({
  seal,
  store,
  workbook,
}: Pick<ReviewGround, 'workbook' | 'store' | 'seal'>): Promise<Outcome<ForAll>> {
  const [columns, rubric, decisions, journal] = await Promise.all([
    store.recall(mappingKind),
    store.recall(rubricKind),
    store.recall(decisionKind),
    openJournal(workbook, seal),
  ]);
  if (!columns.ok) return columns;
  if (!rubric.ok) return rubric;
  if (!decisions.ok) return decisions;
  if (!journal.ok) return journal;
  return succeeded({
    columns: columns.value,
    rubric: rubric.value,
    decisions: decisions.value,
    journal: journal.value,
  });
}

/** Where forms stand by the memory of this machine. */
function statesFor(ground: ReviewGround): Pick<ReviewChoices, 'earlierStates'> {
  return { earlierStates: { states: knownStates(ground), isNamed: false } };
}

function choicesFor(snapshot: Snapshot, { columns, rubric }: ForAll): ReviewChoices {
  const mapping = mappingFor(snapshot, ours(piecesOf(columns)));
  const chosen = ours(piecesOf(rubric)).at(-1);
  return { ...(chosen ? { rubric: chosen } : {}), ...(mapping ? { mapping } : {}) };
}

/** What of the offers the user has not turned down. */
function openOffers({ preferences }: ReviewGround, sheetId: string, remembered: WorkbookMemory): Brought {
  const brought = broughtOf(remembered);
  return isRefused(preferences, sheetId, brought) ? nothingBrought : brought;
}

/** What was read of a sheet with all that is remembered about it, ready to be reviewed with other decisions too. */
export interface Ready {
  readonly snapshot: Snapshot;
  /** Made here, the older ones first. */
  readonly decisions: readonly Decision[];
  readonly older: OlderDecisions;
  /** The review with these decisions in the place of those that are kept. */
  readonly reviewWith: (decisions: readonly Decision[]) => ReviewedSheet;
}

function unreadableOf(kept: WorkbookMemory, older: OlderDecisions): readonly Unreadable[] {
  const isUnreadable = ({ kind }: Kept<unknown>): boolean => kind === 'unreadable';
  const parts = (['columns', 'decisions', 'rubric'] as const).filter((part) => isUnreadable(kept[part]));
  return older.isUnreadable ? ['accepted', ...parts] : parts;
}

/** All that a review of one sheet depends on, and what is told beside it. */
interface Recalled {
  readonly choices: ReviewChoices & Required<Pick<ReviewChoices, 'recogniseOwn'>>;
  readonly own: readonly Decision[];
  readonly older: OlderDecisions;
  readonly kept: WorkbookMemory;
}

async function recallAbout(ground: ReviewGround, snapshot: Snapshot): Promise<Outcome<Recalled>> {
  const { recogniseOwn, seal, store } = ground;
  if (isTooLongToWaitFor(snapshot)) return failed({ kind: 'texts-too-long', sheet: snapshot.sheetName });
  const forAll = await recallForAll(ground);
  if (!forAll.ok) return forAll;
  const choices = { ...choicesFor(snapshot, forAll.value), ...statesFor(ground), recogniseOwn };
  const text = await recallOlder(store, snapshot.sheetId);
  if (!text.ok) return text;
  const older = olderDecisions(text.value, snapshot, choices.mapping, seal);
  const strays = await recallStrays(store, ground.workbook);
  if (!strays.ok) return strays;
  const kept: WorkbookMemory = { ...forAll.value, older, strays: strays.value.flatMap((stray) => stray.decisions) };
  return succeeded({ choices, older, kept, own: ownDecisions(kept.decisions, older) });
}

/** Recalls what is remembered about a sheet that was read. */
export async function makeReady(ground: ReviewGround, snapshot: Snapshot): Promise<Outcome<Ready>> {
  const { ahead, recogniseOwn } = ground;
  const recalled = await recallAbout(ground, snapshot);
  if (!recalled.ok) return recalled;
  const alone = ahead.reportOn(snapshot, { ...recalled.value.choices, decisions: recalled.value.own });
  const documents = await documentsBeside(ground.workbook, alone, recogniseOwn, ahead);
  return documents.ok ? succeeded(readyOf(ground, snapshot, recalled.value, alone, documents.value)) : documents;
}

/** `alone`: the review with what is remembered, before anything stands beside it. */
function readyOf(
  ground: ReviewGround,
  snapshot: Snapshot,
  { choices, kept, older, own }: Recalled,
  alone: SheetReport,
  documents: Documents,
): Ready {
  const all = joinDocuments([documents, ground.elsewhere(alone)]);
  return {
    snapshot,
    older,
    decisions: own,
    reviewWith: (decisions) => ({
      ...besideForms(
        decisions === own ? alone : reviewSnapshot(snapshot, { ...choices, ...statesFor(ground), decisions }),
        all,
      ),
      mapping: choices.mapping ?? null,
      offeredMapping: choices.mapping ? null : anonymousMappingFor(snapshot, preferredMappings(ground.preferences)),
      unreadable: unreadableOf(kept, older),
      brought: openOffers(ground, snapshot.sheetId, kept),
    }),
  };
}

/**
 * Reviews the sheet of this id, or the active one, ahead of being asked, in idle time. Null where it cannot be read just
 * now or somebody asks meanwhile: nobody asked, and whoever asks will be told.
 */
export async function lookAhead(
  ground: ReviewGround,
  waitForIdle: WaitForIdle,
  sheetId?: string,
): Promise<ReviewedSheet | null> {
  const { ahead, recogniseOwn, workbook } = ground;
  const isStopped = ahead.stop();
  const read = await workbook.read(sheetId);
  if (!read.ok || isStopped()) return null;
  await waitForIdle();
  const recalled = await recallAbout(ground, read.value);
  if (!recalled.ok || isStopped()) return null;
  const choices = { ...recalled.value.choices, decisions: recalled.value.own };
  await ahead.workOn(read.value, choices, waitForIdle, isStopped);
  if (isStopped()) return null;
  const alone = ahead.reportOn(read.value, choices);
  // The other sheets as well, for what they hold beside the forms.
  const documents = await documentsBeside(workbook, alone, recogniseOwn, ahead, waitForIdle);
  if (!documents.ok || isStopped()) return null;
  const ready = readyOf(ground, read.value, recalled.value, alone, documents.value);
  return ready.reviewWith(ready.decisions);
}

/** Reviews what was read, with everything that is remembered about the workbook. */
export async function reviewRead(ground: ReviewGround, snapshot: Snapshot): Promise<Outcome<ReviewedSheet>> {
  const ready = await makeReady(ground, snapshot);
  return ready.ok ? succeeded(ready.value.reviewWith(ready.value.decisions)) : ready;
}

/** Reviews the sheet of this id, or the active one. */
export async function reviewOne(ground: ReviewGround, sheetId?: string): Promise<Outcome<ReviewedSheet>> {
  ground.ahead.stop();
  const read = await ground.workbook.read(sheetId);
  return read.ok ? reviewRead(ground, read.value) : read;
}

/** What of each sheet's memory a review follows; asked for before sheets are read, as the workbook cannot be asked meanwhile. */
export async function rememberedChoices(
  ground: Pick<ReviewGround, 'workbook' | 'store' | 'seal'>,
): Promise<Outcome<(snapshot: Snapshot) => ReviewChoices>> {
  const { seal, store, workbook } = ground;
  const forAll = await recallForAll(ground);
  if (!forAll.ok) return forAll;
  const listed = await workbook.sheets();
  if (!listed.ok) return listed;
  const olderTexts = new Map<string, string | null>();
  for (const { id } of listed.value) {
    const text = await recallOlder(store, id);
    if (!text.ok) return text;
    olderTexts.set(id, text.value);
  }
  return succeeded((snapshot) => {
    const choices = choicesFor(snapshot, forAll.value);
    const older = olderDecisions(olderTexts.get(snapshot.sheetId) ?? null, snapshot, choices.mapping, seal);
    return { ...choices, decisions: ownDecisions(forAll.value.decisions, older) };
  });
}

/** Reviews every sheet with what is remembered of each; `isCancelled` is asked between round trips. */
export async function reviewEvery(
  ground: ReviewGround,
  onProgress: (progress: ReviewProgress) => void | Promise<void>,
  isCancelled: () => boolean,
): Promise<Outcome<WorkbookReport>> {
  const { recogniseOwn, workbook } = ground;
  const choices = await rememberedChoices(ground);
  if (!choices.ok) return choices;
  const states = statesFor(ground);
  return reviewWorkbook(
    workbook,
    onProgress,
    isCancelled,
    (snapshot) => ({ ...choices.value(snapshot), ...states, recogniseOwn }),
    ground.elsewhere,
  );
}
