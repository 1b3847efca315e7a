/**
 * The command line as one file of plain JavaScript, in a fraction of a second: `npm run build` makes it ahead, and
 * `npm run review` whenever it is missing or older than what it was made of. A file that is out of date is never run:
 * its first line names every file that it was made of, with size and times.
 */
const { mkdirSync, openSync, readSync, closeSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join, relative, resolve } = require('node:path');

const root = resolve(__dirname, '../..');
/** Where `npm run review` looks for it. */
const usualPlace = join(root, 'dist/command/review.js');
/** What decides how it is made, beside its sources. */
const recipe = [__filename, join(root, 'package.json'), join(root, 'tsconfig.json')];
const opening = '//made of ';

/** Size and times of a file; a content that changed under the same size and times does not happen by accident. */
function stampOf(path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  return found ? [path, found.size, found.mtimeMs, found.ctimeMs] : [path, -1, -1, -1];
}

/** The first line of a file, or "" where there is none. */
function firstLine(path) {
  let file;
  try {
    file = openSync(path, 'r');
  } catch {
    return '';
  }
  try {
    const start = Buffer.alloc(1 << 17);
    const text = start.toString('utf8', 0, readSync(file, start));
    return text.slice(0, Math.max(0, text.indexOf('\n')));
  } finally {
    closeSync(file);
  }
}

/** Whether the file was made of exactly what is there now. */
function isFresh(path) {
  const line = firstLine(path);
  if (!line.startsWith(opening)) return false;
  return JSON.parse(line.slice(opening.length)).every((stamp) => stamp.join() === stampOf(stamp[0]).join());
}

/** How the help says that it is called, in the project and where it stands alone. */
const called = { here: 'npm run --silent review --', alone: 'node review.js' };

/** Writes a file whole or not at all: another run may be reading it. */
function writeWhole(target, text) {
  mkdirSync(dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Makes the file.
 *
 * @param {string} [target] where to
 * @param {{ standsAlone?: boolean }} [options] standsAlone: to be handed on, with all libraries within, and without
 * the line that says what it was made of, so that the same sources always give the same bytes
 * @returns {Promise<readonly string[]>} the paths of what went into it, from the project's folder
 */
async function bundleCommand(target = usualPlace, { standsAlone = false } = {}) {
  const started = Date.now();
  const { metafile, outputFiles } = await require('esbuild').build({
    absWorkingDir: root,
    entryPoints: ['src/main/command.ts'],
    bundle: true,
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    // Seldom needed, and large: from their packages where there are any.
    external: standsAlone ? [] : ['numfmt', '@e965/xlsx'],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const code = outputFiles[0].text;
  const inputs = Object.keys(metafile.inputs);
  if (standsAlone) {
    writeWhole(target, `#!/usr/bin/env node\n${code.replaceAll(called.here, called.alone)}`);
    return inputs;
  }
  const stamps = [...inputs, ...recipe.map((path) => relative(root, path))].map(stampOf);
  // Of what changed while it was read nobody knows which state is within: without the line the next run makes it anew.
  const isKnown = stamps.every(([, , modified, changed]) => Math.max(modified, changed) < started);
  writeWhole(target, `${isKnown ? `${opening}${JSON.stringify(stamps)}\n` : ''}${code}`);
  return inputs;
}

/** The file, made anew where it is missing or out of date. */
async function freshCommand(target = usualPlace) {
  if (!isFresh(target)) await bundleCommand(target);
  return target;
}

module.exports = { bundleCommand, freshCommand, isFresh };

if (require.main === module) bundleCommand().then(() => console.log(relative(process.cwd(), usualPlace)));
