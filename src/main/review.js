#!/usr/bin/env node
/**
 * `npm run review`: runs the command line as one file, which is made first where it is missing or out of date. Where it
 * cannot be made (an installation without development tools, a folder that cannot be written), the sources are run.
 */
const { freshCommand } = require('./bundleCommand');

/** What keeps the file from being made though the sources are sound. */
const obstacles = ['MODULE_NOT_FOUND', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'];

async function sources(error) {
  if (!obstacles.includes(error.code)) throw error;
  await import('tsx');
  return require.resolve('./cli.ts');
}

freshCommand().catch(sources).then(require);
