/** Type-checks every layer with only the libraries that the layer has, so that a leak does not compile. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const layers = [
  'src/core',
  'src/review',
  'src/words',
  'src/excel',
  'src/file',
  'src/summary',
  'src/command',
  'src/pane',
  'src/workbench',
  'src',
  'test',
];

let failed = 0;
for (const layer of layers) {
  const run = spawnSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', layer], {
    stdio: 'inherit',
  });
  if (run.status !== 0) {
    failed += 1;
    console.error(`types: ${layer} does not compile`);
  }
}
if (failed === 0) console.log(`types: ${layers.length} layers compile`);
process.exit(failed === 0 ? 0 : 1);
