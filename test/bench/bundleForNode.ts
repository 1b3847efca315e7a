/** Bundles a TypeScript entry for Node the way the pane is bundled, so that what is measured is what ships. */
import { basename, resolve } from 'node:path';
import webpack from 'webpack';

/**
 * Builds the entry into dist/bench and yields the script's path.
 *
 * @throws (rejects) with webpack's report when it does not build.
 */
export function bundleForNode(entry: string): Promise<string> {
  const name = basename(entry, '.ts');
  const folder = resolve('dist/bench');
  const compiler = webpack({
    mode: 'production',
    target: 'node20',
    entry: { [name]: entry },
    output: { path: folder, filename: '[name].js' },
    resolve: { extensions: ['.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.ts$/u,
          loader: 'ts-loader',
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
          exclude: /node_modules/u,
        },
      ],
    },
    performance: { hints: false },
  });
  return new Promise((settle, refuse) => {
    compiler.run((error, stats) => {
      if (error) refuse(error);
      else if (stats?.hasErrors()) refuse(new Error(stats.toString('errors-only')));
      else settle(resolve(folder, `${name}.js`));
    });
  });
}
