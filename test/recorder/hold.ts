/** `npx tsx test/recorder/hold.ts recording.json`: holds the simulated Excel against what a real one answered. */
import { readFileSync } from 'node:fs';
import { Obstacle, runDelivery } from '../../src/delivery/obstacle';
import { batchesInCommon, differencesBetween, reportOf } from './compare';
import { parseRecording, type Recording } from './recording';
import { recordSimulated } from './recordSimulated';
import { scenarios } from './scenarios';

function readRecording(file: string | undefined): Recording {
  if (file === undefined) throw new Obstacle('用法：npx tsx test/recorder/hold.ts 录制结果.json');
  try {
    return parseRecording(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Obstacle(`${file}：${error instanceof Error ? error.message : String(error)}`);
  }
}

runDelivery(async () => {
  const recorded = readRecording(process.argv[2]);
  const simulated = await recordSimulated(recorded.office);
  const differences = differencesBetween(recorded, simulated);
  const [common, all] = batchesInCommon(recorded, simulated);
  const { excelApi = '?', platform = '?', version = '?' } = recorded.office;
  for (const line of reportOf(differences, new Map(scenarios.map(({ name, question }) => [name, question])))) {
    console.log(line);
  }
  console.log(`录制于 ${platform} ${version}（ExcelApi ${excelApi}），录制程序 ${recorded.version}`);
  console.log(`${all} 批请求，其中 ${common} 批两边相同，逐项比较了应答`);
  const skipped = recorded.scenarios.filter(({ ending }) => ending.kind === 'skipped').map(({ name }) => name);
  if (skipped.length > 0) console.log(`没有录到（这个 Excel 没有相应的接口）：${skipped.join('、')}`);
  console.log(differences.length === 0 ? '没有不同' : `${differences.length} 处不同`);
  if (differences.length > 0) process.exitCode = 1;
});
