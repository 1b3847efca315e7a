/** Builds the template's pane as ours is built for production, to be served in its place beside the same demo page. */
import { resolve } from 'node:path';
import HtmlPlugin from 'html-webpack-plugin';
import webpack from 'webpack';
import type { DemoFolders } from '../../../src/demo/server';

/**
 * Builds into the folder.
 *
 * @param page The built demo page that stands around it.
 * @throws (rejects) with webpack's report when it does not build.
 */
export function buildTemplate(out: string, page: string): Promise<DemoFolders> {
  const compiler = webpack({
    name: 'template',
    mode: 'production',
    target: ['web', 'es2020'],
    devtool: false,
    entry: { taskpane: resolve(__dirname, 'taskpane.tsx') },
    output: { path: out, filename: '[name].js' },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/u,
          loader: 'ts-loader',
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
          exclude: /node_modules/u,
        },
      ],
    },
    plugins: [
      new HtmlPlugin({
        template: resolve(__dirname, 'taskpane.html'),
        filename: 'taskpane.html',
        scriptLoading: 'defer',
      }),
    ],
    performance: { hints: false },
  });
  return new Promise((settle, refuse) => {
    compiler.run((error, stats) => {
      if (error) refuse(error);
      else if (!stats || stats.hasErrors()) refuse(new Error(stats?.toString('errors-only') ?? 'No result'));
      else settle({ pane: out, page });
    });
  });
}
