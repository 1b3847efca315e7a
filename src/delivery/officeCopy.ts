/**
 * The part of office.js that Excel loads, out of a copy that an organisation mirrored itself: `--office <folder>`.
 * The files are Microsoft's. They are copied byte for byte, listed with their sums, and never kept in this repository.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from './files';
import { Obstacle } from './obstacle';

interface OfficeFile {
  readonly path: string;
  /** Who loads it, in Chinese: it is printed into the guide of the package. */
  readonly use: string;
  readonly required: boolean;
}

/** What office.js loads beside itself in Excel, by name; it must itself be called office.js, or it refuses to run. */
export const officeFiles: readonly OfficeFile[] = [
  { path: 'office.js', use: '入口，必须叫这个名字', required: true },
  { path: 'excel-win32-16.01.js', use: 'Windows 版 Excel', required: true },
  { path: 'excel-mac-16.00.js', use: 'Mac 版 Excel', required: false },
  { path: 'excel-web-16.00.js', use: '网页版 Excel', required: false },
  { path: 'zh-cn/office_strings.js', use: '中文界面', required: true },
  { path: 'en-us/office_strings.js', use: '英文界面，也是其他语言的后备', required: true },
  { path: 'telemetry/oteljs_agave.js', use: 'office.js 自己的诊断模块；窗格的策略不许它连接任何地址', required: false },
  { path: 'o15apptofilemappingtable.js', use: '旧版应用的对照表', required: false },
];

/** Where Microsoft publishes them. */
export const officeOrigin = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/**
 * The files that Excel loads, out of a mirrored folder.
 *
 * @throws {Obstacle} when the folder lacks a required file, or one is empty or a page of an error in its place.
 */
export function copyOffice(folder: string): Files {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Obstacle(`没有这个文件夹：${folder}`);
  const missing = officeFiles.filter(({ path, required }) => required && !existsSync(join(folder, path)));
  if (missing.length > 0) {
    throw new Obstacle(
      `${folder} 不是完整的 office.js 副本，缺少：${missing.map(({ path }) => path).join('、')}。\n` +
        `请在能上网的电脑上从 ${officeOrigin} 按同样的路径逐个下载，不要改名，不要修改。`,
    );
  }
  return new Map(
    officeFiles
      .filter(({ path }) => existsSync(join(folder, path)))
      .map(({ path }) => {
        const bytes = new Uint8Array(readFileSync(join(folder, path)));
        // A proxy that answers a download with its own page is how such copies go wrong.
        const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1').trim();
        if (start === '' || start.startsWith('<'))
          throw new Obstacle(`${path} 不是脚本（可能是代理返回的网页）。请重新下载。`);
        return [path, bytes];
      }),
  );
}

/** SHA-256 sums in the form that `sha256sum --check` reads, sorted by path. */
export function sums(files: Files): string {
  return [...files]
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`)
    .join('');
}
