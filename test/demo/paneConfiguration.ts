/** The project's own webpack configuration of the pane, with types; the demo builds nothing of the pane otherwise. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Configuration } from 'webpack';

/** What webpack.config.js takes as `--env`. */
export interface PaneEnvironment {
  readonly office?: string;
  readonly out?: string;
  readonly baseUrl?: string;
}

type Make = (env: PaneEnvironment, options: { readonly mode: 'development' | 'production' }) => Configuration;

/** The configuration, as `npm run build -- --env …` would have it. */
export const paneConfiguration = createRequire(__filename)(resolve('webpack.config.js')) as Make;
