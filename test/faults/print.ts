/**
 * Prints the whole fault matrix: every fault on the usual setting, the breaking ones on every ailing one. With words
 * given, only the settings whose names hold one of them. Ends with 1 when something does not hold.
 */
import { ailing, breaking, matrixLines, runMatrix, type Trial } from './matrix';

async function print(words: readonly string[]): Promise<void> {
  const wrong: Trial[] = [];
  for (const setting of ['usual', ...ailing].filter((name) => words.every((word) => name.includes(word)))) {
    const started = Date.now();
    const trials = await (setting === 'usual' ? runMatrix() : runMatrix(setting, breaking));
    console.log(`\n${setting} (${Math.round((Date.now() - started) / 1000)} s)\n${matrixLines(trials).join('\n')}`);
    wrong.push(...trials.filter((trial) => trial.wrong.length > 0));
  }
  for (const trial of wrong) console.log(JSON.stringify(trial));
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

void print(process.argv.slice(2));
