/** `npm run bench`: the numbers in the README beside this file. Ratios are taken within one run; nothing here is asserted. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDemo } from '../../src/demo/build';
import type { DemoFolders } from '../../src/demo/server';
import { xlsxOf } from '../support/xlsxOf';
import { bigForm } from './bigForm';
import { bundleSizes } from './bundleSize';
import { listScrolls } from './listScroll';
import type { Spread } from './measure';
import { paneStarts } from './paneStart';
import { buildTemplate } from './template/build';
import { trafficOf } from './traffic';
import { notebookOf, tableOf } from './notebook';

const { keep, say } = notebookOf('npm run bench');
const table = tableOf(say);

const rows = 200;

const fixed = (number: number, places = 1): string => number.toFixed(places);

async function traffic(): Promise<void> {
  const sample = readFileSync(join(__dirname, '../../src/demo/samples/huaiyuan-2023.xlsx'));
  const small = await trafficOf(sample, '食堂经费');
  const large = await trafficOf(await xlsxOf([bigForm(rows)]), '自评表');
  say('Traffic with Excel (real office.js, simulated host; clean-up of references not counted):\n');
  const line =
    (form: string) =>
    ({ received, sent, syncs, what }: (typeof small)[number]) => [
      form,
      what,
      String(syncs),
      String(sent),
      String(received),
    ];
  table(
    ['form', 'step', 'syncs', 'bytes sent', 'bytes received'],
    [...small.map(line('食堂经费')), ...large.map(line(`${rows} rows`))],
  );
}

function sizes(): void {
  say("The pane's own JavaScript, production build, KiB:\n");
  const files = bundleSizes();
  const first = files.filter(({ firstPaint }) => firstPaint);
  const total = (pick: (file: (typeof files)[number]) => number, list = files): string =>
    fixed(list.reduce((sum, file) => sum + pick(file), 0));
  table(
    ['file', 'loaded', 'raw', 'gzip', 'brotli'],
    [
      ...files.map(({ brotli, firstPaint, gzip, name, raw }) => [
        name,
        firstPaint ? 'at first paint' : 'when needed',
        fixed(raw),
        fixed(gzip),
        fixed(brotli),
      ]),
      [
        'first paint together',
        '',
        total(({ raw }) => raw, first),
        total(({ gzip }) => gzip, first),
        total(({ brotli }) => brotli, first),
      ],
    ],
  );
}

/** When the button is pressed, in words. */
const told = {
  'at once': 'as soon as it can be pressed',
  'reviewed ahead': 'once the review ahead is done',
  before: 'Excel below ExcelApi 1.20, where nothing is read ahead; how it was measured before',
} as const;

const spread = ({ high, low, median }: Spread): string => `${fixed(median, 0)} (${fixed(low, 0)}–${fixed(high, 0)})`;

async function start(own: DemoFolders, template: DemoFolders): Promise<void> {
  const starts = await paneStarts([1, 4], own, template);
  say('Page open → the button can be pressed, ms, median (middle half), 11 runs of each in turns:\n');
  table(
    ['processor', 'ours', "a pane as Microsoft's generator for React makes it"],
    starts.map(({ slowdown, template: ofTemplate, usable }) => [
      processor(slowdown),
      spread(usable),
      spread(ofTemplate),
    ]),
  );
  say(
    'Click on 复核 → painted result, ms, median (middle half) of 5 runs; whose scripts ran how long, by one profiled run more:\n',
  );
  table(
    ['processor', 'form', 'pressed', 'ms', 'ours', 'office.js', 'stand-in for Excel'],
    starts.flatMap(({ clicks, slowdown }) =>
      clicks.map(({ form, occasion, shares: { office, own: ours, standIn }, time }) => [
        processor(slowdown),
        form,
        told[occasion],
        spread(time),
        ...[ours, office, standIn].map((part) => fixed(part, 0)),
      ]),
    ),
  );
}

const processor = (slowdown: number): string => (slowdown === 1 ? 'as it is' : `slowed ${slowdown}×`);

async function scrolling(own: DemoFolders): Promise<void> {
  const measured = await listScrolls([1, 4], own);
  say(`A list of ${measured[0]?.findings ?? 0} findings in Chromium, ms; frames: middle / 95 of 100:\n`);
  const frames = ({ late, middle, slow }: (typeof measured)[number]['wheel']): string =>
    `${fixed(middle)} / ${fixed(slow)}, ${fixed(late, 0)} % late`;
  table(
    ['processor', 'click → list', 'elements', 'frames, fast wheel', 'frames, thrown to the end', '↓', 'search'],
    measured.map(({ elements, key, review, search, slowdown, thrown, wheel }) => [
      processor(slowdown),
      fixed(review, 0),
      String(elements),
      frames(wheel),
      frames(thrown),
      fixed(key, 0),
      fixed(search, 0),
    ]),
  );
  say('\nThe four tabs of that form, ms; frames on the fast wheel: middle / 95 of 100:\n');
  table(
    ['processor', 'tab', 'click → shown', 'elements', 'frames'],
    measured.flatMap(({ slowdown, tabs }) =>
      tabs.map(({ elements, name, shown, wheel }) => [
        processor(slowdown),
        name,
        fixed(shown, 0),
        String(elements),
        frames(wheel),
      ]),
    ),
  );
}

async function main(): Promise<void> {
  await traffic();
  sizes();
  const out = mkdtempSync(join(tmpdir(), 'pane-bench-'));
  try {
    const own = await buildDemo({ fast: false, out });
    await start(own, await buildTemplate(join(out, 'template'), own.page));
    await scrolling(own);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  keep();
  process.exit(0);
}

void main();
