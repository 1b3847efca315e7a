/**
 * The requests that the real client sends, replayed one by one. The answers beside them are those of an earlier
 * stand-in that the real client understood; no real Excel answered here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SimulatedWorkbook, type PlainWorkbook } from '../../src/simulator/model';
import { SimulatedHost } from '../../src/simulator/richapi/host';

interface Capture {
  readonly batches: readonly { readonly flags: number; readonly request: unknown; readonly response: unknown }[];
  readonly events: readonly (readonly unknown[])[];
}

const folder = join(__dirname, 'captures');
const names = readdirSync(folder).map((file) => file.replace('.json', ''));
const captureOf = (name: string): Capture => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Capture;

const workbook: PlainWorkbook = {
  name: 'captured.xlsx',
  sheets: [
    {
      id: '{00000000-0001-0000-0000-000000000000}',
      name: 'Sheet1',
      merges: ['A1:C1'],
      cells: {
        A1: { value: '季度报表' },
        A2: { value: '收入' },
        B2: { value: 10 },
        C2: { value: 'ok' },
        A3: { value: '成本' },
        B3: { value: '20' },
        A4: { value: '其他' },
        B4: { value: 5 },
        A5: { value: '合计' },
        B5: { value: 15, formula: '=SUM(B2:B4)' },
      },
    },
    { id: '{00000000-0001-0000-0001-000000000000}', name: 'Data' },
  ],
};

/** Tables of cells differ with the workbook's history; ids of comments and references with who gives them out. */
function shapeOf(value: unknown, key = ''): unknown {
  if (['Values', 'Formulas', 'NumberFormat'].includes(key) && Array.isArray(value)) {
    return value.map((line: unknown) => (Array.isArray(line) ? line.map(() => 'cell') : 'no line'));
  }
  if (key === '_ReferenceId') return typeof value === 'string' ? 'a reference' : value;
  if (typeof value === 'string' && /^\{C/u.test(value)) return 'an id of a comment';
  if (Array.isArray(value)) return value.map((item) => shapeOf(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner, name)]));
}

describe('requests of the real client', () => {
  it.each(names)('%s is answered in the shape that the client understands', async (name) => {
    const { batches, events } = captureOf(name);
    const host = new SimulatedHost(SimulatedWorkbook.fromPlain(workbook));
    const sent: unknown[] = [];
    host.connectEvents((entries) => sent.push(...entries));
    for (const { flags, request, response } of batches) {
      const answer = await host.execute(JSON.stringify(request), flags);
      host.sendEvents();
      expect(answer.code).toBe(0);
      expect(shapeOf(JSON.parse(answer.body ?? ''))).toEqual(shapeOf(response));
    }
    expect(sent).toHaveLength(events.length);
    for (const [index, entry] of sent.entries()) {
      const [category, type, target, json, id] = entry as readonly [number, number, string, string, number];
      const [[, , , expected] = []] = (events[index] ?? []) as readonly (readonly unknown[])[];
      expect([category, type, target, id]).toEqual([65_536, 10, '{00000000-0001-0000-0000-000000000000}', 0]);
      expect(JSON.parse(json)).toEqual(JSON.parse(String(expected)));
    }
  });

  it('leaves no object behind once the client has given its references back', async () => {
    const host = new SimulatedHost(SimulatedWorkbook.fromPlain(workbook));
    for (const { flags, request } of captureOf('mergedAreas').batches)
      await host.execute(JSON.stringify(request), flags);
    expect(host.keptReferences).toBe(0);
    expect(host.counts().cleanUps).toHaveLength(1);
  });
});
