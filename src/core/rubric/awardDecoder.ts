/** Reads points and shares from untrusted JSON. */
import { decimal, object, only, variant, type Decoder } from './decoder';
import type { Award } from './rule';

/** More points than any form gives. */
export const mostPoints = 1000;

/** A share or a rate; a rate may exceed one. */
export const ratio = decimal(0, 100);
export const share = decimal(0, 1);
export const points = decimal(-mostPoints, mostPoints);

export const nothing: Award = { kind: 'points', points: points(0, { path: '', problems: [], depth: 0 }) };

export const awardDecoders = {
  points: (): Decoder<Extract<Award, { kind: 'points' }>> =>
    object<Extract<Award, { kind: 'points' }>>({ kind: only('points'), points }),
  share: (): Decoder<Extract<Award, { kind: 'share' }>> =>
    object<Extract<Award, { kind: 'share' }>>({ kind: only('share'), share }),
};
export const award: Decoder<Award> = (source, place) => variant<Award>(awardDecoders)(source, place) ?? nothing;
