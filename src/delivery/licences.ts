/**
 * The licences of everything that is installed for production, and which of them may be there.
 * `npm run licences` prints the list and fails when one of them is not on it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Permissive licences: they ask for their notice to be kept, and for nothing of our own code. */
const allowed: readonly string[] = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Unlicense'];

/** A package as it is installed. */
export interface Dependency {
  readonly name: string;
  readonly version: string;
  /** As its package.json states it; "" when it states none. */
  readonly licence: string;
  /** Its folder, such as "node_modules/react". */
  readonly folder: string;
}

interface LockEntry {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
}

/** Every package of the lock file that production needs, by name. */
export function productionDependencies(): readonly Dependency[] {
  const { packages } = JSON.parse(readFileSync(resolve('package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockEntry>>;
  };
  return Object.entries(packages)
    .filter(([folder, { dev, devOptional, optional }]) => folder !== '' && !dev && !devOptional && !optional)
    .map(([folder]) => {
      const stated = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as {
        readonly name: string;
        readonly version: string;
        readonly license?: unknown;
      };
      const licence = typeof stated.license === 'string' ? stated.license : '';
      return { name: stated.name, version: stated.version, licence, folder };
    })
    .sort((one, two) => (one.name < two.name ? -1 : 1));
}

/** Those whose licence is not on the list; a choice such as "MIT OR GPL-2.0" is not, a person has to look at it. */
export function notAllowed(dependencies: readonly Dependency[]): readonly Dependency[] {
  return dependencies.filter(({ licence }) => !allowed.includes(licence));
}

/**
 * The notices that the licences of the given packages ask for, as one text.
 *
 * @param names of packages, such as those that a build contains.
 * @throws {Error} when one of them is not installed for production.
 */
export function notices(names: readonly string[]): string {
  const dependencies = productionDependencies();
  return names
    .map((name) => {
      const found = dependencies.find((one) => one.name === name);
      if (!found) throw new Error(`${name} is in the package, but is no dependency of production`);
      return `${'='.repeat(80)}\n${found.name} ${found.version} (${found.licence})\n${'='.repeat(80)}\n\n${licenceText(found)}\n`;
    })
    .join('\n');
}

/** The text that a package brings; where it brings none, its licence's own words with its author. */
function licenceText({ name, folder, licence }: Dependency): string {
  const file = readdirSync(resolve(folder)).find((one) => /^licen[cs]e(\.md|\.txt)?$/i.test(one));
  if (file) return readFileSync(join(folder, file), 'utf8').trim();
  if (licence !== 'MIT') throw new Error(`${name} brings no text of its licence`);
  const { author, repository } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as {
    readonly author?: unknown;
    readonly repository?: { readonly url?: string };
  };
  const holder = typeof author === 'string' ? author : `The authors of ${repository?.url ?? name}`;
  const ours = readFileSync(resolve('LICENSE'), 'utf8');
  return ours.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`).trim();
}
