/** Counts of days in a text that the dates beside them contradict. */
import { datesIn, type DateInText, foldedText } from './datesInText';
import { dayNumberOf } from './dayCount';

/** A count of days and what the dates beside it give. */
export interface WrongDays {
  /** A span with its length, or how late something was done. */
  readonly of: 'span' | 'late';
  readonly stated: number;
  readonly days: number;
  /** The words that say it, in one typography. */
  readonly quoted: string;
}

const joint = /^(?:~|-|—|－|至|到|起至|开始至|开工至|开工,)+$/u;
const spanLength = /^[^\d。;]{0,10}?(\d{1,4})(?:个)?(?:日历|自然)?[天日](?!前|内|以)/u;
const delay =
  /(?:逾期|超期|延期|延误|推迟|滞后|超过|晚|迟)(?:了|完成|完工|竣工|工期|约)*(\d{1,4})(?:个)?(?:日历|自然)?天/u;
const mayNameDays = /[天日\u{2e80}-\u{2fdf}\u{3200}-\u{33ff}\u{f900}-\u{faff}\u{2f800}-\u{2fa1f}]/u;
const namesDays = /\d\s*(?:个)?(?:日历|自然)?[天日]/u;

/** The counts that are wrong; `otherYear` where neither date names one. */
export function wrongDaysIn(source: string, otherYear: number): readonly WrongDays[] {
  // Most texts have neither sign, nor one that stands for either.
  if (!mayNameDays.test(source) || !namesDays.test(source.normalize('NFKC'))) return [];
  const text = foldedText(source);
  const dates = datesIn(text);
  const between = (first: DateInText, last: DateInText): number | null => {
    const from = dayNumberOf(first.on, otherYear);
    const to = dayNumberOf(last.on, otherYear);
    return from === null || to === null ? null : to - from;
  };
  const found: WrongDays[] = [];
  for (const [place, first] of dates.entries()) {
    const last = dates[place + 1];
    if (!last || !joint.test(text.slice(first.end, last.start))) continue;
    const length = spanLength.exec(text.slice(last.end));
    const days = between(first, last);
    if (!length || days === null || days < 0) continue;
    const stated = Number(length[1]);
    // Both ways of counting are in use: with the first day and without it.
    if (stated === days || stated === days + 1) continue;
    found.push({ of: 'span', stated, days: days + 1, quoted: text.slice(first.start, last.end + length[0].length) });
  }
  const late = delay.exec(text);
  const actualAt = text.search(/实际/u);
  const planned = dates.filter(({ end }) => actualAt < 0 || end <= actualAt).at(-1);
  const done =
    actualAt < 0 ? undefined : dates.filter(({ start }) => start > actualAt && start < (late?.index ?? 0)).at(-1);
  if (!late || !planned || !done) return found;
  const days = between(planned, done);
  const stated = Number(late[1]);
  if (days !== null && days > 0 && Math.abs(stated - days) > 1)
    found.push({ of: 'late', stated, days, quoted: text.slice(planned.start, late.index + late[0].length) });
  return found;
}
