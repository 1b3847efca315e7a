/** Rounds of chance against what reads a unit's file: mutated parts, hostile texts, forged memory. */
import { cpuTimeOf } from '../support/cpuTime';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { openXlsxWorkbook } from '../../src/file/xlsxWorkbook';
import { recogniseOwn } from '../../src/papers/ownPaper';
import { journalKey } from '../../src/review/journal';
import { passingPreferences } from '../../src/review/memory/preferences';
import { createReviewer } from '../../src/review/memory/reviewer';
import { listApplied } from '../../src/review/revertApply';
import { createMemoryWorkbook, type DescribedCell } from '../support/memoryWorkbook';
import { nationalHeader } from '../forms/nationalHeader';
import { ownSeal } from '../support/ownSeal';
import { hostileTexts } from './hostileTexts';

/** Chance that can be had again: the same seed, the same numbers from 0 up to, not including, `below`. */
type Chance = (below: number) => number;

/** mulberry32. */
function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const sample = unzipSync(new Uint8Array(readFileSync(resolve(__dirname, '../../src/demo/samples/huaiyuan-2023.xlsx'))));
const pick = <T>(from: readonly T[], chance: Chance): T => from[chance(from.length)]!;

/** What a part is spoilt with. */
const splinters = [
  '<',
  '>',
  '"',
  '&',
  '<!--',
  ']]>',
  '<?',
  '\0',
  'r="A0"',
  'r="XFE1048577"',
  '1e999',
  '-1',
  '',
  '\ud800',
];

function mutated(bytes: Uint8Array, chance: Chance): Uint8Array {
  let text = new TextDecoder().decode(bytes);
  for (let change = chance(4); change >= 0; change -= 1) {
    const at = chance(text.length + 1);
    const length = chance(60);
    const kinds = [
      () => text.slice(0, at) + text.slice(at + length),
      () => text.slice(0, at) + pick(splinters, chance) + text.slice(at),
      () => text.slice(0, at) + text.slice(at, at + length).repeat(1 + chance(50)) + text.slice(at),
      () => text.slice(0, at) + pick(hostileTexts, chance).text.slice(0, 3000) + text.slice(at + length),
      () => text.slice(0, at),
    ];
    text = pick(kinds, chance)();
  }
  return strToU8(text);
}

/** What is wrong with a round, or null. */
export type Round = (chance: Chance) => Promise<string | null>;

const mostTime = 20_000;

async function timed(what: string, round: () => Promise<unknown>): Promise<string | null> {
  const spent = await cpuTimeOf(async () => {
    await round();
  });
  return spent > mostTime ? `${what}: ${spent} ms` : null;
}

/** One part of a workbook is spoilt: it is read, or refused with a fault; it never throws. */
const mutatedParts: Round = async (chance) => {
  const name = pick(Object.keys(sample), chance);
  const bytes = zipSync({ ...sample, [name]: mutated(sample[name]!, chance) }, { level: 1 });
  return timed(name, async () => {
    const opened = openXlsxWorkbook(bytes, {
      path: 'a.xlsx',
    });
    if (!opened.ok) return;
    await createReviewer(opened.value, passingPreferences(), recogniseOwn, ownSeal, () => '').reviewAll(
      () => undefined,
      () => false,
    );
  });
};

const plainRows: readonly (readonly DescribedCell[])[] = [
  ['项目支出绩效自评表'],
  ['项目名称', '某项目'],
  nationalHeader,
  ['产出指标', '数量指标', '培训人数', '≥100人', '80人', 50, 50, null],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥95%', '98%', 50, 49, null],
  ['总分', null, null, null, null, 100, 99, null],
];

/** Cells hold hostile texts of any length: the review ends, and in time. */
const hostileCells: Round = async (chance) => {
  const rows = plainRows.map((row) => [...row]);
  for (let change = chance(3); change >= 0; change -= 1) {
    const row = pick(rows, chance);
    const { text } = pick(hostileTexts, chance);
    row[chance(row.length)] = text.slice(0, pick([10, 200, 3000, text.length], chance));
  }
  const workbook = createMemoryWorkbook([{ name: '自评表', rows }]);
  return timed('hostile cells', () =>
    createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, () => '').review(),
  );
};

function junk(chance: Chance, depth = 0): unknown {
  const plain: readonly unknown[] = [null, true, 0, -1, 1e308, '', '甲', '__proto__', 'score-matches-rule', [], {}];
  if (depth > 3 || chance(3) === 0) return pick(plain, chance);
  const names = [
    'form',
    'check',
    'indicator',
    'message',
    'reason',
    'seal',
    'own',
    'profile',
    'signature',
    'roles',
    'id',
  ];
  const more = () => junk(chance, depth + 1);
  if (chance(2) === 0) return Array.from({ length: chance(4) }, more);
  return Object.fromEntries(Array.from({ length: chance(6) }, () => [pick(names, chance), more()]));
}

/** Memory is forged in any shape: the review is what it is without, and nothing can be restored. */
const forgedMemory: Round = async (chance) => {
  const reviewed = async (forge: boolean) => {
    const workbook = createMemoryWorkbook([{ name: '自评表', rows: plainRows }]);
    const reviewer = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, () => '');
    const sheets = await workbook.sheets();
    const id = sheets.ok ? sheets.value[0]!.id : '';
    if (forge) {
      for (const key of [
        `accepted:${id}`,
        'accepted:',
        'accepted:1',
        'decisions',
        'rubric',
        'columns',
        'papers',
        journalKey,
      ]) {
        const whole =
          chance(4) === 0
            ? junk(chance)
            : { version: 1, v: 1, dropped: 0, content: junk(chance), entries: junk(chance) };
        await workbook.remember(key, JSON.stringify(whole));
      }
    }
    const review = await reviewer.review(id);
    const applied = await listApplied(workbook, ownSeal);
    const entries = applied.ok && applied.value.state === 'readable' ? applied.value.entries.length : 0;
    return JSON.stringify([review.ok && review.value.forms, entries]);
  };
  return (await reviewed(true)) === (await reviewed(false)) ? null : 'forged memory changed a review';
};

/** The rounds by name. */
export const rounds: Readonly<Record<string, Round>> = { mutatedParts, hostileCells, forgedMemory };

/** Plays one round; what it throws is what is wrong with it. */
export async function play(round: Round, seed: number): Promise<string | null> {
  try {
    return await round(chanceOf(seed));
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
