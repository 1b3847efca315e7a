/** The command line as one file for whoever has only Node, made as `npm run review` makes it, and whose code is in it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** The file that was made. */
export interface BuiltCommand {
  readonly bytes: Uint8Array;
  /** Names of the packages that have code in it, sorted. */
  readonly packages: readonly string[];
}

interface Bundler {
  /** Makes the file at a place; yields the paths of everything that went into it. */
  bundleCommand(target: string, options: { readonly standsAlone: boolean }): Promise<readonly string[]>;
}

/** Makes it at a place. */
export async function buildCommand(target: string): Promise<BuiltCommand> {
  const { bundleCommand } = createRequire(__filename)(resolve('src/main/bundleCommand.js')) as Bundler;
  const inputs = await bundleCommand(target, { standsAlone: true });
  const names = inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path)?.[1] ?? []);
  return { bytes: new Uint8Array(readFileSync(target)), packages: [...new Set(names)].sort() };
}
