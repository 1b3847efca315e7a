/** Sizes of the pane's own JavaScript as it is built for production, compressed as servers send it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { spawnSync } from 'node:child_process';

export interface FileSize {
  readonly name: string;
  /** Whether taskpane.html itself loads it. */
  readonly firstPaint: boolean;
  /** KiB. */
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** Builds into a temporary folder and measures every script. */
export function bundleSizes(): readonly FileSize[] {
  const folder = mkdtempSync(join(tmpdir(), 'pane-size-'));
  try {
    const { status, stderr } = spawnSync('npx', ['webpack', '--mode', 'production', '--env', `out=${folder}`], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`The production build failed: ${stderr}`);
    const page = readFileSync(join(folder, 'taskpane.html'), 'utf8');
    return readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => {
        const bytes = readFileSync(join(folder, name));
        return {
          name,
          firstPaint: page.includes(`"${name}"`) || page.includes(`=${name}`),
          raw: bytes.length / 1024,
          gzip: gzipSync(bytes, { level: 9 }).length / 1024,
          brotli: brotliCompressSync(bytes).length / 1024,
        };
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
