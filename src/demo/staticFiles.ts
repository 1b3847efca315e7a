/** Serves files of a few folders over http: right types, and nothing outside those folders. */
import { createReadStream, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
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

/** Answers with the file. */
export function sendFile(response: ServerResponse, file: string): void {
  sendHead(response, 200, types[extname(file)] ?? 'application/octet-stream', !isRibbonIcon(file));
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** Answers with a text. */
export function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  sendHead(response, status, type, true);
  response.end(text);
}

function sendHead(response: ServerResponse, status: number, type: string, saysCache: boolean): void {
  response.writeHead(status, {
    'Content-Type': type,
    // Nothing of a build may linger in the browser after the next one.
    ...(saysCache ? { 'Cache-Control': 'no-store' } : {}),
    'X-Content-Type-Options': 'nosniff',
  });
}
