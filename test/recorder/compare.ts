/** Holds the simulated Excel against a recording: every place where the two answer differently, as lines to read. */
import type { Batch, Recording, RecordedScenario } from './recording';

/** One place where the two differ. */
export interface Difference {
  readonly scenario: string;
  /** Such as "ending.answer.values[3][0]" or "batches[1].response.Results[2].Value.Address". */
  readonly place: string;
  readonly recorded: unknown;
  readonly simulated: unknown;
}

/**
 * All differences, by scenario and place. Batches are only compared where both clients sent the same one: a newer
 * office.js may ask otherwise for the same. Ids differ between any two runs, and are never compared.
 */
export function differencesBetween(recorded: Recording, simulated: Recording): readonly Difference[] {
  const names = [...new Set([...recorded.scenarios, ...simulated.scenarios].map(({ name }) => name))];
  return names.flatMap((name) => {
    const [one, other] = [recorded, simulated].map(({ scenarios }) => scenarios.find((each) => each.name === name));
    if (!one || !other) return [{ scenario: name, place: '', recorded: presence(one), simulated: presence(other) }];
    // What the recorded Excel could not be asked says nothing about the simulated one.
    if (one.ending.kind === 'skipped' || other.ending.kind === 'skipped') return [];
    return [...compared(one.ending, other.ending, 'ending'), ...batchesOf(one, other)].map((difference) => ({
      scenario: name,
      ...difference,
    }));
  });
}

const presence = (scenario: RecordedScenario | undefined): string => (scenario ? '有这一项' : '没有这一项');

type Place = Omit<Difference, 'scenario'>;

function batchesOf(one: RecordedScenario, other: RecordedScenario): readonly Place[] {
  return one.batches.flatMap((batch, index) => {
    const pair = other.batches[index];
    if (!pair || JSON.stringify(masked(batch.request)) !== JSON.stringify(masked(pair.request))) return [];
    return compared(masked(batch.response), masked(pair.response), `batches[${index}].response`);
  });
}

/** How many batches of the recording the simulated Excel was sent in the same words. */
export function batchesInCommon(recorded: Recording, simulated: Recording): readonly [common: number, all: number] {
  const textsOf = ({ scenarios }: Recording): readonly string[] =>
    scenarios.flatMap(({ batches, name }) =>
      batches.map(({ request }: Batch, index) => `${name} ${index} ${JSON.stringify(masked(request))}`),
    );
  const sent = new Set(textsOf(simulated));
  const texts = textsOf(recorded);
  return [texts.filter((text) => sent.has(text)).length, texts.length];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function compared(recorded: unknown, simulated: unknown, place: string): readonly Place[] {
  if (Object.is(recorded, simulated)) return [];
  const areAlike = isRecord(recorded) && isRecord(simulated) && Array.isArray(recorded) === Array.isArray(simulated);
  if (!areAlike) return [{ place, recorded, simulated }];
  const keys = [...new Set([...Object.keys(recorded), ...Object.keys(simulated)])];
  return keys.flatMap((key) =>
    compared(recorded[key], simulated[key], Array.isArray(recorded) ? `${place}[${key}]` : `${place}.${key}`),
  );
}

/** The same without ids of sheets, formats, comments and kept references, and without messages in some language. */
function masked(value: unknown, key = ''): unknown {
  if (typeof value === 'string') {
    if (['_ReferenceId', 'Id', 'WorksheetId', 'Message'].includes(key)) return `‹${key}›`;
    return /^\{[0-9A-Fa-f-]{36}\}$/.test(value) || /^\{\w*\}$/.test(value) ? '‹id›' : value;
  }
  if (Array.isArray(value)) return value.map((item) => masked(item));
  if (!isRecord(value)) return value;
  // A path by reference is named after it.
  const isReference = value['ObjectPathType'] === 6;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      isReference && name === 'Name' ? '‹ref›' : masked(inner, name),
    ]),
  );
}

/** The differences for a person: by scenario, with its question. */
export function reportOf(
  differences: readonly Difference[],
  questions: ReadonlyMap<string, string>,
  most = 12,
): readonly string[] {
  const shown = (value: unknown): string => {
    const text = value === undefined ? '没有' : JSON.stringify(value);
    return text.length > 90 ? `${text.slice(0, 90)}…` : text;
  };
  const names = [...new Set(differences.map(({ scenario }) => scenario))];
  return names.flatMap((name) => {
    const own = differences.filter(({ scenario }) => scenario === name);
    const lines = own
      .slice(0, most)
      .flatMap(({ place, recorded, simulated }) => [
        `  ${place}`,
        `    Excel ${shown(recorded)}`,
        `    模拟  ${shown(simulated)}`,
      ]);
    const rest = own.length > most ? [`  另有 ${own.length - most} 处`] : [];
    return [`${name}（${questions.get(name) ?? ''}）：${own.length} 处不同`, ...lines, ...rest];
  });
}
