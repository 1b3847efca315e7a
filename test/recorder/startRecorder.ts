/** `npm run start:recorder`: serves the recorder's page to a real Excel; its options are those of `serveToExcel`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { serveToExcel } from '../../src/demo/serveToExcel';
import { recorderConfiguration, recorderManifest } from './build';

serveToExcel({
  name: '自评复核录制',
  page: 'recorder.html',
  configuration: (env) => recorderConfiguration({ ...env, out: 'dist/development/recorder' }, 'development'),
  manifestPath() {
    const path = resolve('dist/development/recorder.xml');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, recorderManifest());
    return path;
  },
});
