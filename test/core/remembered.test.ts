import { remembered, rememberedFrom, rememberedOf } from '../../src/core/remembered';

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

test('what was made of a thing is kept with the thing', () => {
  let made = 0;
  const of = rememberedOf((thing: { readonly text: string }) => ({ text: thing.text, made: (made += 1) }));
  const one = { text: '分值' };
  expect(of(one)).toBe(of(one));
  expect(of({ text: '分值' })).not.toBe(of(one));
  expect(made).toBe(2);
});

test('what was made of several things is made again where one of them is another', () => {
  let made = 0;
  const keep = rememberedFrom<number>();
  const of = (...from: readonly [object, ...unknown[]]): number => keep(from, () => (made += 1));
  const [row, rubric] = [{}, {}];
  expect(of(row, rubric, null)).toBe(1);
  expect(of(row, rubric, null)).toBe(1);
  expect(of(row, {}, null)).toBe(2);
  expect(of(row, rubric, null)).toBe(3);
  expect(of(row, rubric)).toBe(4);
  expect(of(row, rubric, undefined)).toBe(5);
  expect(of({}, rubric, undefined)).toBe(6);
});
