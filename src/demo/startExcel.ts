/** `npm run start:excel`: serves the pane to a real Excel; its options are those of `serveToExcel`. */
import { resolve } from 'node:path';
import { paneConfiguration } from './paneConfiguration';
import { serveToExcel } from './serveToExcel';

serveToExcel({
  name: '自评复核',
  page: 'taskpane.html',
  configuration: (env) => paneConfiguration({ ...env, out: 'dist/development/pane' }, { mode: 'development' }),
  manifestPath: () => resolve('manifest.xml'),
});
