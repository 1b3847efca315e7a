/**
 * What the files of a batch tell the forms of each other. Documents are found by their project, so that a form is held
 * against the few that are about it, however many files there are.
 */
import { type Documents, noDocuments } from './documents';
import { projectKey } from './sameProject';

/** What may be told to the forms of another file: a report or a table of results is about its own workbook. */
export type Told = Pick<Documents, 'targetTables' | 'yearForms'>;

/** The documents of a file with the name that findings call it by. */
export function toldBy({ targetTables, yearForms }: Told, file: string): Told {
  return {
    targetTables: targetTables.map((table) => ({ ...table, file })),
    yearForms: yearForms.map((form) => ({ ...form, file })),
  };
}

/** One file of a batch. */
export interface FileDocuments {
  /** Unique in the batch, as names of files are not. */
  readonly id: string;
  /** By what findings call it. */
  readonly name: string;
  readonly documents: Told;
}

/** What stands about these projects in all files but one. */
export type Elsewhere = (projects: readonly (string | null)[], butFile: string) => Documents;

/** The documents of a batch, in the order of its files. */
export function elsewhereIn(files: readonly FileDocuments[]): Elsewhere {
  const byProject = new Map<string, { readonly id: string; readonly told: Told }[]>();
  const put = (project: string, id: string, told: Told): void => {
    const key = projectKey(project);
    const known = byProject.get(key) ?? [];
    known.push({ id, told });
    byProject.set(key, known);
  };
  for (const { documents, id, name } of files) {
    const { targetTables, yearForms } = toldBy(documents, name);
    for (const table of targetTables) put(table.projectName, id, { targetTables: [table], yearForms: [] });
    for (const form of yearForms) put(form.projectName, id, { targetTables: [], yearForms: [form] });
  }
  return (projects, butFile) => {
    const keys = new Set(projects.flatMap((project) => (project === null ? [] : projectKey(project))));
    const found = [...keys].flatMap((key) => byProject.get(key) ?? []).filter(({ id }) => id !== butFile);
    return {
      ...noDocuments,
      targetTables: found.flatMap(({ told }) => told.targetTables),
      yearForms: found.flatMap(({ told }) => told.yearForms),
    };
  };
}
