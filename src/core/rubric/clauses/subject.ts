/** Whom a sentence is about: 若为定性指标 · 正向指标（即指标值为≥*）. */
import { matchAt, type ReadPhrase } from './phrase';

const subject =
  /(?:对于|若|如|对)?(?:定量指标)?(?:若|如)?(?:定量指标)?(?:属于|为)?(定性|定量|正向|反向|逆向|负向)(?:绩效)?指标(?:\([^()]{0,24}\))?(?:的|,则)?/uy;

/** A quantitative, qualitative, positive or reverse indicator. */
export const readSubject: ReadPhrase = (text, at) => {
  const match = matchAt(subject, text, at);
  if (!match) return null;
  const to = at + match[0].length;
  switch (match[1]) {
    case '定性':
      return { to, is: { kind: 'subject', of: 'qualitative' } };
    case '定量':
      return { to, is: { kind: 'subject', of: 'quantitative' } };
    case '正向':
      return { to, is: { kind: 'subject', of: 'positive' } };
    default:
      return { to, is: { kind: 'subject', of: 'reverse' } };
  }
};
