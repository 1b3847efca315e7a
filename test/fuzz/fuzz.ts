/** `npm run fuzz -- [--minutes 10] [--seed N]`: rounds of chance until the time is over; each failure with its seed. */
import { parseArgs } from 'node:util';
import { play, rounds } from './rounds';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } });
  const end = Date.now() + Number(values.minutes ?? '10') * 60_000;
  let seed = Number(values.seed ?? String(Date.now() % 1_000_000_000));
  const begun = seed;
  console.log(`seed ${begun}`);
  let wrong = 0;
  const counts: Record<string, number> = {};
  for (; Date.now() < end; seed += 1) {
    for (const [name, round] of Object.entries(rounds)) {
      counts[name] = (counts[name] ?? 0) + 1;
      const problem = await play(round, seed);
      if (problem === null) continue;
      wrong += 1;
      console.log(`${name}, seed ${seed}: ${problem}`);
    }
  }
  console.log(`seeds ${begun} to ${seed - 1}: ${JSON.stringify(counts)}, ${wrong} wrong`);
  process.exitCode = wrong === 0 ? 0 : 1;
}

void main();
