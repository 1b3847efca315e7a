/** What is in the package: every file with its path, made from a built pane and the facts of one organisation. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BuiltCommand } from './buildCommand';
import type { BuiltPane } from './buildPane';
import { inFolder, readFolder, type Files } from './files';
import { iisExample, nginxExample, policyOf } from './hosting';
import { notices } from './licences';
import { manifestProblems } from './manifest/manifestProblems';
import { officeFiles, officeOrigin, sums } from './officeCopy';
import { sbom } from './sbom';
import { stampManifest } from './stampManifest';
import { windowsKit, windowsText } from './windowsKit';

/** For whom a package is made. */
export interface PackageFacts {
  readonly pane: BuiltPane;
  readonly command: BuiltCommand;
  /** Where the pages will be served, without a slash at its end. */
  readonly baseUrl: string;
  /** Such as "\\server\share"; null without one. */
  readonly share: string | null;
  /** office.js from the organisation's mirror; null when the pages load it from Microsoft. */
  readonly office: Files | null;
}

const version = (JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as { readonly version: string }).version;

/** Such as "self-evaluation-review-1.0.0"; the name of the zip and of the one folder in it. */
export const packageName = `self-evaluation-review-${version}`;

/**
 * Every file of the package, below one folder.
 *
 * @throws {Error} when a stamped manifest would be refused by Office.
 */
export function packageFiles(facts: PackageFacts): Files {
  const { pane, command, baseUrl, share, office } = facts;
  const source = readFileSync(resolve('manifest.xml'), 'utf8');
  const manifests = (['intranet', 'store'] as const).map((audience) => {
    const manifest = stampManifest(source, { baseUrl, audience });
    const problems = manifestProblems(manifest, resolve(pane.folder, 'assets'));
    if (problems.length > 0) throw new Error(`The ${audience} manifest: ${problems.join('; ')}`);
    return [audience, manifest] as const;
  });
  const id = /<Id>([^<]+)<\/Id>/.exec(source)?.[1] ?? '';
  const site = new Map([...readFolder(pane.folder), ...inFolder('office-js', office ?? new Map())]);
  const policyIn = (page: string): string => policyOf(readFileSync(resolve(pane.folder, page), 'utf8'));
  const hosted = { baseUrl, policy: policyIn('taskpane.html'), workbenchPolicy: policyIn('workbench/index.html') };
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);

  const files = new Map<string, Uint8Array>([
    ...inFolder('site', site),
    ['manifest/manifest.xml', text(manifests[0]?.[1] ?? '')],
    ['manifest-store/manifest.xml', text(manifests[1]?.[1] ?? '')],
    ...inFolder('windows', windowsKit({ id, version, baseUrl, share })),
    ['hosting/nginx.conf', text(nginxExample(hosted))],
    ['hosting/web.config', text(iisExample(hosted))],
    ['command-line/review.js', command.bytes],
    ['command-line/USAGE.md', new Uint8Array(readFileSync(resolve('src/command/USAGE.md')))],
    ['legal/LICENSE.txt', windowsText(readFileSync(resolve('LICENSE'), 'utf8'))],
    ['legal/SECURITY.md', new Uint8Array(readFileSync(resolve('.github/SECURITY.md')))],
    ['legal/CHANGELOG.md', new Uint8Array(readFileSync(resolve('.github/CHANGELOG.md')))],
    [
      'legal/THIRD-PARTY-NOTICES.txt',
      windowsText(notices([...new Set([...pane.packages, ...command.packages])].sort())),
    ],
    ['legal/sbom.cdx.json', text(sbom())],
    ['先读我.txt', windowsText(readMe(facts))],
  ]);
  if (office) {
    files.set('legal/office-js.txt', windowsText(officeNotice(office)));
    files.set('legal/office-js.sha256', text(sums(inFolder('site/office-js', office))));
  }
  files.set('SHA256SUMS', text(sums(files)));
  return inFolder(packageName, files);
}

function readMe({ baseUrl, share, office }: PackageFacts): string {
  const source = office
    ? `site/office-js/ 里的副本（${office.size} 个文件，不访问互联网；说明见 legal/office-js.txt）`
    : '微软网络（使用者的电脑要能访问 taskpane.html 里写的地址）';
  const byShare =
    share === null
      ? '  （本包没有指定共享文件夹。需要时重新打包：npm run package -- --base-url … --share \\\\服务器\\共享名）'
      : `  共享文件夹：把 manifest/manifest.xml 放到 ${share}，使用者双击 windows/安装-共享文件夹.reg，重新启动 Excel，
  开始 > 加载项 > 更多加载项 > 共享文件夹 > 自评复核 > 添加。`;
  const where = share === null ? 'C:\\ProgramData\\SelfEvaluationReview\\manifest.xml' : `${share}\\manifest.xml`;
  return `自评复核 ${version}

本包为这个地址制作：${baseUrl}
office.js 来自：${source}

从这里开始（信息技术人员，约一个上午）：
1. 打开 site/assets/guide/it-guide.html：两页，数据流、权限、网络、策略、回退、卸载。
2. 把 site/ 里的全部内容放到 https 服务器上，使 ${baseUrl}/taskpane.html 能打开、没有证书警告。
   例子：hosting/nginx.conf，hosting/web.config（IIS，放在 taskpane.html 旁边）。
   证书由本单位的证书机构签发。本包不含任何私钥。
3. 装到 Windows，选一种：
  单机：把 manifest/manifest.xml 放到 ${where}，双击 windows/安装-单机.reg，重新启动 Excel。
${byShare}
4. 装不上、看不见、打不开：双击 windows/诊断.cmd，它用中文说出是什么挡住了（只读取，不修改）。
5. Mac、网页版和集中部署：site/assets/guide/install.html。
6. 使用者看 ${baseUrl}/assets/guide/user-guide.html。
7. 用 WPS、LibreOffice 的同事不用装：在浏览器里打开 ${baseUrl}/workbench/index.html。
8. 成批复核用命令行，只要 Node.js 20 以上：node command-line/review.js 文件夹 --html 报告.html --xlsx 汇总.xlsx。
   说明在 command-line/USAGE.md；里面的 npm run --silent review -- 在这里都写作 node review.js。

manifest/        内网清单：任何 Excel 都显示按钮，太旧时窗格里说明缺什么
manifest-store/  应用商店清单：只在功能齐全的 Excel 里显示（ExcelApi 1.13 起）
legal/           许可、第三方声明、组件清单（CycloneDX）、安全说明、更新说明
SHA256SUMS       每个文件的 SHA-256；Linux：sha256sum --check SHA256SUMS；Windows：Get-FileHash 文件名

卸载：双击 windows/卸载.reg，重新启动 Excel，再从服务器和共享文件夹删除文件。
本包没有在真实的 Windows 和 Excel 上试过：先在一台电脑上试，再推开。
`;
}

function officeNotice(office: Files): string {
  const rows = officeFiles.filter(({ path }) => office.has(path)).map(({ path, use }) => `  ${path}  ${use}`);
  return `site/office-js/ 是微软的 office.js，未经修改

来源：由制作本包的单位从 ${officeOrigin} 下载。校验和见 legal/office-js.sha256（在包的顶层运行 sha256sum --check legal/office-js.sha256）。
权利：归微软所有，适用微软自己的许可条款（下载 office.js 时一并给出的 LICENSE），不适用本加载项的 MIT 许可。
条款允许把未经修改的代码作为与 Microsoft 365 配合的应用的一部分分发，并要求：不得修改；不得删去其中的版权声明；
只与本加载项一起使用；最终使用者同意同等程度保护它的条款；微软不负责维护、更新或支持本加载项。请由有权的人阅读条款后再分发。
微软支持的方式是从它的网络加载；自带副本是不能上网的单位自己的选择，微软不支持。请至少每半年更新一次。

文件：
${rows.join('\n')}
`;
}
