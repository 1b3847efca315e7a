/** What a bench says: on the terminal while it runs, and in the end in its own section of the README beside it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const readme = join(__dirname, 'README.md');

/**
 * A text with the section of a command renewed.
 *
 * @throws Error where the text has no section of that command.
 */
export function withSection(text: string, command: string, content: string): string {
  const [opening, closing] = [`<!-- ${command} -->`, `<!-- /${command} -->`];
  const [from, to] = [text.indexOf(opening), text.indexOf(closing)];
  if (from < 0 || to < from) throw new Error(`no section for ${command}`);
  return `${text.slice(0, from)}${opening}\n\n${content.trim()}\n\n${text.slice(to)}`;
}

/** Says and remembers. */
export interface Notebook {
  readonly say: (text: string) => void;
  /** Renews the section of the README with what was said so far. */
  readonly keep: () => void;
}

/** The notebook of a command, such as `npm run bench`. */
export function notebookOf(command: string): Notebook {
  const said: string[] = [];
  return {
    say(text) {
      console.log(text);
      said.push(text);
    },
    keep() {
      writeFileSync(readme, withSection(readFileSync(readme, 'utf8'), command, said.join('\n')));
    },
  };
}

/** Says tables; a line empty after each. */
export const tableOf =
  (say: Notebook['say']) =>
  (head: readonly string[], lines: readonly (readonly string[])[]): void => {
    say(`| ${head.join(' | ')} |`);
    say(`| ${head.map(() => '---').join(' | ')} |`);
    for (const line of lines) say(`| ${line.join(' | ')} |`);
    say('');
  };
