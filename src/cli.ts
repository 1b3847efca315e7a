/** The command line: wires files, use cases and words, and prints. */
import { resolve } from 'node:path';
import { help, readArguments } from './command/arguments';
import { reviewFiles } from './command/reviewFiles';
import type { Speaker } from './command/speaker';
import { fileTable } from './command/table';
import { openFileWorkbook } from './file/fileWorkbook';
import { createWords } from './words';

const words = createWords('zh-CN');

const speaker: Speaker = {
  finding: (finding) => words.findingText(finding),
  derivation: (derivation) => words.derivationText(derivation),
  noForm: (because) => {
    const { nextStep, sentence } = words.noFormText(because);
    return `${sentence}${nextStep}`;
  },
  fault: (fault) => words.faultText(fault),
};

async function main(): Promise<void> {
  const read = readArguments(process.argv.slice(2));
  if (!read.ok) {
    process.stderr.write(`${read.problem}\n\n${help}\n`);
    process.exitCode = 2;
    return;
  }
  const { help: wantsHelp, json, out, paths } = read.value;
  if (wantsHelp) {
    process.stdout.write(`${help}\n`);
    return;
  }
  const review = await reviewFiles(paths, out === null ? null : resolve(out), {
    open: (path) => openFileWorkbook(path),
    speaker,
  });
  const text = json ? JSON.stringify(review.json, null, 2) : review.json.files.map(fileTable).join('\n\n');
  process.stdout.write(`${text}\n`);
  if (out !== null && review.exitCode !== 2) {
    const results = review.written.flatMap(({ applied }) => applied.results);
    const done = results.filter(({ outcome }) => outcome === 'written').length;
    process.stderr.write(`复核稿已存为 ${out}：写入 ${done} 处，未写 ${results.length - done} 处。\n`);
  }
  process.exitCode = review.exitCode;
}

void main();
