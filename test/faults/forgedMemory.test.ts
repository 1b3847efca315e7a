/**
 * Every kind of memory that a unit could write into its own file × every way to review the file: the findings are
 * those of the file without it, and what was written there is counted as an offer.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FileServices } from '../../src/command/reviewFile';
import { reviewFile } from '../../src/command/reviewFile';
import { copyMarkOf } from '../../src/command/fileServer';
import { rubricToJson } from '../../src/core/rubric/parseRubric';
import { profileById } from '../../src/core/rubric/profiles';
import { openFileWorkbook } from '../../src/file/fileWorkbook';
import { recogniseOwn } from '../../src/papers/ownPaper';
import type { Outcome, Workbook } from '../../src/port/workbook';
import { journalKey } from '../../src/review/journal';
import { countBrought } from '../../src/review/memory/brought';
import { passingPreferences } from '../../src/review/memory/preferences';
import type { ReviewedSheet } from '../../src/review/memory/reviewed';
import { createReviewer } from '../../src/review/memory/reviewer';
import { listApplied } from '../../src/review/revertApply';
import { createWords } from '../../src/words';
import { foreignSeal, ownSeal } from '../support/ownSeal';
import { hostNames, openBytes, openHosted } from '../support/workbookHosts';

const sample = new Uint8Array(readFileSync(resolve(__dirname, '../../src/demo/samples/huaiyuan-2023.xlsx')));
const sheetName = '食堂经费';

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.fault.kind);
  return outcome.value;
}

/** A profile by which everything is right, under the name of the one that the forms are scored by. */
function lenient(): unknown {
  const plain = rubricToJson(profileById('huaiyuan-2023')!) as Record<string, unknown>;
  const judgement = { kind: 'judgement' };
  const quantitative = { ...(plain['quantitative'] as object), rule: judgement };
  return { ...plain, quantitative, satisfaction: null };
}

type Forge = (
  remember: (key: string, content: unknown) => Promise<unknown>,
  sheetId: string,
  findings: readonly { readonly check: string; readonly indicator: string | null; readonly message: string }[],
) => Promise<unknown>;

/** What is forged, and how many offers it makes on that sheet. */
const kinds: Readonly<Record<string, { readonly forge: Forge; readonly offers: number | 'each finding' }>> = {
  acceptances: {
    offers: 'each finding',
    forge: (remember, sheetId, findings) =>
      remember(
        `accepted:${sheetId}`,
        findings.map(({ check, indicator, message }) => ({
          form: 0,
          check,
          indicator,
          message: indicator === null ? message : null,
          reason: '经局长同意',
        })),
      ),
  },
  'a built-in rubric': { offers: 1, forge: (remember) => remember('rubric', { profile: 'national-2020' }) },
  'a rubric with a built-in name': { offers: 1, forge: (remember) => remember('rubric', { own: lenient() }) },
  columns: {
    offers: 1,
    forge: (remember) =>
      remember('columns', [
        {
          signature: '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施',
          roles: [
            { role: 'score', offset: 5 },
            { role: 'weight', offset: 6 },
          ],
        },
      ]),
  },
};

/** Forges memory for every sheet of an open sample, unsigned or signed by somebody else. */
async function forgeInto(workbook: Workbook, forge: Forge, seal: string | undefined): Promise<void> {
  const reviewer = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, () => '');
  const signed = (content: unknown): unknown => {
    if (seal === undefined) return content;
    return Array.isArray(content) ? content.map(signed) : { ...(content as object), seal };
  };
  for (const { id } of valueOf(await workbook.sheets())) {
    const report = valueOf(await reviewer.review(id));
    await forge(
      async (key, content) =>
        valueOf(await workbook.remember(key, JSON.stringify({ version: 1, content: signed(content) }))),
      id,
      report.forms[0]?.findings ?? [],
    );
  }
}

const words = createWords('zh-CN');
const services: FileServices = {
  own: copyMarkOf(new Uint8Array(32)),
  adopts: false,
  letters: false,
  open: (path) => openFileWorkbook(path),
  speaker: {
    finding: (finding) => words.findingText(finding),
    checkTitle: (check) => words.checkText(check).title,
    evidence: (kind) => words.say(`evidence-${kind}`),
    derivation: (derivation) => words.derivationText(derivation),
    premise: (premise) => words.premiseText(premise),
    noForm: (because) => words.noFormText(because).sentence,
    notChecked: (list) => words.notCheckedText(list),
    layout: (layout) => words.layoutText(layout),
    fault: (fault) => words.faultText(fault),
  },
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forged-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function byCommand(bytes: Uint8Array) {
  const path = join(folder, 'a.xlsx');
  writeFileSync(path, bytes);
  return (await reviewFile({ path, copy: null, withPapers: false }, null, services)).file;
}

const signatures: readonly (readonly [string, string | undefined])[] = [
  ['unsigned', undefined],
  ['signed with nothing', ''],
  ['signed by somebody else', foreignSeal.sign('rubric', {})],
];

describe.each(Object.entries(kinds))('forged %s', (_, { forge, offers }) => {
  test.each(signatures)('%s have no effect in page, pane and command line, and are counted', async (_name, seal) => {
    const file = openBytes(sample);
    await forgeInto(file, forge, seal);
    const told = await byCommand(file.bytes());
    const expected = await byCommand(sample);
    expect(told.sheets).toEqual(expected.sheets);
    const grave = expected.sheets.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'P0'));
    expect(grave).toHaveLength(2);
    const { accepted, applied, columns, decisions, rubrics } = told.brought!;
    expect(accepted + decisions + applied + columns + rubrics).toBeGreaterThan(0);
    expect(expected.brought).toBeNull();

    // The page works on the file, the pane on Excel.
    for (const host of hostNames) {
      const { close, workbook } = await openHosted(host, sample);
      try {
        const sheet = valueOf(await workbook.sheets()).find(({ name }) => name === sheetName)!;
        const review = async () =>
          valueOf(
            await createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, () => '').review(sheet.id),
          );
        const honest = await review();
        await forgeInto(workbook, forge, seal);
        const forged = await review();
        expect(forged.forms).toEqual(honest.forms);
        expect(countBrought(honest.brought)).toBe(0);
        expect(countBrought(forged.brought)).toBe(
          offers === 'each finding' ? honest.forms[0]!.findings.length : offers,
        );
      } finally {
        close();
      }
    }
  });
});

test('acceptances kept by ids that a host does not use are told alike in command line, page and pane', async () => {
  const file = openBytes(sample);
  const ids = valueOf(await file.sheets()).map(({ id }) => id);
  /** The first sheet has one, the second two, and so on. */
  const forgeAll = async (workbook: Workbook): Promise<void> => {
    for (const [index, id] of ids.entries()) {
      const content = Array.from({ length: index + 1 }, (_, place) => {
        const about = { form: 0, check: 'weights-reach-total', indicator: `指标${place}`, message: null };
        return { ...about, reason: '经局长同意' };
      });
      valueOf(await workbook.remember(`accepted:${id}`, JSON.stringify({ version: 1, content })));
    }
  };
  const all = (ids.length * (ids.length + 1)) / 2;
  await forgeAll(file);
  expect((await byCommand(file.bytes())).brought).toMatchObject({ accepted: all });

  for (const host of hostNames) {
    const { close, workbook } = await openHosted(host, sample);
    try {
      const here = valueOf(await workbook.sheets()).map(({ id }) => id);
      const reviews = async (): Promise<readonly ReviewedSheet[]> => {
        const reviewer = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, () => '');
        const sheets: ReviewedSheet[] = [];
        for (const id of here) sheets.push(valueOf(await reviewer.review(id)));
        return sheets;
      };
      const honest = await reviews();
      await forgeAll(workbook);
      const forged = await reviews();
      expect(forged.map(({ forms }) => forms)).toEqual(honest.map(({ forms }) => forms));
      const counts = forged.map(({ brought }) => [brought.decisions.length, brought.strays.length]);
      // Of a sheet that is there they are told with it; of sheets that are not there, with every sheet.
      expect(counts).toEqual(here.map((_, index) => (host === 'file' ? [index + 1, 0] : [0, all])));
    } finally {
      close();
    }
  }
});

test('a forged journal lists and restores nothing, and is counted', async () => {
  const workbook = openBytes(sample);
  const entry = {
    id: 'x',
    time: '2026-01-01T00:00:00.000Z',
    sheet: '1',
    name: sheetName,
    marks: true,
    formats: ['General'],
    cells: [['I17', 20, 0, 10]],
  };
  for (const seal of [undefined, foreignSeal.sign(journalKey, entry)]) {
    const entries = [{ ...entry, ...(seal === undefined ? {} : { seal }) }];
    valueOf(await workbook.remember(journalKey, JSON.stringify({ v: 1, dropped: 0, entries })));
    expect(valueOf(await listApplied(workbook, ownSeal))).toMatchObject({ entries: [] });
    const told = await byCommand(workbook.bytes());
    expect(told.brought).toMatchObject({ applied: 1 });
  }
});
