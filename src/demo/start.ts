/**
 * `npm start`: the pane beside a stand-in for Excel, at http://localhost:3100 (PORT chooses another).
 * With --fast the build is not minified; with --no-build the last build is served as it is.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildDemo } from './build';
import { serveDemo, type DemoFolders } from './server';

const out = resolve('dist/demo');

async function start(): Promise<void> {
  const port = Number(process.env['PORT'] ?? 3100);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT=${process.env['PORT'] ?? ''} 不是端口号`);
  const folders = await foldersToServe();
  const { url } = await serveDemo(folders, port);
  console.log(`\n自评复核演示：${url}`);
  console.log('左边是 Excel 的替身，右边是真正的任务窗格；文件只在浏览器里打开，不会离开这台电脑。按 Ctrl+C 结束。\n');
}

async function foldersToServe(): Promise<DemoFolders> {
  const last: DemoFolders = { pane: resolve(out, 'pane'), page: resolve(out, 'page') };
  if (process.argv.includes('--no-build') && existsSync(resolve(last.pane, 'taskpane.html'))) return last;
  console.log('正在构建任务窗格和演示页…');
  return buildDemo({ fast: process.argv.includes('--fast'), out });
}

start().catch((error: unknown) => {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(taken ? '端口已被占用。请换一个，例如：PORT=3101 npm start' : error);
  process.exitCode = 1;
});
