/**
 * Builds the task pane: `npm run build` for production. Options, each as `--env name=value`:
 *   office=cdn|cn|self   where office.js comes from: Microsoft's network, 21Vianet's, or an `office-js/` folder
 *                        that the organisation puts beside the pages (machines without internet)
 *   out=<folder>         where to build to (default dist/pane)
 */
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');

const officeSources = {
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  cn: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
  self: 'office-js/office.js',
};

module.exports = (env = {}, { mode = 'production' } = {}) => {
  const office = env.office ?? 'cdn';
  const officeJs = officeSources[office];
  if (!officeJs) throw new Error(`--env office=${office}: expected one of ${Object.keys(officeSources).join(', ')}`);

  return {
    name: 'pane',
    mode,
    target: ['web', 'es2020'],
    devtool: mode === 'production' ? false : 'source-map',
    entry: { taskpane: './src/taskpane.tsx' },
    output: {
      path: path.resolve(env.out ?? 'dist/pane'),
      filename: '[name].js',
      chunkFilename: '[name].js',
      clean: true,
    },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'ts-loader',
          // Types are checked for every layer by `npm run types`.
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
          exclude: /node_modules/,
        },
      ],
    },
    plugins: [
      new HtmlPlugin({
        template: './src/taskpane.html',
        filename: 'taskpane.html',
        templateParameters: { officeJs },
        scriptLoading: 'defer',
      }),
      new CopyPlugin({ patterns: [{ from: 'assets', to: 'assets' }] }),
    ],
    performance: { hints: false },
  };
};
