/** The command line: wires words, the engine, threads and the terminal. Decides nothing. */
import { extname, join } from 'node:path';
import { runCommand } from '../command/entrance';
import type { CommandHouse } from '../command/house';
import { loadExcelize } from '../file/loadExcelize';
import { createWords } from '../words';

const words = createWords('zh-CN');
const { stderr, stdout } = process;

const house: CommandHouse = {
  terminal: {
    print: (text) => stdout.write(text),
    say: (text) => stderr.write(`${text}\n`),
    draw: stderr.isTTY ? (text) => stderr.write(text) : null,
  },
  threadProgram: join(__dirname, `cliThread${extname(__filename)}`),
  rubricProblem: (problem) => words.rubricProblemText(problem),
  loadEngine: loadExcelize,
  fault: (fault) => words.faultText(fault),
  cleanFile: async (path, target) => (await import('../file/cleanFile')).cleanFile(path, target),
};

/** Whoever read the output has seen enough, as `head` does: stopped half-way, as by Ctrl-C, and no bug. */
function stopWhenUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(130);
}

async function main(): Promise<void> {
  stdout.on('error', stopWhenUnread);
  process.exitCode = await runCommand(process.argv.slice(2), house);
}

void main();
