import { readArguments } from '../../src/command/arguments';

const read = (line: string) => readArguments(line.split(' ').filter((word) => word !== ''));
const nothing = {
  paths: [],
  json: false,
  html: null,
  xlsx: null,
  out: null,
  sheets: false,
  rubric: null,
  adopt: false,
  letter: null,
  template: null,
  slots: [],
  perUnit: false,
  against: null,
  jobs: null,
  resume: false,
  overwrite: false,
  debug: false,
  time: false,
  clean: false,
  shard: null,
  results: null,
  merge: false,
  help: false,
};

test('files and options are told apart in any order', () => {
  expect(read('a.xlsx --json b.xlsx')).toEqual({
    ok: true,
    value: { ...nothing, paths: ['a.xlsx', 'b.xlsx'], json: true },
  });
  expect(read('--out copy.xlsx a.xlsx')).toEqual({
    ok: true,
    value: { ...nothing, paths: ['a.xlsx'], out: 'copy.xlsx' },
  });
  expect(read('forms --html r.html --xlsx r.xlsx --out copies --sheets --rubric xixia-2019 --jobs 3 --resume')).toEqual(
    {
      ok: true,
      value: {
        ...nothing,
        paths: ['forms'],
        html: 'r.html',
        xlsx: 'r.xlsx',
        out: 'copies',
        sheets: true,
        rubric: 'xixia-2019',
        jobs: 3,
        resume: true,
      },
    },
  );
});

test('a share and its results, and results to put together', () => {
  expect(read('forms --shard 2/8 --results r.jsonl --out copies --resume')).toEqual({
    ok: true,
    value: {
      ...nothing,
      ...{ paths: ['forms'], shard: { index: 2, count: 8 }, results: 'r.jsonl', out: 'copies', resume: true },
    },
  });
  expect(read('1.jsonl 2.jsonl --merge --html r.html --time')).toEqual({
    ok: true,
    value: { ...nothing, paths: ['1.jsonl', '2.jsonl'], merge: true, html: 'r.html', time: true },
  });
});

test.each([
  ['', '没有给出要复核的文件'],
  ['--json', '没有给出要复核的文件'],
  ['a.xlsx b.xlsx --out c.xlsx', '--out 只能配一个输入文件'],
  ['a.xlsx --colour', '命令有误'],
  ['a.xlsx --out', '命令有误'],
  ['a.xlsx --html r.txt', '.html'],
  ['a.xlsx --xlsx r.xls', '.xlsx'],
  ['a.xlsx --jobs 0', '--jobs 要写 1 到 64'],
  ['a.xlsx --jobs two', '--jobs 要写 1 到 64'],
  ['a.xlsx --resume', '--resume 要和'],
  ['forms --shard 0/4 --results r.jsonl', '--shard 要写成 2/8'],
  ['forms --shard 5/4 --results r.jsonl', '--shard 要写成 2/8'],
  ['forms --shard two --results r.jsonl', '--shard 要写成 2/8'],
  ['forms --shard 1/4', '--results <文件.jsonl> 要一起用'],
  ['forms --results r.jsonl', '--results <文件.jsonl> 要一起用'],
  ['forms --shard 1/4 --results r.json', '.jsonl'],
  ['forms --shard 1/4 --results r.jsonl --html r.html', '用 --merge 汇总'],
  ['r.jsonl --merge --rubric xixia-2019', '--merge 只汇总'],
  ['r.jsonl --merge --shard 1/4 --results r2.jsonl', '--merge 只汇总'],
  ['a.xlsx --sheets', '--sheets 要和 --out'],
  ['a.xlsx --out b.xlsx --resume', '--resume 要和'],
  ['a.xlsx --slot 期限=x', '要和 --letter 一起用'],
  ['a.xlsx --letter a.pdf', '--letter 后面要写 .docx'],
  ['a.xlsx --letter a.docx --per-unit', '--letter 后面请写文件夹'],
  ['a.xlsx --letter 函 --slot 期限', '名称=内容'],
  ['a.xlsx --clean --out b --letter 函', '只能和 --out 一起用'],
  ['a.xlsx --clean', '--clean 要和 --out'],
  ['a.xlsx --clean --out b --json', '只能和 --out 一起用'],
  ['a.xlsx --clean --out b --overwrite', '从不覆盖'],
])('"%s" is refused with a Chinese sentence', (line, sentence) => {
  const result = read(line);
  expect(result.ok ? '' : result.problem).toContain(sentence);
});

test('help needs no file', () => {
  expect(read('--help')).toMatchObject({ ok: true, value: { help: true } });
});
