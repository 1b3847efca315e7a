/** A short print of a text: enough to tell whether a cell still holds what was written, without keeping the text. */

const multipliers = [0x85eb_ca6b, 0xc2b2_ae35, 0x9e37_79b1, 0x27d4_eb2f] as const;

/**
 * The print: the length and 53 bits over the UTF-16 units, in base 36. Two texts of one length share it by chance once
 * in nine thousand million million; it is no protection against forgery and need be none.
 */
export function fingerprint(text: string): string {
  let [high, low] = [0xdead_beef, 0x41c6_ce57];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, multipliers[2]);
    low = Math.imul(low ^ unit, multipliers[3]);
  }
  high = Math.imul(high ^ (high >>> 16), multipliers[0]) ^ Math.imul(low ^ (low >>> 13), multipliers[1]);
  low = Math.imul(low ^ (low >>> 16), multipliers[0]) ^ Math.imul(high ^ (high >>> 13), multipliers[1]);
  const bits = 0x1_0000_0000 * (0x1f_ffff & low) + (high >>> 0);
  return `${text.length.toString(36)}.${bits.toString(36)}`;
}
