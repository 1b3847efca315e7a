/** A script that gives a page its simulated Excel, as one text, for a browser to run before the page's own scripts. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import webpack from 'webpack';

/** Bundles it; `entry` is the one for a shipped pane unless another is named. */
export async function excelScript(entry = 'src/delivery/page/excelInPage.ts'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'excel-script-'));
  try {
    await new Promise<void>((done, fail) => {
      const compiler = webpack({
        mode: 'development',
        target: ['web', 'es2022'],
        devtool: false,
        entry: { excel: resolve(entry) },
        output: { path: folder, filename: '[name].js' },
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
      });
      compiler.run((error, stats) => {
        compiler.close(() => {
          if (error || !stats || stats.hasErrors()) fail(error ?? new Error(stats?.toString('errors-only')));
          else done();
        });
      });
    });
    return readFileSync(join(folder, 'excel.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
