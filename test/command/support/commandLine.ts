/** What `npm run review` starts, for tests that start it often: npm itself takes as long as a whole review. */
import { resolve } from 'node:path';

/** What follows the name of Node; words for the program come after it. */
export const commandLine: readonly string[] = [resolve('src/main/review.js')];
