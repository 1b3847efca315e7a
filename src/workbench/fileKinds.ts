/** What a file is by its name and by what came of opening it, so that its user is told what to do with it. */
import type { HostFault } from '../port/workbook';
import type { WorkbenchKey } from '../words/workbenchWords';

/** One sentence and one next step. */
export interface Refusal {
  readonly sentence: WorkbenchKey;
  readonly nextStep: WorkbenchKey;
}

const byEnding: readonly (readonly [endings: RegExp, refusal: Refusal])[] = [
  [/\.(?:xls|xlt)$/i, { sentence: 'fault-xls', nextStep: 'next-xls' }],
  [/\.xlsb$/i, { sentence: 'fault-xlsb', nextStep: 'next-xls' }],
  [/\.(?:et|ett)$/i, { sentence: 'fault-et', nextStep: 'next-et' }],
  [/\.(?:ods|ots|fods|uos)$/i, { sentence: 'fault-ods', nextStep: 'next-ods' }],
  [/\.(?:csv|tsv|txt)$/i, { sentence: 'fault-csv', nextStep: 'next-other' }],
];
const workbookEnding = /\.(?:xlsx|xlsm|xltx|xltm)$/i;

/** Why the file was not opened. What is a workbook inside is opened whatever its name says. */
export function refusalOf({ name, size }: Pick<File, 'name' | 'size'>, fault: HostFault): Refusal {
  switch (fault.kind) {
    case 'file-encrypted':
      return { sentence: 'fault-file-encrypted', nextStep: 'next-file-encrypted' };
    case 'file-too-large':
      return { sentence: 'fault-file-too-large', nextStep: 'next-file-too-large' };
    case 'file-missing':
      return { sentence: 'fault-file-missing', nextStep: 'next-file-missing' };
    default: {
      if (size === 0) return { sentence: 'fault-empty', nextStep: 'next-empty' };
      const known = byEnding.find(([ending]) => ending.test(name))?.[1];
      if (known) return known;
      return workbookEnding.test(name) || !name.includes('.')
        ? { sentence: 'fault-not-a-workbook', nextStep: 'next-not-a-workbook' }
        : { sentence: 'fault-other', nextStep: 'next-other' };
    }
  }
}

/** The name of the reviewed copy: the file's own with `suffixed` around it, once only; macros keep their ending. */
export function copyName(fileName: string, suffixed: (name: string) => string): string {
  const ending = workbookEnding.exec(fileName)?.[0] ?? '';
  const name = fileName.slice(0, fileName.length - ending.length);
  // "（复核稿）" alone, to see whether the file is a copy already.
  const isCopy = name.endsWith(suffixed(''));
  return `${isCopy ? name : suffixed(name)}${ending === '' ? '.xlsx' : ending.toLowerCase()}`;
}
