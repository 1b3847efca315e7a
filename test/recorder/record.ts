/** Runs every scenario on a sheet of its own in an empty workbook, and writes down what Excel answers. */
import { createExcelWorkbook } from '../../src/excel/excelWorkbook';
import type { Batch, Ending, Recording, RecordedScenario } from './recording';
import { refusalOf, type Desk, type Scenario } from './scenario';
import type { Wire } from './wire';

/** What recordAll is to do. */
export interface Task {
  readonly scenarios: readonly Scenario[];
  readonly wire: Wire;
  readonly version: string;
  /** Milliseconds that events may take which come after an answer; those of a real Excel when left out. */
  readonly eventsTake?: number;
  /** Told before each scenario. */
  readonly onScenario?: (scenario: Scenario, index: number) => void;
}

/** Whether nothing stands in the workbook: a recording shall touch and contain nothing of anybody's. */
export async function isWorkbookEmpty(): Promise<boolean> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id');
    await context.sync();
    const used = worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true));
    await context.sync();
    return used.every(({ isNullObject }) => isNullObject);
  });
}

/** Records the scenarios, one after the other; the workbook must be empty. */
export async function recordAll({ eventsTake = 1_500, ...task }: Task): Promise<Recording> {
  const { onScenario, scenarios, version, wire } = task;
  const capabilities = await createExcelWorkbook().capabilities();
  const recorded: RecordedScenario[] = [];
  for (const [index, scenario] of scenarios.entries()) {
    onScenario?.(scenario, index);
    const sheetName = `录制${String(index + 1).padStart(2, '0')}`;
    recorded.push(await recordOne(scenario, () => deskOn(sheetName, eventsTake), wire));
  }
  const office = capabilities.ok ? capabilities.value.details : {};
  return { recording: 1, version, office, scenarios: recorded };
}

async function recordOne(
  { ask, name, needs }: Scenario,
  makeDesk: () => Promise<Desk>,
  wire: Wire,
): Promise<RecordedScenario> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', needs)) {
    return { name, ending: { kind: 'skipped', needs }, milliseconds: 0, batches: [] };
  }
  const desk = await makeDesk();
  const batches: Batch[] = [];
  const stop = wire((batch) => {
    if (!isCleanUp(batch)) batches.push(batch);
  });
  const started = Date.now();
  try {
    const ending = await endingOf(ask(desk));
    return { name, ending: masked(ending, desk), milliseconds: Date.now() - started, batches };
  } finally {
    stop();
  }
}

async function deskOn(sheetName: string, eventsTake: number): Promise<Desk> {
  const sheetId = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(sheetName);
    sheet.load('id');
    await context.sync();
    return sheet.id;
  });
  const run: Desk['run'] = (batch) =>
    Excel.run((context) => batch(context.workbook.worksheets.getItem(sheetId), context));
  const untilEventsCame = (): Promise<void> => new Promise((later) => setTimeout(later, eventsTake));
  return { sheetId, sheetName, run, untilEventsCame, workbook: createExcelWorkbook() };
}

async function endingOf(asked: Promise<unknown>): Promise<Ending> {
  try {
    return { kind: 'answered', answer: await asked };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== null) return { kind: 'refused', refusal };
    return { kind: 'broken', message: error instanceof Error ? error.message : String(error) };
  }
}

/** office.js gives references back whenever it comes to it; that is no part of any scenario. */
function isCleanUp({ request }: Batch): boolean {
  const { Actions: actions = [] } = request as { readonly Actions?: readonly { readonly Name: string }[] };
  return actions.length > 0 && actions.every(({ Name: name }) => name === '_RemoveReference');
}

/** The answer as plain data, with the one id that it may hold replaced: Excel makes a new one for every sheet. */
function masked(ending: Ending, { sheetId }: Desk): Ending {
  return JSON.parse(JSON.stringify(ending).replaceAll(JSON.stringify(sheetId).slice(1, -1), '‹sheet›')) as Ending;
}
