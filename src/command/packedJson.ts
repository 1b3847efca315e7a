/** Plain data packed: a batch holds that of many files until it is known what of it is needed. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** The fastest of nine levels: it makes of a result a sixth in half a millisecond. */
const level = 1;

export function packJson(value: unknown): Uint8Array {
  // Copied, because between threads a view takes along all of the larger buffer that it is of.
  return new Uint8Array(deflateRawSync(JSON.stringify(value), { level }));
}

/** What was packed. */
export function unpackJson(packed: Uint8Array): unknown {
  return JSON.parse(inflateRawSync(packed).toString('utf8'));
}
