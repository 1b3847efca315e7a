/** Serves files of a few folders over http: right types, and nothing outside those folders. */
import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
};

/** A folder of files and the path under which it is served; both without a slash at the end. */
export interface Mount {
  readonly path: string;
  readonly folder: string;
}

/**
 * The file that a request path names, by the first mount whose path it starts with; null when there is no such file,
 * when the path leaves the folder, or when it cannot be decoded.
 */
export function fileFor(mounts: readonly Mount[], requestPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(requestPath);
  } catch {
    return null;
  }
  if (path.includes('\0')) return null;
  const mount = mounts.find((one) => path.startsWith(`${one.path}/`));
  if (!mount) return null;
  const folder = normalize(mount.folder);
  const file = join(folder, path.slice(mount.path.length));
  if (!file.startsWith(folder + sep)) return null;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/**
 * Whether a file or a path is an icon of the ribbon. Office takes a generic icon instead where the server says anything
 * of keeping it (manifest reference, the image element), so nobody may send Cache-Control with one.
 * @internal the tests' server keeps to it too
 */
export function isRibbonIcon(path: string): boolean {
  return /(?:^|[\\/])icon-\d+\.png$/u.test(path);
}

/** By what a browser tells whether the file that it has is still this one. */
function tagOf(file: string): string {
  const { mtimeMs, size } = statSync(file);
  return `"${size}-${mtimeMs}"`;
}

const headersOf = (type: string): Readonly<Record<string, string>> => ({
  'Content-Type': type,
  'X-Content-Type-Options': 'nosniff',
});

/** Answers with the file, or with the word that the browser has it already. */
export function sendFile(request: IncomingMessage, response: ServerResponse, file: string): void {
  const headers = headersOf(types[extname(file)] ?? 'application/octet-stream');
  const tag = tagOf(file);
  if (isRibbonIcon(file)) {
    response.writeHead(200, headers);
  } else if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, { ETag: tag }).end();
    return;
  } else {
    // Nothing of a build may linger in the browser after the next one: it asks each time.
    response.writeHead(200, { ...headers, 'Cache-Control': 'no-cache', ETag: tag });
  }
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** Answers with a text, which is made anew each time. */
export function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { ...headersOf(type), 'Cache-Control': 'no-store' });
  response.end(text);
}
