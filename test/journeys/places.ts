/** Where the journeys leave their pictures. */
import { resolve } from 'node:path';

/** Pictures of the journeys, for looking at; never compared. */
export const screenshots = resolve('test/journeys/screenshots');
