/** What a call costs this process, whatever else the machine is busy with. */

/** Milliseconds of the processor that a call takes, of this process alone. */
export function cpuTime(call: () => void): number {
  const before = process.cpuUsage();
  call();
  const { system, user } = process.cpuUsage(before);
  return (system + user) / 1000;
}

/** The same of a call that is waited for. */
export async function cpuTimeOf(call: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await call();
  const { system, user } = process.cpuUsage(before);
  return (system + user) / 1000;
}
