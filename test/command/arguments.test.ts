import { readArguments } from '../../src/command/arguments';

const read = (line: string) => readArguments(line.split(' ').filter((word) => word !== ''));

test('files and options are told apart in any order', () => {
  expect(read('a.xlsx --json b.xlsx')).toEqual({
    ok: true,
    value: { paths: ['a.xlsx', 'b.xlsx'], json: true, out: null, help: false },
  });
  expect(read('--out copy.xlsx a.xlsx')).toEqual({
    ok: true,
    value: { paths: ['a.xlsx'], json: false, out: 'copy.xlsx', help: false },
  });
});

test.each([
  ['', '没有给出要复核的文件'],
  ['--json', '没有给出要复核的文件'],
  ['a.xlsx b.xlsx --out c.xlsx', '--out 只能配一个输入文件'],
  ['a.xlsx --colour', '命令有误'],
  ['a.xlsx --out', '命令有误'],
])('"%s" is refused with a Chinese sentence', (line, sentence) => {
  const result = read(line);
  expect(result.ok ? '' : result.problem).toContain(sentence);
});

test('help needs no file', () => {
  expect(read('--help')).toMatchObject({ ok: true, value: { help: true } });
});
