import { lazily } from '../../src/main/lazily';

interface Late {
  add(one: number, other: number): number;
  later(): Promise<string>;
}

function counting() {
  const seen = { loads: 0 };
  const late: Late = { add: (one, other) => one + other, later: () => Promise.resolve('later') };
  const load = (): Promise<Late> => {
    seen.loads += 1;
    return Promise.resolve(late);
  };
  return { load, seen };
}

test('a verb is passed on with what it was asked, and nothing is fetched before', async () => {
  const { load, seen } = counting();
  const services = lazily(load, { version: '1.0.0' });
  const { add } = services;
  expect(services.version).toBe('1.0.0');
  expect(services.add).toBe(add);
  expect(seen.loads).toBe(0);

  expect(await add(1, 2)).toBe(3);
  expect(await services.later()).toBe('later');
  expect(seen.loads).toBe(2);
});

test('it is no promise, and a verb that nobody does is a bug', async () => {
  const { load, seen } = counting();
  const services = lazily(load, {});
  expect(await Promise.resolve(services)).toBe(services);
  expect(seen.loads).toBe(0);
  const { subtract } = services as unknown as { subtract(): Promise<number> };
  await expect(subtract()).rejects.toThrow('Nobody does subtract');
});

test('what cannot be fetched rejects the verb', async () => {
  const services = lazily((): Promise<Late> => Promise.reject(new Error('offline')), {});
  await expect(services.add(1, 2)).rejects.toThrow('offline');
});
