/** Numbered parts, each with its own share of the weight and its own rule (平鲁: 1年以内 50%，1—2年 40%，2年以上 10%). */
import { exact, sum, type Exact } from '../../exact';
import type { Award, Band, Rule, RulePart } from '../rule';
import { awardOf, awardPattern, matchesOf, type ReadIdiom, type Span } from '../ruleText';
import { bandedRate, bandsOf } from './bands';

interface Numbered extends Span {
  readonly text: string;
}

const numbering = /(?:^|[。;\n:])[1-9][.、]|[①-⑳]/u;

/** The numbered pieces of a text: "1." "2." or ① ②. */
export function numberedPieces(text: string): readonly Numbered[] {
  const starts = matchesOf(text, numbering);
  return starts.map(({ from }, index) => {
    const to = starts[index + 1]?.from ?? text.length;
    return { from, to, text: text.slice(from, to) };
  });
}

/** The share that an award is, or null for points and for values. */
function shareOf(award: Band['award']): Exact | null {
  return award.kind === 'share' ? award.share : null;
}

/** A part's bands with awards as shares of the part instead of the whole weight. */
function withinPart(bands: readonly Band[], share: Exact): readonly Band[] {
  return bands.map((band) => {
    const own = shareOf(band.award);
    const award: Award | null = own ? { kind: 'share', share: own.div(share) } : null;
    return award ? { ...band, award } : band;
  });
}

const hasOrNot = new RegExp(
  `^([^,;。\\n]{0,40}?不?存在[^,;。\\n]{0,40}),得${awardPattern}[;,](?:存在|否则)[,]?(?:得0分|不得分)`,
  'u',
);

function partOf({ text }: Numbered): RulePart | null {
  const words = text.replace(/^[。;\n:]?(?:\d[.、]|[①-⑳])/u, '');
  const stated = bandsOf(words).map(({ band }) => band);
  const shares = stated.map(({ award }) => shareOf(award)).filter((share) => share !== null);
  const most = shares.sort((left, right) => right.cmp(left))[0];
  if (stated.length >= 2 && most?.gt(0) && most.lt(1)) {
    const label = words.split(/达到|≥|,/u)[0] ?? words;
    const rule: Rule = { kind: 'bands', of: bandedRate(label, true), bands: withinPart(stated, most) };
    return { label, share: most, rule };
  }
  const match = hasOrNot.exec(words);
  if (!match) return null;
  const [, condition = '', points, percentage] = match;
  const award = awardOf(points, percentage);
  if (award.kind !== 'share') return null;
  const rule: Rule = { kind: 'all-or-nothing', condition, threshold: null, otherwise: 'zero', vetoes: [] };
  return { label: condition, share: award.share, rule };
}

/** Numbered parts whose shares add up to the whole weight. */
export const readParts: ReadIdiom = (text) => {
  const pieces = numberedPieces(text);
  if (pieces.length < 2) return null;
  const parts = pieces.map(partOf).filter((part) => part !== null);
  if (parts.length < pieces.length || !sum(parts.map(({ share }) => share)).eq(exact(1))) return null;
  return { rule: { kind: 'parts', parts }, spans: pieces };
};
