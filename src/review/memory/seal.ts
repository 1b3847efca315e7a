/**
 * Tells what this installation kept from what came with a file: every kept piece carries a signature that only the
 * holder of this installation's secret can make. A reviewed unit can write what it likes into its own file, but not
 * that signature.
 */
import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import type { Preferences } from './preferences';

/** Signs pieces, and knows its own signatures again. */
export interface Seal {
  /** The signature of a piece at its place; another place or another piece has another. */
  sign(place: string, piece: unknown): string;
  /** Whether this installation signed that piece for that place. */
  isOurs(place: string, piece: unknown, signature: unknown): boolean;
}

/** Bytes of the secret, and of a signature: half of SHA-256 is ample for it and short for the file. */
export const secretLength = 32;
const signatureLength = 16;

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The seal of a secret: HMAC-SHA-256 over the place and the piece as JSON.
 *
 * @param secret `secretLength` bytes that nobody else knows.
 */
export function createSeal(secret: Uint8Array): Seal {
  const sign = (place: string, piece: unknown): string =>
    hex(hmac(sha256, secret, JSON.stringify([place, piece])).subarray(0, signatureLength));
  return { sign, isOurs: (place, piece, signature) => signature === sign(place, piece) };
}

/** The key under which the secret lies among the user's preferences, never in a workbook. */
export const secretKey = 'secret';

function bytesOf(text: string | null): Uint8Array | null {
  if (text === null || !/^[0-9a-f]{64}$/.test(text)) return null;
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

/**
 * The seal of the user's preferences; its secret is made when it is first needed. Where preferences do not last, nor
 * does the secret: what was kept before is then an offer like anybody's.
 *
 * @param random fills the bytes with chance that cannot be guessed.
 */
export function sealOf(preferences: Preferences, random: (bytes: Uint8Array) => void): Seal {
  const kept = bytesOf(preferences.get(secretKey));
  if (kept) return createSeal(kept);
  const secret = new Uint8Array(secretLength);
  random(secret);
  preferences.set(secretKey, hex(secret));
  return createSeal(secret);
}
