/** Named levels: 成效显著5分;一般4分;不明显3分 · 好(5分)、较好(4分)、差(0分). */
import { exact, type Exact } from '../../exact';
import type { Award, Level } from '../rule';
import { awardOf, matchesOf, numberPattern, pointsAward, type ReadIdiom } from '../ruleText';

/** A name starts where a piece starts: the 月底前 of "12月底前" is none. */
const level = new RegExp(
  `(?<=^|[。;、,\\n①-⑳.)])(?:[①-⑳]|\\d[.、)])?([^。;、,()①-⑳\\d%≥≤<>每扣减]{1,20}?)(?:,|:|,即)?(?:的|者)?,?\\(?(?:可)?(?:得|计|记|为)?(?:(${numberPattern})分|(\\d+(?:\\.\\d+)?)%(?:的)?(?:权重分|分值|权重)|(不得分|不计分)|(满分))\\)?`,
  'u',
);

function amountOf(award: Award): Exact {
  return award.kind === 'points' ? award.points : award.share;
}

/** At least two names with falling points in the same measure. */
export const readLevels: ReadIdiom = (text) => {
  const found = matchesOf(text, level).map(({ from, to, groups }) => {
    const [, name = '', points, percentage, nothing, full] = groups;
    const award = nothing ? pointsAward(exact(0)) : awardOf(points, percentage);
    return { span: { from, to }, isFull: full !== undefined, level: { name: name.replace(/的$/u, ''), award } };
  });
  const levels: readonly Level[] = found.map((each) => each.level);
  const paid = levels.filter(({ award }) => !amountOf(award).eq(0));
  // 满分 fits beside points as well as beside percentages.
  const kinds = new Set(
    found.flatMap(({ isFull, level: { award } }) => (isFull || amountOf(award).eq(0) ? [] : [award.kind])),
  );
  const falls = levels.every(({ award }, index) => {
    const above = levels[index - 1];
    return !above || amountOf(award).lt(amountOf(above.award)) || found[index - 1]?.isFull === true;
  });
  // One name with points and one without are a condition, not levels.
  const isScale = paid.length >= 2 || (levels.length >= 2 && paid.length === 1 && /[①-⑳]/u.test(text));
  if (!isScale || kinds.size > 1 || !falls || /否则/u.test(text)) return null;
  return { rule: { kind: 'levels', levels }, spans: found.map(({ span }) => span) };
};
