/** As many forms as wanted, made of the published ones: each with a number, a file and a project of its own. */
import { formsOf } from '../../../src/command/reviewedFile';
import type { Published, PublishedForm } from '../../../src/summary/published';
import { rollUp } from '../../../src/summary/rollUp';
import { rollUpEntry } from '../../../src/summary/rollUpEntry';
import { publishedForms } from '../../forms';
import { reviewed } from './publishedBatch';

const unreadable = 3_000;

/** What is published of so many forms, and of a list of files that could not be read. */
export async function manyForms(many: number): Promise<Published> {
  const files = await Promise.all(publishedForms.map(({ name, snapshot }) => reviewed(`${name}.xlsx`, [snapshot])));
  const models = files.flatMap((file) =>
    formsOf(file, 1).map((form, place) => ({ form, problems: file.forms[place]?.problems ?? [] })),
  );
  const formAt = (place: number): PublishedForm => {
    const { form } = modelAt(place);
    const project = `${form.facts.project ?? '项目'}第${place + 1}期`;
    return { ...form, number: place + 1, path: `报送/${place + 1}/${form.path}`, facts: { ...form.facts, project } };
  };
  function modelAt(place: number): (typeof models)[number] {
    const model = models[place % models.length];
    if (!model) throw new Error('there are no forms');
    return model;
  }
  const entries = Array.from({ length: many }, (_, place) => {
    const { facts, path, sheet } = formAt(place);
    return rollUpEntry({ path, sheet }, facts, modelAt(place).problems);
  });
  return {
    rollUp: rollUp(entries),
    unread: Array.from({ length: unreadable }, (_, place) => ({
      path: `报送/坏的${place}.xlsx`,
      sheet: null,
      reason: '文件损坏，打不开。请向报送单位要一份完好的。',
    })),
    files: many + unreadable,
    time: null,
    *forms() {
      for (let place = 0; place < many; place += 1) yield formAt(place);
    },
  };
}
