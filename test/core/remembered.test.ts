import { remembered } from '../../src/core/remembered';

/** A function that keeps its results, and the texts that it made something of, in order. */
function counted(bounds: Parameters<typeof remembered>[1]) {
  const made: string[] = [];
  const of = remembered((text) => {
    made.push(text);
    return { text };
  }, bounds);
  return { made, of };
}

test('the same text gives the same object, made once', () => {
  const { made, of } = counted({});
  expect(of('分值')).toBe(of('分值'));
  expect(of('得分')).toEqual({ text: '得分' });
  expect(made).toEqual(['分值', '得分']);
});

test('what was asked for last is kept, and no more than twice the bound', () => {
  const { made, of } = counted({ least: 2 });
  for (const text of ['a', 'b', 'c', 'a', 'd', 'e', 'f', 'g']) of(text);
  made.length = 0;
  for (const text of ['g', 'f', 'e']) of(text);
  expect(made).toEqual([]);
  of('b');
  expect(made).toEqual(['b']);
});

test('a long text is made anew each time', () => {
  const { made, of } = counted({ longest: 3 });
  for (const text of ['四个字的', '四个字的', '三个字', '三个字']) of(text);
  expect(made).toEqual(['四个字的', '四个字的', '三个字']);
});
