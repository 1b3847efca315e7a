/** What a user is told of a file that is not opened, and what a copy of one is called. */
import type { HostFault } from '../port/workbook';
import type { WorkbenchKey } from '../words/workbenchWords';

/** One sentence and one next step. */
export interface Refusal {
  readonly sentence: WorkbenchKey;
  readonly nextStep: WorkbenchKey;
  /** What the sentences name. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Why the file was not opened: by what it is inside, whatever its name says. */
export function refusalOf(name: string, fault: HostFault): Refusal {
  const facts = { file: name, path: name };
  switch (fault.kind) {
    case 'file-damaged':
      return { sentence: 'fault-file-damaged', nextStep: 'next-file-damaged', facts: { ...facts, place: fault.place } };
    case 'file-encrypted':
    case 'file-too-large':
    case 'file-missing':
    case 'not-a-workbook':
    case 'file-empty':
    case 'file-old-word':
    case 'file-without-table':
    case 'file-pdf':
    case 'file-image':
    case 'file-slides':
    case 'file-archive':
      return { sentence: `fault-${fault.kind}`, nextStep: `next-${fault.kind}`, facts };
    default:
      return { sentence: 'fault-other-host', nextStep: 'next-other-host', facts };
  }
}

/** Formats that a copy keeps; everything else is saved as .xlsx. */
const ownEnding = /\.(?:xlsx|xlsm|xltx|xltm)$/i;
const tableEnding = /\.(?:xls|xlt|et|ett|xlsb|ods|ots|fods|docx|docm|html?|csv|tsv|txt)$/i;

/**
 * The name of the reviewed copy: the file's own with `suffixed` around it, once only. Macros keep their ending; a file
 * that was converted on opening is an .xlsx now, whatever it was called.
 */
export function copyName(fileName: string, isConverted: boolean, suffixed: (name: string) => string): string {
  const ending = ownEnding.exec(fileName)?.[0] ?? tableEnding.exec(fileName)?.[0] ?? '';
  const name = fileName.slice(0, fileName.length - ending.length);
  // "（复核稿）" alone, to see whether the file is a copy already.
  const isCopy = name.endsWith(suffixed(''));
  const keeps = ownEnding.test(ending) && !isConverted;
  return `${isCopy ? name : suffixed(name)}${keeps ? ending.toLowerCase() : '.xlsx'}`;
}
