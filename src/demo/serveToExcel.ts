/**
 * The development server that a real Excel loads a page from, over https on localhost:3000.
 *   --office=cdn|cn|self       where office.js comes from (see webpack.config.js); self: the development package's copy
 *   HTTPS_CERT, HTTPS_KEY      PEM files of a certificate of one's own; else a developer certificate is made
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';
import { sideloadInstructions } from './sideload';

const port = 3000;

/** PEM texts. */
interface Certificate {
  readonly ca?: string | Buffer;
  readonly cert: string | Buffer;
  readonly key: string | Buffer;
}

/** Something that the person at the terminal can mend; shown as a sentence, without a stack. */
class Obstacle extends Error {}

async function certificate(): Promise<Certificate> {
  const { HTTPS_CERT: cert, HTTPS_KEY: key } = process.env;
  if (cert && key) return { cert: readPem(cert), key: readPem(key) };
  try {
    // Only loaded here: it touches the machine's list of trusted authorities.
    const { getHttpsServerOptions } = await import('office-addin-dev-certs');
    return await getHttpsServerOptions();
  } catch (error) {
    throw new Obstacle(
      '不能在这台电脑上生成并信任开发用的 https 证书，而 Excel 只从受信任的 https 地址加载窗格。\n' +
        '可以：用有权限的账户再试一次；或者用单位自己的证书：\n' +
        '  HTTPS_CERT=证书.pem HTTPS_KEY=私钥.pem npm run start:excel\n' +
        '只想看看效果，不需要 Excel：npm start\n' +
        `原因：${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
    );
  }
}

function readPem(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Obstacle(`读不到证书文件：${file}`);
  }
}

/** A page to be sideloaded into Excel: how it is built, and the manifest that names it. */
export interface ServedPage {
  /** As it is called on Excel's ribbon. */
  readonly name: string;
  /** The file of the page: taskpane.html. */
  readonly page: string;
  configuration(env: { readonly office?: string }): webpack.Configuration;
  /** Where its manifest lies once it can be sideloaded. */
  manifestPath(): string;
}

async function serve({ configuration, manifestPath, name, page }: ServedPage): Promise<void> {
  const office = process.argv.find((argument) => argument.startsWith('--office='))?.slice('--office='.length);
  const options = await certificate();
  const officeFolder = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
  const compiler = webpack(configuration(office ? { office } : {}));
  const server = new WebpackDevServer(
    {
      host: 'localhost',
      port,
      // Excel on the web shows the ribbon's icons from its own address.
      headers: { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' },
      server: { type: 'https', options },
      static: office === 'self' ? [{ directory: officeFolder, publicPath: '/office-js', watch: false }] : false,
      // The policy of the page lets no script connect elsewhere, and an overlay would cover the pane.
      client: { overlay: false },
      hot: false,
    },
    compiler,
  );
  await server.start();
  // After the first report of the build, so that it does not push the instructions off the screen.
  await new Promise<void>((built) => compiler.hooks.done.tap('first build', () => setTimeout(built, 200)));
  const path = manifestPath();
  const id = /<Id>([^<]+)<\/Id>/.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
  console.log(sideloadInstructions({ name, page, manifestPath: path, id, url: `https://localhost:${port}` }));
}

/** Serves until it is stopped; what the person at the terminal can mend is said as a sentence. */
export function serveToExcel(page: ServedPage): void {
  serve(page).catch((error: unknown) => {
    console.error(error instanceof Obstacle ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  });
}
