/** The law of the rooms (src/rooms.json) and what follows from it: project files and the table in src/README.md. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import law from '../../src/rooms.json';

/** A room of src. `mayImport` names rooms, parts of rooms (core/sheet), packages, `node:*`, or `packages` for any. */
export interface Room {
  readonly room: string;
  readonly does: string;
  readonly mayImport: readonly string[];
  readonly lib?: readonly string[];
  readonly types?: readonly string[];
  readonly importsTypesOnly?: boolean;
  /** Files outside of it that it reads as data. */
  readonly data?: readonly string[];
  readonly folders?: readonly Folder[];
}

/** A folder of the core and the folders that it builds on. */
export interface Folder {
  readonly folder: string;
  readonly does: string;
  readonly mayImport: readonly string[];
}

export const rooms: readonly Room[] = law.rooms;

/** The folders of the core. */
export const coreFolders: readonly Folder[] = rooms.find(({ room }) => room === 'core')?.folders ?? [];

const isRoom = (name: string): boolean => rooms.some(({ room }) => room === name);

/** The rooms that a room reaches, each once. */
function reached({ mayImport }: Room): readonly string[] {
  return [...new Set(mayImport.map((permit) => permit.split('/')[0] ?? ''))].filter(isRoom);
}

interface Project {
  readonly path: string;
  readonly text: string;
}

function project(
  folder: string,
  up: string,
  options: object,
  references: readonly string[],
  more: readonly string[] = [],
): Project {
  const content = {
    extends: `${up}/tsconfig.json`,
    compilerOptions: options,
    include: ['**/*.ts', '**/*.tsx', '**/*.json', ...more],
    references: references.map((path) => ({ path })),
  };
  return { path: `${folder}/tsconfig.json`, text: JSON.stringify(content) };
}

const out = (up: string, room: string): object => ({
  composite: true,
  noEmit: false,
  emitDeclarationOnly: true,
  outDir: `${up}/node_modules/.cache/types/${room}`,
  rootDir: up,
  tsBuildInfoFile: `${up}/node_modules/.cache/types/${room}.tsbuildinfo`,
});

/** The project file of each room and of the tests, so that a room that imports what it may not does not compile. */
export function projects(): readonly Project[] {
  const ofRooms = rooms.map((room) => {
    const options = { ...out('../..', room.room), lib: ['ES2022', ...(room.lib ?? [])], types: room.types ?? [] };
    return project(
      `src/${room.room}`,
      '../..',
      options,
      reached(room).map((name) => `../${name}`),
      room.data?.map((file) => `../../${file}`),
    );
  });
  const options = {
    ...out('..', 'test'),
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    types: ['node', 'jest', 'office-js'],
  };
  const all = rooms.map(({ room }) => `../src/${room}`);
  return [...ofRooms, project('test', '..', options, all, ['../package.json', '../src/rooms.json'])];
}

const named = (permits: readonly string[]): string => permits.map((permit) => `\`${permit}\``).join(', ') || '–';

/** The table in src/README.md. */
function roomTable(): string {
  const rows = rooms.flatMap(({ does, folders = [], importsTypesOnly, mayImport, room }) => [
    `| \`${room}/\` | ${does} | ${named(mayImport)}${importsTypesOnly ? ' (types only)' : ''} |`,
    ...folders.map((one) => `| \`${room}/${one.folder}\` | ${one.does} | ${named(one.mayImport)} |`),
  ]);
  return ['| Room | What is in it | May import |', '| --- | --- | --- |', ...rows].join('\n');
}

const [opening, closing] = ['<!-- rooms.json -->', '<!-- /rooms.json -->'];

/** src/README.md with its table as the law has it. */
export function houseReadme(): string {
  const text = readFileSync(resolve('src/README.md'), 'utf8');
  const [from, to] = [text.indexOf(opening), text.indexOf(closing)];
  if (from < 0 || to < from) throw new Error('src/README.md has no place for the table of rooms');
  return `${text.slice(0, from)}${opening}\n\n${roomTable()}\n\n${text.slice(to)}`;
}
