/** Builds the recorder and its simulated Excel for recorder.test.ts, in a process of its own as webpack wants it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { excelScript } from '../../src/delivery/excelScript';
import { runDelivery } from '../../src/delivery/obstacle';
import { buildRecorder } from './build';

runDelivery(async () => {
  const folder = process.argv[2] ?? '';
  await buildRecorder(join(folder, 'site'), 'self', 'https://office.example.gov.cn/recorder');
  writeFileSync(join(folder, 'excel.js'), await excelScript('test/recorder/page/excelForRecorder.ts'));
});
