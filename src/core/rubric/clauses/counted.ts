/** Several alike at once: 以上四项各得1分 · 两项各占权重的50% · 以上三项. */
import { pointsAward, ratioOf, shareAward } from '../ruleText';
import { digits, number, valueOf } from './numberWords';
import { matchAt, type ReadPhrase } from './phrase';

/** No list of a rule is longer. */
const most = 100;

const each = new RegExp(
  `(?:以上|上述)?(${number})(?:项|个方面|点|条)(?:指标|内容|要求)?(?:各|均|每项)(?:得|占|为|计)?(?:(${digits})分|(?:权重的|分值的|权重分的)?(${digits})%(?:权重分|的权重|的分值|的权重分)?)`,
  'uy',
);
const count = new RegExp(`(?:以上|上述|前述|共计?)(?![一1](?:项|条|点|个))(${number})(?:项|条|点|个方面|个项目)`, 'uy');

/** A number of items that are worth the same. */
export const readCounted: ReadPhrase = (text, at) => {
  const match = matchAt(each, text, at);
  if (!match) return null;
  const [whole, amount = '1', points, share] = match;
  const items = Number(valueOf(amount).toFixed());
  if (items > most || !Number.isInteger(items)) return null;
  const award = points === undefined ? shareAward(ratioOf(share ?? '0')) : pointsAward(valueOf(points));
  return { to: at + whole.length, is: { kind: 'counted', count: items, award } };
};

/** How many things a text lists. */
export const readCount: ReadPhrase = (text, at) => {
  const match = matchAt(count, text, at);
  if (!match) return null;
  const items = Number(valueOf(match[1] ?? '1').toFixed());
  if (items > most || !Number.isInteger(items)) return null;
  return { to: at + match[0].length, is: { kind: 'count', count: items } };
};
