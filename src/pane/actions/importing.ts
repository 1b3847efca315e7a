/** What brings tables of a file into the workbook, and takes them away again. */
import { succeeded } from '../../port/outcome';
import type { Imported } from '../../review/importSheets';
import type { Actions } from '../context';
import type { PaneServices } from '../services';
import type { Runner } from './runner';

/** An import that was stopped before anything was written. */
const nothing = (fileName: string): Imported => ({
  fileName,
  sheets: [],
  hidden: [],
  isRecorded: false,
  unfinished: [],
});

/** The actions around a file that the user chose. */
export function importing(
  runner: Runner,
  services: PaneServices,
): Pick<Actions, 'importFile' | 'listImports' | 'takeBackImport'> {
  const listImports = (): void =>
    runner.ask(
      { kind: 'list-imports' },
      () => services.listImports(),
      (imports) => ({ type: 'imports-listed', imports }),
    );
  return {
    listImports,
    importFile: (file) => {
      const { readTables } = services;
      if (!readTables) throw new Error('a file was chosen where none is read');
      runner.run(
        { kind: 'import' },
        async (attempt) => {
          const read = await readTables(file);
          if (!read.ok) return read;
          // Nothing is written yet: who stopped waiting wants no sheets any more.
          if (attempt.isAbandoned) return succeeded(nothing(file.name));
          attempt.heard();
          return services.importSheets(read.value);
        },
        (imported) => {
          listImports();
          return { type: 'imported', imported };
        },
      );
    },
    takeBackImport: (time) =>
      runner.run(
        { kind: 'take-back-import' },
        () => services.takeBackImport(time),
        (takenBack) => {
          listImports();
          return { type: 'import-taken-back', takenBack };
        },
      ),
  };
}
