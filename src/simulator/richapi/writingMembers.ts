/** Names, as the wire has them, of methods that change a workbook; setting a property always does. */
export const writingMembers: ReadonlySet<string> = new Set([
  'Add',
  'Clear',
  'ClearAll',
  'Delete',
  'FreezeRows',
  'Insert',
  'Merge',
  'Protect',
  'Unfreeze',
  'Unmerge',
  'Unprotect',
]);
