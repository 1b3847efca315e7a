/** The command from its words to its exit code; what reviews is loaded only when something is to be reviewed. */
import { endOnCrash } from './crash';
import { readArguments } from './arguments';
import type { ExitCode } from './exitCode';
import { chineseHelp, help } from './help';
import type { CommandHouse, Terminal } from './house';

/** Runs the command; `words`: what stands after its name. */
export async function runCommand(
  words: readonly string[],
  terminal: Terminal,
  loadHouse: () => Promise<Omit<CommandHouse, 'terminal'>>,
): Promise<ExitCode> {
  endOnCrash((text) => terminal.say(text), words.includes('--debug'));
  const read = readArguments(words);
  if (!read.ok) {
    terminal.say(`${read.problem}\n\n${chineseHelp}`);
    return 2;
  }
  const choice = read.value;
  if (choice.help) {
    terminal.print(`${help}\n`);
    return 0;
  }
  const house: CommandHouse = { ...(await loadHouse()), terminal };
  if (choice.clean) return (await import('./cleanAll')).cleanAll(choice, house);
  if (choice.merge) return (await import('./mergeAll')).mergeAll(choice, house);
  return (await import('./reviewAll')).reviewAll(choice, house);
}
