/** The pane on the screen of a test, over services that the test holds in its hands. */
import { recogniseOwn } from '../../../src/papers/ownPaper';
import { render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { act, StrictMode } from 'react';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checks } from '../../../src/core/checks';
import type { Finding } from '../../../src/core/checks/finding';
import type { Decision } from '../../../src/core/decisions/decision';
import type { Rubric } from '../../../src/core/rubric/rubric';
import type { CellRef } from '../../../src/core/sheet/cellRef';
import type { Plan } from '../../../src/core/report/edit';
import { letterSlots } from '../../../src/papers/letterWords';
import { App } from '../../../src/pane/App';
import type { PaneServices, PaperKind } from '../../../src/pane/services';
import { explain, partFindings } from '../../../src/core/report/explained';
import { passingPreferences } from '../../../src/review/memory/preferences';
import { type ColumnPick, createReviewer, type WantedDecision } from '../../../src/review/memory/reviewer';
import { ownSeal } from '../../support/ownSeal';
import { createMemoryWorkbook } from '../../support/memoryWorkbook';
import type { PlanChoice } from '../../../src/review/applyPlan';
import type { PaperManner } from '../../../src/review/writePaper';
import type { Capabilities, HostFault, Outcome, SheetChange } from '../../../src/port/workbook';
import { createWords, type Locale, type Words } from '../../../src/words';
import { sheetReport } from './fixtures';

export const capabilities: Capabilities = {
  host: 'memory',
  canMark: true,
  nativeUndo: true,
  details: { platform: 'test' },
};

export function good<T>(value: T): Outcome<T> {
  return { ok: true, value };
}
export function bad(fault: HostFault): { ok: false; fault: HostFault } {
  return { ok: false, fault };
}

/** Services that succeed, unless a test says otherwise, and remember what they were asked. */
export class FakeServices implements PaneServices {
  readonly version = '1.2.3';
  readonly opensReviewed = false;
  readonly preferences = passingPreferences();
  readonly accepted: { form: number; finding: Finding; reason: string | null }[] = [];
  readonly decided: { wanted: WantedDecision; replaces: boolean }[] = [];
  readonly undone: Decision[] = [];
  readonly statesSaid: { form: number; state: string | null; told: number | null }[] = [];
  readonly mapped: (readonly ColumnPick[])[] = [];
  readonly chosenRubrics: (Rubric | null)[] = [];
  readonly reverted: string[] = [];
  readonly adopted: string[] = [];
  readonly importsTakenBack: string[] = [];
  readonly refused: string[] = [];
  private readonly reviewer = createReviewer(
    createMemoryWorkbook([{ name: '空', rows: [] }]),
    this.preferences,
    recogniseOwn,
    ownSeal,
    () => '',
  );
  readonly reviewed: { readonly sheetId?: string }[] = [];
  readonly lookedAhead: (string | null)[] = [];
  readonly applied: { plan: Plan; choice: PlanChoice }[] = [];
  readonly unmarked: string[] = [];
  readonly papers: { kind: PaperKind; manner: PaperManner }[] = [];
  readonly revealed: { sheetId: string; cell: CellRef }[] = [];
  stopped = 0;
  private listener: ((change: SheetChange) => void) | null = null;
  private batchListener: (() => void) | null = null;

  answers: Partial<PaneServices>;

  constructor(answers: Partial<PaneServices> = {}) {
    this.answers = answers;
  }

  capabilities: PaneServices['capabilities'] = () =>
    this.answers.capabilities?.() ?? Promise.resolve(good(capabilities));

  onElsewhere: PaneServices['onElsewhere'] = (hear) => {
    this.batchListener = hear;
    return Promise.resolve(() => {
      this.batchListener = null;
    });
  };

  /** The other files of the batch tell something else now. */
  tellElsewhere(): void {
    act(() => this.batchListener?.());
  }

  review: PaneServices['review'] = (sheetId) => {
    this.reviewed.push(sheetId === undefined ? {} : { sheetId });
    return this.answers.review?.(sheetId) ?? Promise.resolve(good(sheetReport()));
  };

  lookAhead: PaneServices['lookAhead'] = (waitForIdle, sheetId) => {
    this.lookedAhead.push(sheetId ?? null);
    return this.answers.lookAhead?.(waitForIdle, sheetId) ?? Promise.resolve(null);
  };

  apply: PaneServices['apply'] = (plan, choice) => {
    this.applied.push({ plan, choice });
    const nothing = { results: [], marked: null, record: { kind: 'nothing-written' } } as const;
    return this.answers.apply?.(plan, choice) ?? Promise.resolve(good(nothing));
  };

  accept: PaneServices['accept'] = (sheet, form, finding, reason) => {
    this.accepted.push({ form, finding, reason });
    if (this.answers.accept) return this.answers.accept(sheet, form, finding, reason);
    const passed = new Map<string, string>();
    for (const { finding: each, reason: why } of this.accepted) {
      if (why === null) passed.delete(JSON.stringify(each.cells));
      else passed.set(JSON.stringify(each.cells), why);
    }
    const forms = sheet.forms.map((report) => {
      const decisions = report.allFindings.flatMap((each) => {
        const why = passed.get(JSON.stringify(each.cells));
        return why === undefined ? [] : [explain(report.key, each, why, '')];
      });
      const { accepted, open } = partFindings(report.allFindings, decisions);
      return { ...report, findings: open, accepted };
    });
    return Promise.resolve(good({ kind: 'kept', sheet: { ...sheet, forms } }));
  };

  decide: PaneServices['decide'] = (sheet, wanted, replaces) => {
    this.decided.push({ wanted, replaces: replaces ?? false });
    return this.answers.decide?.(sheet, wanted, replaces) ?? Promise.resolve(good({ kind: 'kept', sheet }));
  };

  setState: PaneServices['setState'] = (sheet, form, state, told) => {
    this.statesSaid.push({ form, state, told: told?.length ?? null });
    return this.answers.setState?.(sheet, form, state, told) ?? Promise.resolve(good(sheetReport(sheet)));
  };

  takeFirstRound: PaneServices['takeFirstRound'] = (sheet, earlier) =>
    this.answers.takeFirstRound?.(sheet, earlier) ?? Promise.resolve(good(null));

  undo: PaneServices['undo'] = (sheet, decision) => {
    this.undone.push(decision);
    return this.answers.undo?.(sheet, decision) ?? Promise.resolve(good(sheet));
  };

  mapColumns: PaneServices['mapColumns'] = (sheetId, picks) => {
    this.mapped.push(picks);
    return this.answers.mapColumns?.(sheetId, picks) ?? Promise.resolve(good(sheetReport()));
  };

  useMapping: PaneServices['useMapping'] = (sheetId, mapping) =>
    this.answers.useMapping?.(sheetId, mapping) ?? Promise.resolve(good(sheetReport({ mapping })));

  forgetMapping: PaneServices['forgetMapping'] = (sheetId, mapping) =>
    this.answers.forgetMapping?.(sheetId, mapping) ?? Promise.resolve(good(sheetReport()));

  chooseRubric: PaneServices['chooseRubric'] = (rubric) => {
    this.chosenRubrics.push(rubric);
    return this.answers.chooseRubric?.(rubric) ?? Promise.resolve(good(null));
  };

  forget: PaneServices['forget'] = (sheetId, part) =>
    this.answers.forget?.(sheetId, part) ?? Promise.resolve(good(null));

  adopt: PaneServices['adopt'] = (sheet) => {
    this.adopted.push(sheet.sheetId);
    return this.answers.adopt?.(sheet) ?? Promise.resolve(good(sheetReport()));
  };

  refuse: PaneServices['refuse'] = (sheet) => {
    this.refused.push(sheet.sheetId);
    return this.answers.refuse?.(sheet) ?? Promise.resolve(good(sheetReport()));
  };

  letter: PaneServices['letter'] = (request) =>
    this.answers.letter?.(request) ??
    Promise.resolve({ text: '函', points: 1, slots: letterSlots, unfilled: [], known: {} });
  letterFile: PaneServices['letterFile'] = (request) =>
    this.answers.letterFile?.(request) ?? Promise.resolve({ name: '函.docx', bytes: new Uint8Array() });
  templateSheets: PaneServices['templateSheets'] = () => this.answers.templateSheets?.() ?? Promise.resolve(good([]));
  sheetTemplate: PaneServices['sheetTemplate'] = (sheetId) =>
    this.answers.sheetTemplate?.(sheetId) ?? Promise.resolve(good('no-points'));
  wordTemplate: PaneServices['wordTemplate'] = (name, bytes) =>
    this.answers.wordTemplate?.(name, bytes) ?? Promise.resolve({ name, lines: ['【问题】'], bytes });
  readEarlier: PaneServices['readEarlier'] = (file) =>
    this.answers.readEarlier?.(file) ??
    Promise.resolve(good({ fileName: file.name, countsFrom1904: false, sheets: [] }));

  readTables: PaneServices['readTables'] = (file) =>
    this.answers.readTables?.(file) ??
    Promise.resolve(good({ fileName: file.name, countsFrom1904: false, sheets: [] }));
  importSheets: PaneServices['importSheets'] = (tables) =>
    this.answers.importSheets?.(tables) ??
    Promise.resolve(good({ fileName: tables.fileName, sheets: [], hidden: [], isRecorded: true, unfinished: [] }));
  listImports: PaneServices['listImports'] = () => this.answers.listImports?.() ?? Promise.resolve(good([]));
  takeBackImport: PaneServices['takeBackImport'] = (time) => {
    this.importsTakenBack.push(time);
    return this.answers.takeBackImport?.(time) ?? Promise.resolve(good({ fileName: '', sheets: [] }));
  };
  readRule: PaneServices['readRule'] = (text, isExecutionRate, weight) =>
    Promise.resolve(this.reviewer.readRule(text, isExecutionRate, weight));
  knownWording: PaneServices['knownWording'] = (text) =>
    this.answers.knownWording?.(text) ?? Promise.resolve(this.reviewer.knownWording(text));
  tryRule: PaneServices['tryRule'] = (report, indicator, means) =>
    Promise.resolve(this.reviewer.tryRule(report, indicator, means));

  rubrics: PaneServices['rubrics'] = () => Promise.resolve(this.reviewer.rubrics());
  readRubric: PaneServices['readRubric'] = (text) => Promise.resolve(this.reviewer.readRubric(text));
  rubricText: PaneServices['rubricText'] = (rubric) => Promise.resolve(this.reviewer.rubricText(rubric));

  checks: PaneServices['checks'] = () => Promise.resolve(checks.map(({ id, severity }) => ({ id, severity })));

  helpOf: PaneServices['helpOf'] = (check) =>
    Promise.resolve(readFileSync(resolve('src/core/checks', check, 'README.md'), 'utf8'));

  reviewAll: PaneServices['reviewAll'] = (onProgress, isCancelled) =>
    this.answers.reviewAll?.(onProgress, isCancelled) ?? Promise.resolve(good({ sheets: [], isCancelled: false }));

  listApplied: PaneServices['listApplied'] = () =>
    this.answers.listApplied?.() ?? Promise.resolve(good({ state: 'readable', entries: [], dropped: 0 }));

  revert: PaneServices['revert'] = (entryId) => {
    this.reverted.push(entryId);
    return this.answers.revert?.(entryId) ?? Promise.resolve(good({ state: 'no-such-entry' }));
  };

  selection: PaneServices['selection'] = () =>
    this.answers.selection?.() ?? Promise.resolve(good({ sheetId: 'sheet-1', cell: { row: 11, column: 7 } }));

  cleanCopy: PaneServices['cleanCopy'] = null;

  unmark: PaneServices['unmark'] = (sheetId) => {
    this.unmarked.push(sheetId);
    return this.answers.unmark?.(sheetId) ?? Promise.resolve(good({ removed: 3 }));
  };

  reveal: PaneServices['reveal'] = (sheetId, cell) => {
    this.revealed.push({ sheetId, cell });
    return this.answers.reveal?.(sheetId, cell) ?? Promise.resolve(good(null));
  };

  writePaper: PaneServices['writePaper'] = (request, manner) => {
    this.papers.push({ kind: request.kind, manner });
    const made = { sheetId: 'paper-1', name: 'P1', isRenewed: false, different: 0 };
    return this.answers.writePaper?.(request, manner) ?? Promise.resolve(good({ state: 'written', ...made }));
  };

  conclusion: PaneServices['conclusion'] = (form) =>
    this.answers.conclusion?.(form) ?? Promise.resolve(form.form.projectName ?? '');

  watch: PaneServices['watch'] = (onChange) => {
    if (this.answers.watch) return this.answers.watch(onChange);
    this.listener = onChange;
    return Promise.resolve(
      good(() => {
        this.stopped += 1;
      }),
    );
  };

  /** What a user or a co-author changed. */
  change(sheetId: string): void {
    act(() => this.listener?.({ sheetId, address: null }));
  }
}

export interface OpenPane {
  readonly services: FakeServices;
  readonly user: UserEvent;
  readonly words: Words;
  readonly close: () => void;
}

const noLanguage = () => undefined;

/** Opens the pane and waits until it is connected. */
export async function openPane(
  services: FakeServices = new FakeServices(),
  locale: Locale = 'zh-CN',
  /** Mounts everything twice, as a development build does. */
  isStrict = false,
): Promise<OpenPane> {
  const user = userEvent.setup();
  const words = createWords(locale);
  const app = (
    <App
      services={services}
      locale={locale}
      firstWords={words}
      words={words}
      hostTheme={() => null}
      onLanguage={noLanguage}
    />
  );
  const { unmount } = render(isStrict ? <StrictMode>{app}</StrictMode> : app);
  await act(() => Promise.resolve());
  return { services, user, words, close: unmount };
}

/** Opens the line of a list that begins with this, such as a cell's address; yields its entry. */
export async function openLine({ user }: Pick<OpenPane, 'user'>, name: RegExp): Promise<HTMLElement> {
  const line = screen.getByRole('button', { name, expanded: false });
  await user.click(line);
  const entry = line.closest('li');
  if (!entry) throw new Error(`${String(name)} is no line of a list`);
  return entry;
}

/** Opens all that the first line sums up. */
export async function showDetails({ user }: Pick<OpenPane, 'user'>): Promise<HTMLElement> {
  await user.click(screen.getByRole('button', { name: '详情' }));
  return screen.getByRole('region', { name: '复核结果' });
}

/** Opens the pane, presses 复核 and waits for the result. */
export async function openReviewed(services?: FakeServices): Promise<OpenPane> {
  const pane = await openPane(services);
  await pane.user.click(screen.getByRole('button', { name: '复核' }));
  await screen.findByRole('tablist');
  return pane;
}
