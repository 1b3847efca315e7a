/** Builds what the demo shows: the pane exactly as it ships (office.js beside it), and the page around it. */
import { resolve } from 'node:path';
import CopyPlugin from 'copy-webpack-plugin';
import webpack from 'webpack';
import { paneConfiguration, workbenchConfiguration } from './paneConfiguration';
import type { DemoFolders } from './server';

export interface BuildOptions {
  /** Leaves out minification: quicker to build, slower to load. */
  readonly fast: boolean;
  /** Folder to build into, such as dist/demo. */
  readonly out: string;
  /** Takes from the build before what is still the same: for tests, which build often. */
  readonly keep?: boolean;
}

/**
 * Builds pane and page.
 *
 * @throws (rejects) with webpack's own report when something does not build.
 */
export async function buildDemo({ fast, out, keep = false }: BuildOptions): Promise<DemoFolders> {
  const mode = fast ? 'development' : 'production';
  const folders: DemoFolders = { pane: resolve(out, 'pane'), page: resolve(out, 'page') };
  const kept = keep ? ({ cache: 'true' } as const) : {};
  await run([
    paneConfiguration({ office: 'self', out: folders.pane, ...kept }, { mode }),
    workbenchConfiguration({ out: folders.pane, ...kept }, { mode }),
    pageConfiguration(folders.page, mode),
  ]);
  return folders;
}

function pageConfiguration(out: string, mode: 'development' | 'production'): webpack.Configuration {
  return {
    name: 'demo page',
    mode,
    target: ['web', 'es2022'],
    devtool: false,
    entry: { demo: './src/demo/page/demo.ts' },
    output: { path: out, filename: '[name].js', chunkFilename: '[name].js', publicPath: '/demo/', clean: true },
    resolve: { extensions: ['.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: 'ts-loader',
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
          exclude: /node_modules/,
        },
      ],
    },
    plugins: [
      new CopyPlugin({
        patterns: [
          { from: 'src/demo/page/*.{html,css}', to: '[name][ext]' },
          { from: 'src/demo/page/before-office.js', to: 'before-office.js' },
          { from: 'assets/icon-32.png', to: 'icon-32.png' },
        ],
      }),
    ],
    performance: { hints: false },
  };
}

function run(configurations: webpack.Configuration[]): Promise<void> {
  return new Promise((done, fail) => {
    const compiler = webpack(configurations);
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) fail(error);
        else if (!stats || stats.hasErrors())
          fail(new Error(stats?.toString({ all: false, errors: true }) ?? 'No result'));
        else done();
      });
    });
  });
}
