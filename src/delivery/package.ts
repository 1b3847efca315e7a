/**
 * `npm run package -- --base-url https://…`: dist/package/self-evaluation-review-<version>.zip.
 *   --base-url https://…     where the pages will be served (required)
 *   --office cdn|cn|<folder> office.js from Microsoft (default), from 21Vianet, or a mirrored folder to put beside it
 *   --share \\server\share   the shared folder that holds the manifest, for the Windows kit
 *   --out <folder>           where the zip goes (default dist/package)
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCommand } from './buildCommand';
import { buildPane } from './buildPane';
import { packageFiles, packageName } from './contents';
import { zip } from './files';
import { Obstacle, runDelivery } from './obstacle';
import { copyOffice } from './officeCopy';
import { checkedShare } from './windowsKit';

const usage =
  '用法：npm run package -- --base-url https://服务器/路径 [--office cdn|cn|文件夹] [--share \\\\服务器\\共享名]';

interface Asked {
  readonly baseUrl: string;
  readonly office: string;
  readonly share: string | null;
  readonly out: string;
}

function readArguments(): Asked {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ options: { 'base-url': text, office: text, share: text, out: text } });
    const baseUrl = values['base-url'];
    if (baseUrl === undefined || !URL.canParse(baseUrl)) throw new Obstacle(usage);
    if (new URL(baseUrl).protocol !== 'https:') throw new Obstacle('Office 只从 https 地址加载窗格。');
    return {
      baseUrl: new URL(baseUrl).href.replace(/\/$/, ''),
      office: values.office ?? 'cdn',
      share: values.share === undefined ? null : checkedShare(values.share),
      out: resolve(values.out ?? 'dist/package'),
    };
  } catch (error) {
    // parseArgs says in English what it did not understand.
    if (error instanceof TypeError) throw new Obstacle(`${error.message}\n${usage}`);
    throw error;
  }
}

runDelivery(async () => {
  const { baseUrl, office, share, out } = readArguments();
  const fromMicrosoft = office === 'cdn' || office === 'cn';
  const copy = fromMicrosoft ? null : copyOffice(office);
  console.log('正在构建任务窗格…');
  const pane = await buildPane(fromMicrosoft ? office : 'self', baseUrl, join(out, 'build', 'pane'));
  const command = await buildCommand(join(out, 'build', 'review.js'));
  const files = packageFiles({ pane, command, baseUrl, share, office: copy });
  const bytes = zip(files);
  mkdirSync(out, { recursive: true });
  const file = join(out, `${packageName}.zip`);
  writeFileSync(file, bytes);
  const sum = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(`${file}.sha256`, `${sum}  ${packageName}.zip\n`);
  console.log(`${relative('.', file)}  ${files.size} 个文件，${(bytes.length / 1024).toFixed(0)} KB\nSHA-256 ${sum}`);
});
