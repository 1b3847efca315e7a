/** The command from its words to its exit code. */
import { endOnCrash } from './crash';
import { readArguments } from './arguments';
import type { ExitCode } from './exitCode';
import { cleanAll } from './cleanAll';
import { chineseHelp, help } from './help';
import type { CommandHouse } from './house';
import { reviewAll } from './reviewAll';

/** Runs the command; `words`: what stands after its name. */
export async function runCommand(words: readonly string[], house: CommandHouse): Promise<ExitCode> {
  const { terminal } = house;
  endOnCrash((text) => terminal.say(text), words.includes('--debug'));
  const read = readArguments(words);
  if (!read.ok) {
    terminal.say(`${read.problem}\n\n${chineseHelp}`);
    return 2;
  }
  if (read.value.help) {
    terminal.print(`${help}\n`);
    return 0;
  }
  return read.value.clean ? cleanAll(read.value, house) : reviewAll(read.value, house);
}
