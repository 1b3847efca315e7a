/** Serves the folder "site" of a package over http on this machine, with the headers that the examples send. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileFor, isRibbonIcon, sendFile, sendText, type Mount } from '../../src/demo/staticFiles';

export interface SiteServer {
  /** Such as "http://localhost:34567". */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the folders, with the headers on every answer, on a free port. */
export async function serveSite(
  mounts: readonly Mount[],
  headers: readonly (readonly [name: string, value: string])[],
): Promise<SiteServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    for (const [name, value] of headers) {
      if (name !== 'Cache-Control' || !isRibbonIcon(pathname)) response.setHeader(name, value);
    }
    const file = fileFor(mounts, pathname);
    if (file === null) sendText(response, 404, 'text/plain; charset=utf-8', 'Not found');
    else sendFile(request, response, file);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
