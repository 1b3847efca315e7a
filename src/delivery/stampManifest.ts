/** The project's one way to stamp a manifest, with types; it lives in webpack.config.js, where `npm run build` is. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** What is stamped. */
export interface ManifestStamp {
  /** Where the pages are served, such as "https://office.example.gov.cn/zipin". */
  readonly baseUrl?: string;
  /** "intranet" (default) or "store". */
  readonly audience?: string;
}

interface WebpackConfiguration {
  readonly stampManifest: (manifest: string, stamp: ManifestStamp) => string;
}

/**
 * The manifest for one address and audience, with the version of the package.
 *
 * @throws {Error} when the address is not one that Office loads pages from, or the audience is unknown.
 */
export function stampManifest(manifest: string, stamp: ManifestStamp): string {
  const configuration = createRequire(__filename)(resolve('webpack.config.js')) as WebpackConfiguration;
  return configuration.stampManifest(manifest, stamp);
}
