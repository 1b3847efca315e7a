/** Turns TypeScript into what jest runs, by the same compiler as `tsx`; types are the matter of `npm run types`. */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { transformSync, version } = require('esbuild');

const own = readFileSync(__filename, 'utf8');

module.exports = {
  process(source, path) {
    return transformSync(source, {
      loader: path.endsWith('x') ? 'tsx' : 'ts',
      format: 'cjs',
      target: 'node20',
      jsx: 'automatic',
      sourcefile: path,
      sourcemap: 'inline',
      // Jest looks modules up itself, also those that are asked for later.
      supported: { 'dynamic-import': false },
      tsconfigRaw: { compilerOptions: { isolatedModules: true } },
    });
  },
  getCacheKey(source, path) {
    return createHash('sha1').update([own, version, path, source].join('\0')).digest('hex');
  },
};
