/**
 * `npm run start:excel`: the development server that a real Excel loads the pane from, over https on localhost:3000.
 *   --office=cdn|cn|self       where office.js comes from (see webpack.config.js); self: the development package's copy
 *   --recorder                 serves the page of test/recorder in the pane's place
 *   HTTPS_CERT, HTTPS_KEY      PEM files of a certificate of one's own; else a developer certificate is made
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';
import { recorderConfiguration, recorderManifest } from '../recorder/build';
import { paneConfiguration } from './paneConfiguration';
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

async function startExcel(): Promise<void> {
  const office = process.argv.find((argument) => argument.startsWith('--office='))?.slice('--office='.length);
  const options = await certificate();
  const isRecorder = process.argv.includes('--recorder');
  const env = { ...(office ? { office } : {}), out: `dist/development/${isRecorder ? 'recorder' : 'pane'}` };
  const configuration = isRecorder
    ? recorderConfiguration(env, 'development')
    : paneConfiguration(env, { mode: 'development' });
  const officeFolder = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
  const compiler = webpack(configuration);
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
  const manifestPath = isRecorder ? resolve('dist/development/recorder.xml') : resolve('manifest.xml');
  if (isRecorder) {
    mkdirSync(dirname(manifestPath), { recursive: true });
    writeFileSync(manifestPath, recorderManifest());
  }
  const id = /<Id>([^<]+)<\/Id>/.exec(readFileSync(manifestPath, 'utf8'))?.[1] ?? '';
  const named = isRecorder
    ? { name: '自评复核录制', page: 'recorder.html' }
    : { name: '自评复核', page: 'taskpane.html' };
  console.log(sideloadInstructions({ ...named, manifestPath, id, url: `https://localhost:${port}` }));
}

startExcel().catch((error: unknown) => {
  console.error(error instanceof Obstacle ? `\n${error.message}\n` : error);
  process.exitCode = 1;
});
