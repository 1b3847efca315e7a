/** The published forms, rebuilt as fixtures: their values, merges and mistakes as published, without names of persons. */
import { type FormFile, type PublishedForm, readFormFile } from './formFixture';
import revitalisation2023 from './published/revitalisation-2023.json';
import canteen2023 from './published/canteen-2023.json';
import planning2023 from './published/planning-2023.json';
import farmland2019 from './published/farmland-2019.json';
import water2019 from './published/water-2019.json';
import disaster2019 from './published/disaster-2019.json';
import cattle2023 from './published/cattle-2023.json';
import farmland2021 from './published/farmland-2021.json';
import framework15253030 from './published/framework-15-25-30-30.json';

const files: readonly FormFile[] = [
  revitalisation2023,
  canteen2023,
  planning2023,
  farmland2019,
  water2019,
  disaster2019,
  cattle2023,
  farmland2021,
  framework15253030,
] as readonly unknown[] as readonly FormFile[];

/** Every published form with its snapshot and what a person sees in it. */
export const publishedForms: readonly PublishedForm[] = files.map(readFormFile);

/** One published form by its name. @throws Error when there is none of that name. */
export function publishedForm(name: string): PublishedForm {
  const form = publishedForms.find((candidate) => candidate.name === name);
  if (!form) throw new Error(`there is no published form "${name}"`);
  return form;
}

export { familyForms } from './families';
export { snapshotOf } from './snapshotOf';
export type { FormExpectation, PublishedForm } from './formFixture';
