/** Where the journeys find their browser and leave their pictures. */
import { resolve } from 'node:path';

/** Pictures of the journeys, for looking at; never compared. */
export const screenshots = resolve('test/journeys/screenshots');

/** Debian's Chromium; CHROMIUM names another. */
export const browserPath = (): string => process.env['CHROMIUM'] ?? '/usr/bin/chromium';
