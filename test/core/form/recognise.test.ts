/** Published forms are recognised with every cell in its role. */
import { recognise } from '../../../src/core/form/recognise';
import { familyForms, publishedForms } from '../../forms';
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
