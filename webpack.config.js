/**
 * Builds the task pane and, into its folder `workbench/`, the page for working without Excel: `npm run build` for
 * production. Options, each as `--env name=value`:
 *   office=cdn|cn|self   where office.js comes from: Microsoft's network, 21Vianet's, or an `office-js/` folder
 *                        that the organisation puts beside the pages (machines without internet)
 *   baseUrl=https://…    where the pages will be served: stamped into a copy of the manifest, which is written
 *                        beside the output folder (default https://localhost:3000, the development server)
 *   audience=intranet|store   who installs that manifest: see `sets` (default intranet)
 *   out=<folder>         where to build to (default dist/pane)
 *   cache=true           keep what was made of each module for the next build with this option: `npm test` builds the
 *                        same scripts three times; what is shipped is made of the sources alone
 */
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const { version } = require('./package.json');

const officeSources = {
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  cn: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
  self: 'office-js/office.js',
};

const developmentUrl = 'https://localhost:3000';

/**
 * The least ExcelApi that a manifest asks for. Excel hides an add-in that asks for more than it has, and nobody can
 * diagnose what is not there: on an intranet the pane is shown everywhere and says itself what is missing. The store
 * wants the opposite: an add-in that is listed must work in full.
 */
const sets = { intranet: '1.1', store: '1.13' };

/** The manifest for one address and audience; Office wants a version of four numbers where npm has three. */
function stampManifest(manifest, { baseUrl = developmentUrl, audience = 'intranet' } = {}) {
  if (!URL.canParse(baseUrl)) throw new Error(`--env baseUrl=${baseUrl}: not an address`);
  const url = new URL(baseUrl);
  if (url.protocol !== 'https:') throw new Error(`--env baseUrl=${baseUrl}: Office loads pages over https only`);
  if (url.search || url.hash || url.username || !/^[\w/.~%-]*$/.test(url.pathname))
    throw new Error(`--env baseUrl=${baseUrl}: expected only a host and a folder`);
  const least = sets[audience];
  if (!least) throw new Error(`--env audience=${audience}: expected one of ${Object.keys(sets).join(', ')}`);
  return manifest
    .replaceAll(developmentUrl, url.href.replace(/\/$/, ''))
    .replaceAll(/(Name="ExcelApi" MinVersion=)"[^"]*"/g, `$1"${least}"`)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${version}.0</Version>`);
}

/**
 * What the pane may load: its own files and office.js, nothing else. Styles may be inline because Fluent UI writes
 * its rules into <style> elements, and a static page has no nonce to give them. A pane that ships may connect to
 * nothing at all, its own server included; the development server reloads it through a connection.
 */
function contentSecurityPolicy(officeJs, mode) {
  const scripts = URL.canParse(officeJs) ? `'self' ${new URL(officeJs).origin}` : "'self'";
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src ${mode === 'production' ? "'none'" : "'self'"}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Beside the other caches of tools; webpack takes nothing from it that is not of the same sources, packages and options. */
function kept({ cache }) {
  if (cache !== 'true') return {};
  const cacheDirectory = path.resolve('node_modules/.cache/webpack');
  return { cache: { type: 'filesystem', cacheDirectory, buildDependencies: { config: [__filename] } } };
}

/** Scripts of both pages. */
const resolve = {
  extensions: ['.tsx', '.ts', '.js'],
  alias: { 'rtl-css-js/core$': path.resolve(__dirname, 'src/main/leftToRight.mjs') },
};
const rules = [
  {
    test: /\.tsx?$/,
    loader: 'ts-loader',
    // Types are checked for every layer by `npm run types`.
    options: { transpileOnly: true, compilerOptions: { noEmit: false } },
    exclude: /node_modules/,
  },
  // The page of each check, shown as text in the pane.
  { test: /\.md$/, type: 'asset/source' },
];
/**
 * What webpack wraps around the scripts is written with `function`: an engine that meets `(function () {…})()` compiles it
 * as it loads it, beside the page. `(() => {…})()` it only looks over, and compiles it on the page's own thread: a quarter of
 * all that the first paint compiled there.
 */
const environment = { arrowFunction: false };
const outputFolder = (env) => path.resolve(env.out ?? 'dist/pane');

function pane(env = {}, { mode = 'production' } = {}) {
  const office = env.office ?? 'cdn';
  const officeJs = officeSources[office];
  if (!officeJs) throw new Error(`--env office=${office}: expected one of ${Object.keys(officeSources).join(', ')}`);

  const out = outputFolder(env);

  return {
    name: 'pane',
    mode,
    ...kept(env),
    target: ['web', 'es2020'],
    devtool: mode === 'production' ? false : 'source-map',
    entry: {
      taskpane: './src/main/taskpane.tsx',
      // In it the pane reads a file that the user chose; it is no part of the page, and fetches on in its own way.
      reader: { import: './src/main/readerWorker.ts', chunkLoading: 'import-scripts' },
    },
    output: {
      path: out,
      filename: '[name].js',
      chunkFilename: '[name].js',
      environment,
      // The other page cleans its own folder.
      clean: { keep: /^workbench[\\/]/ },
    },
    resolve,
    module: { rules },
    plugins: [
      new HtmlPlugin({
        template: './src/main/taskpane.html',
        filename: 'taskpane.html',
        chunks: ['taskpane'],
        templateParameters: { officeJs, contentSecurityPolicy: contentSecurityPolicy(officeJs, mode) },
        scriptLoading: 'defer',
      }),
      new CopyPlugin({
        patterns: [
          {
            from: 'assets',
            to: 'assets',
            globOptions: { ignore: ['**/*.svg', '**/*.md'] },
            // As it is: the minifier would write the boot script in a language that old browsers do not read.
            info: { minimized: true },
          },
          {
            from: 'manifest.xml',
            to: path.join(out, '..', 'manifest.xml'),
            transform: (manifest) => stampManifest(manifest.toString('utf8'), env),
          },
        ],
      }),
    ],
    performance: { hints: false },
  };
}

/**
 * The page without Excel: a compilation of its own, so that nothing of it weighs on the pane. It connects to
 * nothing, nor does its worker.
 */
function workbench(env = {}, { mode = 'production' } = {}) {
  const policy = contentSecurityPolicy('worker.js', mode);
  return {
    name: 'workbench',
    mode,
    ...kept(env),
    target: ['web', 'es2020'],
    devtool: mode === 'production' ? false : 'source-map',
    entry: {
      workbench: './src/main/workbench.tsx',
      // A worker has no page to put script elements in; what reads other formats it fetches in its own way.
      worker: { import: './src/main/workbenchWorker.ts', chunkLoading: 'import-scripts' },
    },
    output: {
      path: path.join(outputFolder(env), 'workbench'),
      filename: '[name].js',
      chunkFilename: '[name].js',
      environment,
      clean: true,
    },
    resolve,
    module: { rules },
    plugins: [
      new HtmlPlugin({
        template: './src/main/workbench.html',
        filename: 'index.html',
        chunks: ['workbench'],
        templateParameters: { contentSecurityPolicy: policy },
        scriptLoading: 'defer',
      }),
    ],
    performance: { hints: false },
  };
}

module.exports = (env, options) => [pane(env, options), workbench(env, options)];
module.exports.pane = pane;
module.exports.workbench = workbench;
module.exports.stampManifest = stampManifest;
