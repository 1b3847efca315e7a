/** The demo's server: the demo page, the pane as it was built, and office.js, over plain http on this machine only. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileFor, sendFile, sendText, type Mount } from './staticFiles';

/** Where the built pieces are. */
export interface DemoFolders {
  /** The pane, as `npm run build -- --env office=self` makes it. */
  readonly pane: string;
  /** The demo page with its script and style. */
  readonly page: string;
}

export interface DemoServer {
  /** Such as "http://localhost:3100". */
  readonly url: string;
  close(): Promise<void>;
}

/** Gives the pane its Excel before office.js looks for one; the only thing that is added to the pane's page. */
const beforeOffice = '<script src="/demo/before-office.js"></script>';

/** Unmodified, from the development package; never copied into the build. */
function officeFolder(): string {
  return join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
}

/**
 * Serves the demo until it is closed.
 *
 * @param port 0 picks a free one.
 * @throws (rejects) when the port is taken.
 */
export async function serveDemo(folders: DemoFolders, port: number): Promise<DemoServer> {
  const mounts: readonly Mount[] = [
    { path: '/pane/office-js', folder: officeFolder() },
    { path: '/pane', folder: folders.pane },
    { path: '/demo', folder: folders.page },
  ];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendText(response, 405, 'text/plain; charset=utf-8', 'Only GET');
      return;
    }
    const file = fileFor(mounts, pathname === '/' ? '/demo/index.html' : pathname);
    if (file === null) sendText(response, 404, 'text/plain; charset=utf-8', `Not found: ${pathname}`);
    else if (pathname === '/pane/taskpane.html') sendText(response, 200, 'text/html; charset=utf-8', withExcel(file));
    else sendFile(request, response, file);
  });
  await listen(server, port);
  const address = server.address() as AddressInfo;
  return {
    url: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function withExcel(file: string): string {
  const html = readFileSync(file, 'utf8');
  const place = html.search(/<script\b/);
  if (place < 0) throw new Error(`${file} has no script`);
  return html.slice(0, place) + beforeOffice + html.slice(place);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // Named, so that it is reached by IPv4 and IPv6 alike, and from no other machine.
    server.listen(port, 'localhost', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
