/** What a target or an actual can mean, once its text was understood. */
import type { Exact } from '../exact';

/** A comparison as the forms write it, in one typography. */
export type Comparator = '=' | '≥' | '>' | '≤' | '<';

/** A unit of measure. Two quantities can be compared when their families (and `per`) agree. */
export interface Unit {
  /** As written: 万亩, 元/户, %. */
  readonly name: string;
  /** What it measures: area, length, money, percent, person, household, visit, piece … */
  readonly family: string;
  /** How many of the family's base unit one of it is: 万亩 → 10000 (亩), % → 0.01. */
  readonly scale: Exact;
  /** The unit it is counted by (元/户 → 户), or null. */
  readonly per: Unit | null;
}

/** A day, a month or a year; parts that were not written are null. */
export interface PartialDate {
  readonly year: number | null;
  readonly month: number | null;
  /** The day of the month; 5月底 is the last day, which depends on the month and is given as 31. */
  readonly day: number | null;
}

interface Written {
  /** The text it was read from, as displayed in the cell. */
  readonly source: string;
}

/** Nothing was written. */
interface Blank extends Written {
  readonly kind: 'blank';
}
/** A dash: "not applicable", as national forms write it. */
interface Dash extends Written {
  readonly kind: 'dash';
}
/** A number with what stands around it: "≥0.5189万亩", "带动100余户". */
export interface Quantity extends Written {
  readonly kind: 'quantity';
  /** null where only a number was written. An actual with one is not a measured value, only a bound. */
  readonly comparator: Comparator | null;
  /** The number as written, in `unit`: 95 for "95%", 0.5189 for "0.5189万亩". */
  readonly number: Exact;
  readonly unit: Unit | null;
  /** 余, 左右, 约: the number is not meant exactly. */
  readonly approximate: boolean;
  /** Words before the number that do not change it: 带动, 完成, 达到. */
  readonly lead: string;
  /** Words after the number and its unit that do not change it: "5个村" → 村. Absent where there are none. */
  readonly tail?: string;
}
/** From one number to another, both within: "1-2年", "80%—90%". */
export interface Range extends Written {
  readonly kind: 'range';
  readonly low: Exact;
  readonly high: Exact;
  readonly unit: Unit | null;
  /** Words before the numbers. Absent where there are none. */
  readonly lead?: string;
}
/** A point in time not to be missed: "5月底前", "2023年10月前". */
export interface Deadline extends Written {
  readonly kind: 'deadline';
  readonly by: PartialDate;
  /** Words before the date: 春防. Absent where there are none. */
  readonly lead?: string;
}
/** A day or month on which something happened: "2023年8月2日", "2023年8月". */
export interface DateValue extends Written {
  readonly kind: 'date';
  readonly on: PartialDate;
  /** Words before the date. Absent where there are none. */
  readonly lead?: string;
}
/** A span of time: "2023.8.2-2023.10.1". */
export interface DateSpan extends Written {
  readonly kind: 'date-span';
  readonly from: PartialDate;
  readonly to: PartialDate;
}
interface YesNo extends Written {
  readonly kind: 'yes-no';
  readonly yes: boolean;
}
/** A grade or rank that is not a number: 国家二级, 优秀, 合格. */
interface Grade extends Written {
  readonly kind: 'grade';
  readonly grade: string;
  /** 良好以上 → ≥. Absent where only the grade was written. */
  readonly comparator?: Comparator;
}
/** Words of quality: 成效显著, 达成预期指标. */
export interface Qualitative extends Written {
  readonly kind: 'qualitative';
  /** The national tier that the words name, or null where they name none. */
  readonly tier: 'achieved' | 'partly' | 'not' | null;
}
/**
 * Several values in one cell: "①…；②…", "春防4月15日前,秋防10月25日前".
 * A part's label is the words before its figure (春防), or "" where there are none.
 */
interface Several extends Written {
  readonly kind: 'several';
  readonly parts: readonly { readonly label: string; readonly value: Value }[];
}
/** An error value of Excel. */
interface ErrorCell extends Written {
  readonly kind: 'error';
}
/** Honestly declared: this could not be read, and here is the piece that was not. */
interface NotUnderstood extends Written {
  readonly kind: 'not-understood';
  readonly piece: string;
}

export type Value =
  | Blank
  | Dash
  | Quantity
  | Range
  | Deadline
  | DateValue
  | DateSpan
  | YesNo
  | Grade
  | Qualitative
  | Several
  | ErrorCell
  | NotUnderstood;
