/** A file that takes too long, or is stopped, is answered for; nothing waits for ever. */
import { answerCalls, createCaller, type Line } from '../../src/file/calls';
import { limitedLine } from '../../src/file/limitedLine';
import type { HostFault, Outcome } from '../../src/port/workbook';

interface Calls {
  readonly [name: string]: (...given: never[]) => Promise<unknown>;
  readonly read: (how: string) => Promise<Outcome<string>>;
  readonly bytes: () => Promise<Uint8Array>;
}
const fault: HostFault = { kind: 'file-too-large', path: 'a.xlsx' };

/** Two ends of a line in one place. */
function ends(): readonly [Line, Line] {
  const hears: ((message: unknown) => void)[] = [];
  const end = (own: number): Line => ({
    post: (message) => queueMicrotask(() => hears[1 - own]?.(message)),
    listen: (hear) => {
      hears[own] = hear;
    },
  });
  return [end(0), end(1)];
}

function opened(patience: number) {
  const [here, there] = ends();
  const given: string[] = [];
  answerCalls<Calls>(there, {
    read: (how) => (how === 'hang' ? new Promise(() => undefined) : Promise.resolve({ ok: true, value: how })),
    bytes: () => new Promise(() => undefined),
  });
  const line = limitedLine(here, { patience, fault, giveUp: () => given.push('up') });
  const { call } = createCaller<Calls>(line);
  return { call, given, line };
}

test('what answers is handed on, and what hangs is given up once, with everything that comes after', async () => {
  const { call, given } = opened(50);
  expect(await call('read', '甲')).toEqual({ ok: true, value: '甲' });
  expect(await call('read', 'hang')).toEqual({ ok: false, fault });
  expect(await call('read', '乙')).toEqual({ ok: false, fault });
  await expect(call('bytes')).rejects.toThrow('given up');
  expect(given).toEqual(['up']);
});

test('a stop is answered at once, and every call that waits', async () => {
  const { call, given, line } = opened(600_000);
  const waiting = [call('read', 'hang'), call('read', 'hang')];
  line.stop();
  line.stop();
  expect(await Promise.all(waiting)).toEqual([
    { ok: false, fault },
    { ok: false, fault },
  ]);
  expect(given).toEqual(['up']);
});
