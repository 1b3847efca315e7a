/** Clauses to choose from, each with slots: they become a sentence of the rules' own language, which is Chinese. */

/** What a slot of a clause asks for. */
type Slot = 'slotNumber' | 'slotUnit' | 'slotPoints' | 'slotFrom' | 'slotTo';

/** One clause to choose. */
export interface ClauseChoice {
  readonly name:
    | 'clause-full'
    | 'clause-share'
    | 'clause-reverse'
    | 'clause-rate'
    | 'clause-band'
    | 'clause-short'
    | 'clause-over'
    | 'clause-late'
    | 'clause-case'
    | 'clause-least'
    | 'clause-most'
    | 'clause-otherwise'
    | 'clause-judgement';
  readonly slots: readonly Slot[];
  /** The clause with the values of its slots, in their order. */
  readonly write: (values: readonly string[]) => string;
}

const plainly = (text: string) => (): string => text;

export const clauseChoices: readonly ClauseChoice[] = [
  { name: 'clause-full', slots: [], write: plainly('达到目标值得满分') },
  { name: 'clause-share', slots: [], write: plainly('得分=实际完成值/年度指标值×分值') },
  { name: 'clause-reverse', slots: [], write: plainly('得分=年度指标值/实际完成值×分值') },
  { name: 'clause-rate', slots: ['slotFrom'], write: ([from = '']) => `完成率≥${from}%,得满分` },
  {
    name: 'clause-band',
    slots: ['slotFrom', 'slotTo', 'slotPoints'],
    write: ([from = '', to = '', points = '']) => `${from}%≤完成率<${to}%,得${points}分`,
  },
  {
    name: 'clause-short',
    slots: ['slotNumber', 'slotUnit', 'slotPoints'],
    write: ([number = '', unit = '', points = '']) => `每低于目标值${number}${unit},扣${points}分`,
  },
  {
    name: 'clause-over',
    slots: ['slotNumber', 'slotUnit', 'slotPoints'],
    write: ([number = '', unit = '', points = '']) => `每超过目标值${number}${unit},扣${points}分`,
  },
  {
    name: 'clause-late',
    slots: ['slotNumber', 'slotUnit', 'slotPoints'],
    write: ([number = '', unit = '', points = '']) => `每延期${number}${unit},扣${points}分`,
  },
  { name: 'clause-case', slots: ['slotPoints'], write: ([points = '']) => `每出现1次,扣${points}分` },
  { name: 'clause-least', slots: ['slotPoints'], write: ([points = '']) => `最低得${points}分` },
  { name: 'clause-most', slots: ['slotPoints'], write: ([points = '']) => `最多扣${points}分` },
  { name: 'clause-otherwise', slots: [], write: plainly('否则不得分') },
  { name: 'clause-judgement', slots: [], write: plainly('酌情得分') },
];

/** A sentence with one more clause. */
export function withClause(sentence: string, clause: string): string {
  let begun = sentence.trim();
  while (/[;；。]$/u.test(begun)) begun = begun.slice(0, -1);
  return begun === '' ? clause : `${begun};${clause}`;
}
