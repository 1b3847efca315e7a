/** The secret of this installation, by which it knows what it wrote itself. It never leaves the user's own folder. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { isSystemError } from './system';

/** The secret, and whether the next run will have the same. */
export interface Installation {
  readonly secret: Uint8Array;
  readonly isLasting: boolean;
}

const secretLength = 32;

/** Where the user's settings lie on this system. */
function secretPath(): string {
  const { APPDATA, XDG_CONFIG_HOME } = process.env;
  const settings = process.platform === 'win32' ? APPDATA : XDG_CONFIG_HOME;
  return join(settings || join(homedir(), '.config'), 'self-evaluation-review', 'secret');
}

function readSecret(path: string): Uint8Array | null {
  try {
    const bytes = readFileSync(path);
    return bytes.length === secretLength ? bytes : null;
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}

/** Reads the secret, or makes it at first need, readable for the user alone; where that is refused it lasts one run. */
export function openInstallation(path = secretPath()): Installation {
  const kept = readSecret(path);
  if (kept) return { secret: kept, isLasting: true };
  const secret = new Uint8Array(randomBytes(secretLength));
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Another run may have made it meanwhile; a damaged one stays, for the user to look at.
    writeFileSync(path, secret, { flag: 'wx', mode: 0o600 });
    return { secret, isLasting: true };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const made = readSecret(path);
    return made ? { secret: made, isLasting: true } : { secret, isLasting: false };
  }
}
