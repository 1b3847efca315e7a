/** Wires the pane to a workbook: use cases and papers, fetched when they are first needed. */
import product from '../../package.json';
import type { PanePapers, PaneServices } from '../pane/services';
import type { CellRef } from '../core/sheet/cellRef';
import type { ElsewhereInBatch } from '../review/besideFiles';
import type { Preferences } from '../review/memory/preferences';
import type { UseCases } from '../review/useCases';
import type { Workbook } from '../port/workbook';
import { lazily } from './lazily';
import { once } from './once';

/** The core is half of the script and no part of the first paint: it is fetched once the pane stands. */
const loadReview = () => import(/* webpackChunkName: "review" */ '../review/useCases');
const loadOwnPapers = () => import(/* webpackChunkName: "review" */ '../papers/ownPaper');
const loadChecks = () => import(/* webpackChunkName: "review" */ '../core/checks');
const loadSeal = () => import(/* webpackChunkName: "review" */ '../review/memory/seal');
const loadPapers = () => import(/* webpackChunkName: "papers" */ './panePapers');

/** The page of a check; all pages come as one file, when the first is asked for. */
async function helpOf(check: string): Promise<string> {
  const page = (await import(
    /* webpackMode: "lazy-once", webpackChunkName: "help", webpackInclude: /README\.md$/ */ `../core/checks/${check}/README.md`
  )) as { readonly default: string };
  return page.default;
}

/** Every check with its severity; they come with the core. */
async function checkEntries(): ReturnType<PaneServices['checks']> {
  const { checks } = await loadChecks();
  return checks.map(({ id, severity }) => ({ id, severity }));
}

/** Fetches the core ahead of the first review. */
export async function prepareReview(): Promise<void> {
  await Promise.all([loadReview(), loadOwnPapers()]);
}

/** What only one of the pages can have done; left out: it cannot. */
interface PaneWiring extends Partial<Pick<PaneServices, 'cleanCopy' | 'opensReviewed' | 'readEarlier' | 'readTables'>> {
  /** Fetches what tells of the other files of a batch; asked once. */
  readonly loadElsewhere?: (() => Promise<ElsewhereInBatch>) | null;
}

/** What the pane can have done, on this workbook. */
export function servicesOn(
  workbook: Workbook,
  preferences: Preferences,
  {
    cleanCopy = null,
    loadElsewhere = null,
    opensReviewed = false,
    readEarlier = null,
    readTables = null,
  }: PaneWiring = {},
): PaneServices {
  const ours = once(async () => {
    const { sealOf } = await loadSeal();
    return sealOf(preferences, (bytes) => void crypto.getRandomValues(bytes));
  });
  const besideOthers = once(async () => (await loadElsewhere?.()) ?? null);
  const useCases = once(async (): Promise<UseCases> => {
    const [{ createUseCases }, { recogniseOwn }, seal, others] = await Promise.all([
      ...([loadReview(), loadOwnPapers(), ours()] as const),
      besideOthers(),
    ]);
    const now = (): string => new Date().toISOString();
    const elsewhere = others ? { elsewhere: others.elsewhere } : {};
    return createUseCases({ workbook, preferences, recogniseOwn, seal, now, ...elsewhere });
  });
  const onElsewhere: PaneServices['onElsewhere'] = async (hear) =>
    (await besideOthers())?.onNews(hear) ?? (() => undefined);
  const papers = lazily(async (): Promise<PanePapers> => (await loadPapers()).papersOn(workbook, await ours()), {});
  return lazily(useCases, {
    version: product.version,
    preferences,
    checks: checkEntries,
    helpOf,
    writePaper: papers.writePaper,
    letter: papers.letter,
    letterFile: papers.letterFile,
    templateSheets: papers.templateSheets,
    sheetTemplate: papers.sheetTemplate,
    wordTemplate: papers.wordTemplate,
    conclusion: papers.conclusion,
    cleanCopy,
    opensReviewed,
    readTables,
    readEarlier,
    onElsewhere,
    capabilities: () => workbook.capabilities(),
    unmark: (sheetId: string) => workbook.unmark(sheetId),
    reveal: (sheetId: string, cell: CellRef) => workbook.reveal(sheetId, cell),
    selection: () => workbook.selection(),
    watch: (onChange: Parameters<Workbook['watch']>[0]) => workbook.watch(onChange),
  });
}
