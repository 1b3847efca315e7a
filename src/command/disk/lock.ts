/** One run at a time in a folder: a small file says whose it is, and one that was left behind is broken. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { isSystemError } from './system';

/** Who holds the lock. */
interface Holder {
  readonly process: number;
  readonly host: string;
  /** Local time, for people. */
  readonly since: string;
}

/** A lock that is held, or the sentence that says who holds it. */
export type Lock = { readonly release: () => void } | { readonly problem: string };

function holderOf(path: string): Holder | null {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder> | null;
    const { host, process, since } = read ?? {};
    return typeof process === 'number' && typeof host === 'string' && typeof since === 'string'
      ? { process, host, since }
      : null;
  } catch (error) {
    // Gone meanwhile, or cut short by a run that was killed.
    if (error instanceof SyntaxError || isSystemError(error)) return null;
    throw error;
  }
}

/** Whether a process of this machine is still there; one of another user answers that we may not signal it. */
function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return (error as { code?: unknown }).code === 'EPERM';
  }
}

const isStale = (holder: Holder | null): boolean =>
  holder === null || (holder.host === hostname() && !isAlive(holder.process));

const isThere = (error: unknown): boolean => isSystemError(error) && (error as { code?: unknown }).code === 'EEXIST';

/**
 * Takes the lock at `path`, or says who holds it.
 *
 * @throws the operating system's refusal where the folder may not be written to.
 */
export function takeLock(path: string): Lock {
  const own: Holder = {
    process: process.pid,
    host: hostname(),
    since: new Date().toLocaleString('zh-CN', { hour12: false }),
  };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(path, JSON.stringify(own), { flag: 'wx' });
      const release = (): void => {
        process.off('exit', release);
        rmSync(path, { force: true });
      };
      // Also where the process is ended in the middle.
      process.on('exit', release);
      return { release };
    } catch (error) {
      if (!isThere(error)) throw error;
      const holder = holderOf(path);
      if (holder && !isStale(holder)) {
        return {
          problem: `“${dirname(path)}”里有另一次复核正在写（进程 ${holder.process}，${holder.host}，${holder.since} 开始）。请等它做完，或换一个文件夹；确定它已经不在了，删掉“${path}”再试。`,
        };
      }
      rmSync(path, { force: true });
    }
  }
  return { problem: `“${path}”删不掉，请删掉它再试。` };
}
