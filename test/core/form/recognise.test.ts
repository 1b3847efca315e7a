/** Published forms are recognised with every cell in its role. */
import { recognise } from '../../../src/core/form/recognise';
import { familyForms, publishedForm, publishedForms } from '../../forms';
import { described } from './expectForm';

describe('a published form', () => {
  it.each([...publishedForms, ...familyForms])(
    '$name is read as a person reads it',
    ({ snapshot, expect: expected }) => {
      const recognition = recognise(snapshot);
      if (!recognition.found) throw new Error(`not recognised: ${JSON.stringify(recognition.because)}`);
      expect(recognition.forms).toHaveLength(1);
      const [form] = recognition.forms;
      expect(described(form!, expected)).toEqual(expected);
    },
  );

  it.each([...publishedForms, ...familyForms])('$name leaves no doubt about its columns', ({ snapshot }) => {
    const recognition = recognise(snapshot);
    const doubts = recognition.found ? recognition.forms.flatMap((form) => form.doubts) : [];
    expect(doubts.filter(({ kind }) => kind !== 'rows-shifted')).toEqual([]);
  });
});

test.each([
  ['farmland-2021', '泾源县2021年中央及自治区农田建设补助资金'],
  ['cattle-2023', '2023年西水界乡前沙城村养殖场建设项目'],
  ['canteen-2023', '食堂经费'],
])('the project of %s is named without its label', (name, project) => {
  const recognition = recognise(publishedForm(name).snapshot);
  expect(recognition.found && recognition.forms[0]?.projectName).toBe(project);
});

test('recognition changes nothing of what it reads and holds only plain data', () => {
  const { snapshot } = publishedForm('planning-2023');
  const before = JSON.stringify(snapshot);
  const first = JSON.stringify(recognise(snapshot));
  expect(JSON.stringify(snapshot)).toBe(before);
  expect(JSON.stringify(recognise(snapshot))).toBe(first);
});
