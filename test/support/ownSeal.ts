/** The seal of the installation that a test stands for, and that of another one. */
import { createSeal, secretLength } from '../../src/review/memory/seal';

export const ownSeal = createSeal(new Uint8Array(secretLength).fill(1));
export const foreignSeal = createSeal(new Uint8Array(secretLength).fill(2));
