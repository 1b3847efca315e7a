/** How the core is told that a sheet was made by this add-in: whoever knows the papers hands the recogniser in. */
import type { Snapshot } from '../sheet/snapshot';

/** paper: a report, workpaper or summary of ours, never a form · sample: the sample form, none of the unit's. */
export type OwnSheetKind = 'paper' | 'sample';

/** Says what a sheet of our own is; null for every other sheet. */
export type RecogniseOwn = (snapshot: Snapshot) => OwnSheetKind | null;
