/** An engine that is kept away leaves numbers bare; an engine that came and does not work is a bug. */
import { displayBy } from '../../src/file/loadDisplay';
import { loadExcelize } from '../../src/file/loadExcelize';

const failing = (error: Error) => displayBy(() => Promise.reject(error))(false);

test.each([
  ['no server, or a policy against connections', new TypeError('Failed to fetch')],
  ['a page instead of the packed engine', new Error('incorrect header check')],
  ['a policy without WebAssembly, or a page instead of the engine', new WebAssembly.CompileError('Refused')],
])('there is no display with %s', async (_what, error) => {
  await expect(failing(error)).resolves.toBeNull();
});

test('what else goes wrong is a bug', async () => {
  for (const error of [new RangeError('Maximum call stack size exceeded'), new Error('go: out of memory')])
    await expect(failing(error)).rejects.toBe(error);
});

test('an engine that makes no workbook is a bug', async () => {
  const engine = { NewFile: () => ({ error: 'full' }) } as never;
  await expect(displayBy(() => Promise.resolve(engine))(false)).rejects.toThrow('number format engine: full');
});

test('an engine that came shows numbers', async () => {
  const display = await displayBy(loadExcelize)(false);
  expect(display?.(45_000, 'yyyy"年"m"月"')).toBe('2023年3月');
});
