/** The columns that a user mapped: kept in the workbook by header row, and by a fingerprint of it for the next. */
import { type ColumnMapping, headerSignature } from '../../core/form/columnMapping';
import { isColumnRole } from '../../core/form/roles';
import type { Snapshot } from '../../core/sheet/snapshot';
import { fingerprint } from '../../core/fingerprint';
import { isRecord, type Kept, readKept, readList, textToKeep } from './kept';
import type { Preferences } from './preferences';
import type { PieceKind } from './signedMemory';

/** The key under which the mappings of a workbook are kept in it, and those of a user in the preferences. */
export const mappingsKey = 'columns';

/** A mapping for the preferences of a user: the header row as a fingerprint, so that no word of a form is stored. */
export interface AnonymousMapping {
  readonly header: string;
  readonly roles: ColumnMapping['roles'];
}

function readRole(element: unknown): ColumnMapping['roles'][number] | null {
  if (!isRecord(element)) return null;
  const { offset, role } = element;
  return isColumnRole(role) && typeof offset === 'number' && Number.isInteger(offset) ? { role, offset } : null;
}

function readMapping(element: unknown): ColumnMapping | null {
  if (!isRecord(element) || typeof element['signature'] !== 'string') return null;
  const roles = readList(element['roles'], readRole);
  return roles && { signature: element['signature'], roles };
}

function readAnonymous(element: unknown): AnonymousMapping | null {
  if (!isRecord(element) || typeof element['header'] !== 'string') return null;
  const roles = readList(element['roles'], readRole);
  return roles && { header: element['header'], roles };
}

/** How the mappings of a workbook are kept. */
export const mappingKind: PieceKind<ColumnMapping> = {
  key: mappingsKey,
  read: readMapping,
  fieldsOf: ({ roles, signature }) => ({
    signature,
    roles: roles.map(({ offset, role }) => ({ role, offset })),
  }),
  placeOf: () => mappingsKey,
};

/** Reads the mappings kept for a user. */
function readAnonymousMappings(text: string | null): Kept<readonly AnonymousMapping[]> {
  return readKept(text, (content) => readList(content, readAnonymous));
}

/** The user's mappings on this machine. */
export function preferredMappings(preferences: Preferences): readonly AnonymousMapping[] {
  const kept = readAnonymousMappings(preferences.get(mappingsKey));
  return kept.kind === 'value' ? kept.value : [];
}

/** More than a person meets in a year; the ones used longest ago go first. */
const mostMappings = 30;

/** The mappings with this one in front, in the place of an older one for the same header row. */
export function withMapping(mappings: readonly ColumnMapping[], mapping: ColumnMapping): readonly ColumnMapping[] {
  return [mapping, ...withoutMapping(mappings, mapping.signature)].slice(0, mostMappings);
}

/** The mappings without the one for this header row. */
export function withoutMapping(mappings: readonly ColumnMapping[], signature: string): readonly ColumnMapping[] {
  return mappings.filter((one) => one.signature !== signature);
}

/** The user's mappings with this one in front. */
export function withAnonymous(
  mappings: readonly AnonymousMapping[],
  { roles, signature }: ColumnMapping,
): readonly AnonymousMapping[] {
  return [{ header: fingerprint(signature), roles }, ...withoutAnonymous(mappings, { signature })].slice(
    0,
    mostMappings,
  );
}

/** The user's mappings without the one for this header row. */
export function withoutAnonymous(
  mappings: readonly AnonymousMapping[],
  { signature }: Pick<ColumnMapping, 'signature'>,
): readonly AnonymousMapping[] {
  const header = fingerprint(signature);
  return mappings.filter((one) => one.header !== header);
}

/** The text to keep; null where there is nothing to keep. */
export function textOfMappings(mappings: readonly AnonymousMapping[]): string | null {
  return mappings.length === 0 ? null : textToKeep(mappings);
}

/** The signatures of all rows of a sheet that have one, from the top. */
function signaturesOf(snapshot: Snapshot): readonly string[] {
  const { area } = snapshot;
  if (!area) return [];
  return Array.from({ length: area.bottom - area.top + 1 }, (_, index) =>
    headerSignature(snapshot, area.top + index),
  ).filter((signature) => signature !== null);
}

/** The mapping that fits a header row of the sheet, or null. */
export function mappingFor(snapshot: Snapshot, mappings: readonly ColumnMapping[]): ColumnMapping | null {
  if (mappings.length === 0) return null;
  const signatures = new Set(signaturesOf(snapshot));
  return mappings.find(({ signature }) => signatures.has(signature)) ?? null;
}

/** A user's mapping that fits a header row of the sheet, with that row's wording put in again; or null. */
export function anonymousMappingFor(snapshot: Snapshot, mappings: readonly AnonymousMapping[]): ColumnMapping | null {
  if (mappings.length === 0) return null;
  for (const signature of signaturesOf(snapshot)) {
    const header = fingerprint(signature);
    const mapping = mappings.find((one) => one.header === header);
    if (mapping) return { signature, roles: mapping.roles };
  }
  return null;
}
