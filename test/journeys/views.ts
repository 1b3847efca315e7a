/** Every view of the pane, and how a person gets there: for pictures and for the search for accessibility faults. */
import { createWords, type Locale, type Words } from '../../src/words';
import { openDemo, type Eyes, type Session } from './session';

/** A view; `sample` is the workbook that it is looked at with. */
export interface View {
  readonly name: string;
  readonly sample: 'published' | 'clean' | 'special';
  readonly reach: (session: Session, words: Words) => Promise<void>;
}

/** A sentence that was said with a 0, for any number in its place. */
const anyCount = (sentence: string): RegExp => new RegExp(`^${sentence.replace('0', '\\d+')}$`, 'u');

const press = (session: Session, name: string): Promise<void> =>
  session.pane.getByRole('button', { name, exact: true }).first().click();

/** The first finding, opened. */
const firstLine = /^[A-Z]+\d+ ?[:：]/u;

async function page(session: Session, words: Words, name: 'workbook' | 'rubric' | 'settings' | 'help'): Promise<void> {
  const title = words.say(`page-${name}`);
  await press(session, title);
  await session.pane.getByRole('heading', { name: title, exact: true }).waitFor();
}

const tab = (session: Session, words: Words, view: 'scores' | 'write' | 'report'): Promise<void> =>
  session.pane.getByRole('tab', { name: words.say(`view-${view}`) }).click();

const afterReview = (reach: View['reach']): View['reach'] => {
  return async (session, words) => {
    await session.review();
    await reach(session, words);
  };
};

export const views: readonly View[] = [
  {
    name: 'import',
    sample: 'clean',
    reach: async (session, words) => {
      await press(session, words.say('importFromFile'));
      await session.pane.getByRole('heading', { name: words.say('page-import'), exact: true }).waitFor();
      const csv = Buffer.from('指标,得分\n数量,10\n');
      const file = { name: '自评表.csv', mimeType: 'text/csv', buffer: csv };
      await session.pane.getByLabel(words.say('chooseFile')).first().setInputFiles(file);
      await session.pane
        .getByRole('button', { name: words.say('takeBackImport') })
        .first()
        .waitFor();
    },
  },
  {
    name: 'first',
    sample: 'published',
    reach: ({ pane }, words) => pane.getByRole('button', { name: words.say('trySample') }).waitFor(),
  },
  {
    name: 'sample',
    sample: 'clean',
    reach: async (session, words) => {
      await press(session, words.say('trySample'));
      await session.pane.getByText(words.say('sampleShown'), { exact: true }).waitFor();
    },
  },
  { name: 'findings', sample: 'published', reach: afterReview(() => Promise.resolve()) },
  { name: 'finding-open', sample: 'published', reach: afterReview((session) => session.open(firstLine)) },
  {
    name: 'details',
    sample: 'published',
    reach: afterReview((session, words) => press(session, words.say('details'))),
  },
  {
    name: 'other-sheet',
    sample: 'published',
    reach: afterReview(async ({ page: whole, pane }, words) => {
      await whole.getByRole('tab', { name: '衔接资金', exact: true }).click();
      await pane.getByRole('heading', { level: 1 }).hover();
      await pane.getByRole('button', { name: words.say('reviewOther') }).waitFor();
    }),
  },
  {
    name: 'findings-by-indicator',
    sample: 'published',
    reach: afterReview(async ({ pane }, words) => {
      await pane.getByRole('combobox', { name: words.say('groupLabel') }).selectOption('indicator');
    }),
  },
  {
    name: 'accepting',
    sample: 'published',
    reach: afterReview(async (session, words) => {
      await session.open(firstLine);
      await press(session, words.say('acceptFinding'));
      await session.pane.getByRole('textbox', { name: words.say('acceptReason') }).waitFor();
    }),
  },
  {
    name: 'accepted',
    sample: 'published',
    reach: afterReview(async (session, words) => {
      await session.open(firstLine);
      await press(session, words.say('acceptFinding'));
      const reason = session.pane.getByRole('textbox', { name: words.say('acceptReason') });
      await reason.fill('县财政局已核实，按合同约定执行。');
      await reason.press('Enter');
      await press(session, words.say('showAccepted', { n: 1 }));
      await session.pane.getByRole('button', { name: words.say('withdraw') }).waitFor();
    }),
  },
  {
    name: 'stale',
    sample: 'published',
    reach: afterReview(async ({ cell, page: whole, pane }, words) => {
      await cell('I17').click();
      await whole.keyboard.type('20');
      await whole.keyboard.press('Enter');
      await pane.getByText(words.say('staleEdited')).waitFor();
    }),
  },
  { name: 'clean', sample: 'clean', reach: afterReview(() => Promise.resolve()) },
  {
    name: 'score-open',
    sample: 'published',
    reach: afterReview(async (session, words) => {
      await tab(session, words, 'scores');
      await session.open(firstLine);
    }),
  },
  { name: 'help', sample: 'published', reach: afterReview((session, words) => page(session, words, 'help')) },
  { name: 'scores', sample: 'published', reach: afterReview((session, words) => tab(session, words, 'scores')) },
  { name: 'write', sample: 'published', reach: afterReview((session, words) => tab(session, words, 'write')) },
  {
    name: 'written',
    sample: 'published',
    reach: afterReview(async (session, words) => {
      await tab(session, words, 'write');
      await session.pane.getByRole('button', { name: anyCount(words.say('writeCells', { n: 0 })) }).click();
      await session.pane.getByRole('heading', { name: words.say('appliedTitle') }).waitFor();
    }),
  },
  {
    name: 'reverted',
    sample: 'published',
    reach: afterReview(async (session, words) => {
      await tab(session, words, 'write');
      await session.pane.getByRole('button', { name: anyCount(words.say('writeCells', { n: 0 })) }).click();
      await session.pane.getByRole('heading', { name: words.say('appliedTitle') }).waitFor();
      await press(session, words.say('revertThis'));
      await session.pane.getByText(anyCount(words.say('reverted-restored', { n: 0 }))).waitFor();
    }),
  },
  { name: 'report', sample: 'published', reach: afterReview((session, words) => tab(session, words, 'report')) },
  {
    name: 'papers',
    sample: 'published',
    reach: afterReview(async (session, words) => {
      await tab(session, words, 'report');
      await press(session, words.say('createPaper', { name: '自评复核底稿' }));
      await press(session, words.say('openPaper', { name: '自评复核底稿' }));
      await session.cell('I7').click();
      await session.page.keyboard.type('16');
      await session.page.keyboard.press('Enter');
      await press(session, words.say('createPaper', { name: '自评复核底稿' }));
      await session.pane.getByRole('button', { name: words.say('paperBeside') }).waitFor();
    }),
  },
  {
    name: 'columns',
    sample: 'published',
    reach: afterReview(async (session, words) => {
      await press(session, words.say('details'));
      await press(session, words.say('wrongColumns'));
      await session.pane.getByRole('heading', { name: words.say('page-columns') }).waitFor();
    }),
  },
  { name: 'rubric', sample: 'published', reach: afterReview((session, words) => page(session, words, 'rubric')) },
  {
    name: 'rubric-refused',
    sample: 'published',
    reach: afterReview(async (session, words) => {
      await page(session, words, 'rubric');
      await press(session, words.say('exportRubric'));
      await session.pane.getByRole('spinbutton').first().fill('7');
      await session.pane.getByText(words.say('rubricRefused', { n: 1 })).waitFor();
    }),
  },
  {
    name: 'workbook',
    sample: 'special',
    reach: async (session, words) => {
      await page(session, words, 'workbook');
      await press(session, words.say('reviewAll'));
      await session.pane
        .getByText(/^没有结果|^No result/u)
        .first()
        .waitFor();
    },
  },
  {
    name: 'roll-up',
    sample: 'published',
    reach: async (session, words) => {
      await page(session, words, 'workbook');
      await press(session, words.say('reviewAll'));
      await press(session, words.say('createPaper', { name: '自评结果汇总' }));
      await session.pane.getByRole('button', { name: words.say('openPaper', { name: '自评结果汇总' }) }).waitFor();
    },
  },
  { name: 'settings', sample: 'published', reach: afterReview((session, words) => page(session, words, 'settings')) },
  {
    name: 'check',
    sample: 'published',
    reach: afterReview(async (session, words) => {
      await session.open(firstLine);
      await press(session, words.say('aboutCheck'));
      await session.pane
        .getByRole('group', { name: words.say('exampleTable') })
        .first()
        .waitFor();
    }),
  },
  {
    name: 'no-form',
    sample: 'special',
    reach: async ({ page: whole, pane }, words) => {
      await whole.getByRole('tab', { name: '收支明细', exact: true }).click();
      await pane.getByRole('button', { name: words.say('review'), exact: true }).click();
      await pane.getByText(words.noFormText({ kind: 'no-indicator-table' }).nextStep).waitFor();
    },
  },
  {
    name: 'failure',
    sample: 'published',
    reach: async ({ cell, page: whole, pane }, words) => {
      await cell('A1').click();
      await whole.keyboard.press('F2');
      await pane.getByRole('button', { name: words.say('review'), exact: true }).click();
      await pane.getByText(words.faultText({ kind: 'cell-being-edited' }).nextStep, { exact: true }).waitFor();
    },
  },
];

/** Opens a view in a pane of that width, in pixels. */
export async function openView({ reach, sample }: View, eyes: Eyes, width: number): Promise<Session> {
  const session = await openDemo(sample, eyes);
  await setWidth(session, width);
  await reach(session, createWords(eyes.language));
  return session;
}

/** The splitter stops at 270 and moves in tens; this is what it sets. */
async function setWidth({ page: whole }: Session, width: number): Promise<void> {
  await whole.evaluate((side) => document.documentElement.style.setProperty('--side', side), `${width}px`);
}

/** The view that is open, in other colours and at another width. */
export async function seeOtherwise(
  session: Session,
  { colorScheme, forcedColors }: Omit<Eyes, 'language'>,
  width: number,
): Promise<void> {
  await session.page.emulateMedia({ colorScheme, forcedColors });
  await setWidth(session, width);
  // Colours on their way from one theme to the other are nobody's colours.
  await session.pane.locator('html').evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** How the pane is looked at: colours and language. */
export function eyesOf(colours: 'light' | 'dark' | 'high-contrast', language: Locale): Eyes {
  return {
    language,
    colorScheme: colours === 'dark' ? 'dark' : 'light',
    forcedColors: colours === 'high-contrast' ? 'active' : 'none',
  };
}
