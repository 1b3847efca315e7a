/**
 * `npx tsx test/recorder/build.ts`: builds the recorder page into dist/recorder/site, with a manifest of its own beside that folder.
 *   --base-url https://…   where it will be served (default https://localhost:3000, for `npm run start:recorder`)
 *   --office cdn|cn|self   where office.js comes from (default cdn; self: an office-js folder that you put beside it)
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import HtmlPlugin from 'html-webpack-plugin';
import webpack from 'webpack';
import { manifestProblems } from '../../src/delivery/manifest/manifestProblems';
import { Obstacle, runDelivery } from '../../src/delivery/obstacle';
import { stampManifest } from '../../src/delivery/stampManifest';
import { paneConfiguration } from '../../src/demo/paneConfiguration';

/** An add-in of its own, so that it stands beside 自评复核 and is removed without it. */
const recorderId = '9b6f2c04-51de-4a7c-8f1d-d3a0c7e4b216';

/** The product's manifest with another id, name and page. */
export function recorderManifest(baseUrl?: string): string {
  const manifest = stampManifest(
    readFileSync(resolve('manifest.xml'), 'utf8'),
    baseUrl === undefined ? {} : { baseUrl },
  )
    .replace(/<Id>[^<]*<\/Id>/, `<Id>${recorderId}</Id>`)
    .replaceAll('/taskpane.html', '/recorder.html')
    .replaceAll('"自评复核"', '"自评复核录制"')
    .replaceAll('"Self-Evaluation Review"', '"Self-Evaluation Recorder"')
    .replaceAll('"Review Form"', '"Record Excel"');
  const problems = manifestProblems(manifest, resolve('assets'));
  if (problems.length > 0) throw new Error(`The recorder's manifest: ${problems.join('; ')}`);
  return manifest;
}

/** The pane's configuration with the recorder's page in the pane's place. */
export function recorderConfiguration(
  { office = 'cdn', out }: { readonly office?: string; readonly out: string },
  mode: 'development' | 'production',
): webpack.Configuration {
  const { plugins = [], ...configuration } = paneConfiguration({ office, out }, { mode });
  const pages = plugins.filter((plugin) => plugin instanceof HtmlPlugin);
  const told = pages.map(({ userOptions }) => userOptions.templateParameters as { readonly officeJs?: string });
  const officeJs = told.map((parameters) => parameters.officeJs).find((source) => source !== undefined);
  const page = new HtmlPlugin({
    template: './test/recorder/page/recorder.html',
    filename: 'recorder.html',
    templateParameters: { officeJs },
    scriptLoading: 'defer',
  });
  return {
    ...configuration,
    entry: { recorder: './test/recorder/page/recorder.ts' },
    // Icons come along; the manifest beside the folder is the product's, and is written over below.
    plugins: [page, ...plugins.filter((plugin) => !pages.includes(plugin as HtmlPlugin))],
  };
}

/** Builds the page into a folder, and its manifest beside it. */
export async function buildRecorder(out: string, office?: string, baseUrl?: string): Promise<void> {
  await new Promise<void>((done, fail) => {
    const compiler = webpack(recorderConfiguration({ out, ...(office === undefined ? {} : { office }) }, 'production'));
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error || !stats || stats.hasErrors()) fail(error ?? new Error(stats?.toString('errors-only')));
        else done();
      });
    });
  });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(resolve(out, '..', 'manifest.xml'), recorderManifest(baseUrl));
}

if (require.main === module) {
  runDelivery(async () => {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ options: { 'base-url': text, office: text, out: text } });
    const { 'base-url': baseUrl, office = 'cdn', out = 'dist/recorder/site' } = values;
    if (!['cdn', 'cn', 'self'].includes(office)) throw new Obstacle('--office cdn|cn|self');
    await buildRecorder(resolve(out), office, baseUrl);
    console.log(`${relative('.', out)}/recorder.html，清单 ${relative('.', resolve(out, '..', 'manifest.xml'))}`);
  });
}
