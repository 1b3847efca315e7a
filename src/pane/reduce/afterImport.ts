/** What becomes of the state when tables of a file came in, or went again. */
import type { Handlers } from './handlers';

export const afterImport: Handlers<'imported' | 'imports-listed' | 'import-taken-back'> = {
  imported: (state, event) => ({
    ...state,
    running: null,
    imported: event.imported,
    importTakenBack: null,
    isWorkbookStale: true,
  }),
  'imports-listed': (state, event) => ({
    ...state,
    imports: event.imports,
    failure: state.failure?.task.kind === 'list-imports' ? null : state.failure,
  }),
  'import-taken-back': (state, event) => ({
    ...state,
    running: null,
    imported: null,
    importTakenBack: event.takenBack,
    isWorkbookStale: true,
  }),
};
