/** The letters of a batch: one a workbook, one a unit, or one about all forms; planned whole before any is written. */
import { basename, join } from 'node:path';
import { letterFilling, letterOf, ownTemplate, unfilledIn } from '../papers/letter';
import type { LetterForm } from '../papers/letterPoints';
import { type LetterFields, letterWords } from '../papers/letterWords';
import { namesLetter, type ReviewArguments } from './arguments';
import { placeFor } from './disk/targets';
import { writeWhole } from './disk/wholeFile';
import type { CommandHouse, CommandTemplate } from './house';

/** What `--slot` says: 期限=2026年3月20日. */
function slotFields(slots: readonly string[]): LetterFields {
  return Object.fromEntries(
    slots.map((slot) => [slot.slice(0, slot.indexOf('=')).trim(), slot.slice(slot.indexOf('=') + 1).trim()]),
  );
}

/** A letter that is to be written. */
interface PlannedLetter {
  /** Where it is wanted. */
  readonly path: string;
  readonly forms: readonly LetterForm[];
}

/** A file name may not hold these. */
const forbidden = /[\\/:*?"<>|]|\p{Cc}/gu;

/**
 * The letters in the order of their first forms; forms without a point are in none.
 *
 * @internal tests look at what is planned
 */
export function plannedLetters(
  { letter, perUnit }: Pick<ReviewArguments, 'letter' | 'perUnit'>,
  files: Iterable<{ readonly path: string; readonly forms: readonly LetterForm[] }>,
): readonly PlannedLetter[] {
  if (letter === null) return [];
  const groups = new Map<string, { readonly name: string; readonly forms: LetterForm[] }>();
  for (const { forms, path } of files) {
    for (const form of forms) {
      if (form.points.length === 0) continue;
      const unit = form.unit ?? letterWords.noUnit;
      const [key, name] = namesLetter(letter) ? ['', ''] : perUnit ? [unit, unit] : [path, withoutEnding(path)];
      const group = groups.get(key) ?? { name, forms: [] };
      group.forms.push(form);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ forms, name }) => ({
    path: namesLetter(letter) ? letter : join(letter, `${name.replace(forbidden, '')}（${letterWords.name}）.docx`),
    forms,
  }));
}

const withoutEnding = (path: string): string => basename(path).replace(/\.[^.]+$/u, '');

/** A letter as bytes, and its slots that nothing fills. */
interface WrittenLetter {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly unfilled: readonly string[];
}

/** What the letters are made with. */
interface LetterMeans {
  readonly fields: LetterFields;
  /** Null: the one of our own. */
  readonly template: CommandTemplate | null;
  readonly wordDocument: Awaited<ReturnType<CommandHouse['loadLetters']>>['wordDocument'];
}

function written({ forms, path }: PlannedLetter, { fields, template, wordDocument }: LetterMeans): WrittenLetter {
  const lines = template?.lines ?? ownTemplate(forms);
  const filling = letterFilling(forms, fields);
  const bytes = template?.fill
    ? template.fill(filling.fields, filling.points)
    : wordDocument(letterOf(forms, fields, lines).document);
  return { path, bytes, unfilled: unfilledIn(lines, filling.fields) };
}

/** "期限（3 封）、单位（1 封）": what is empty, in how many letters. */
function unfilledText(letters: readonly WrittenLetter[]): string {
  const counts = new Map<string, number>();
  for (const { unfilled } of letters) for (const slot of unfilled) counts.set(slot, (counts.get(slot) ?? 0) + 1);
  return [...counts].map(([slot, count]) => `${slot}（${count} 封）`).join('、');
}

/**
 * Writes the letters; what is empty in them is said before. An existing file is never written over: in a folder a letter
 * gets a number then.
 *
 * @returns the paths that the operating system refuses.
 */
export async function writeLetters(
  choice: Pick<ReviewArguments, 'letter' | 'perUnit' | 'slots'>,
  template: CommandTemplate | null,
  files: Iterable<{ readonly path: string; readonly forms: readonly LetterForm[] }>,
  { loadLetters, terminal }: Pick<CommandHouse, 'loadLetters' | 'terminal'>,
  secret: Uint8Array,
): Promise<readonly string[]> {
  const { letter, slots } = choice;
  if (letter === null) return [];
  const { wordDocument } = await loadLetters();
  const means = { fields: slotFields(slots), template, wordDocument };
  const letters = plannedLetters(choice, files).map((planned) => written(planned, means));
  if (letters.length === 0) {
    terminal.say('没有需要退回修改的问题，没有写函。');
    return [];
  }
  const empty = unfilledText(letters);
  if (empty !== '')
    terminal.say(`函里还有没填的：${empty}。空着的【】留在函里；可以用 --slot 期限=2026年3月20日 这样填。`);
  const taken = new Set<string>();
  const refused: string[] = [];
  for (const { bytes, path: wanted } of letters) {
    const path = namesLetter(letter) ? wanted : placeFor(wanted, secret, (one) => taken.has(one));
    taken.add(path);
    if (!writeWhole(path, [bytes])) refused.push(path);
  }
  const done = letters.length - refused.length;
  if (done > 0) terminal.say(`退回修改通知已写 ${done} 封：${letter}`);
  return refused;
}
