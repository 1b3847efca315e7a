/** The project's own webpack configurations of its pages, with types; the demo builds nothing of them otherwise. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Configuration } from 'webpack';

/** What webpack.config.js takes as `--env`. */
export interface PaneEnvironment {
  readonly office?: string;
  readonly out?: string;
  readonly baseUrl?: string;
  /** Takes what the last build with this option made of modules that are still the same. */
  readonly cache?: 'true';
}

type Make = (env: PaneEnvironment, options: { readonly mode: 'development' | 'production' }) => Configuration;

const configurations = createRequire(__filename)(resolve('webpack.config.js')) as {
  readonly pane: Make;
  readonly workbench: Make;
};

/** The configuration of the pane, as `npm run build -- --env …` would have it. */
export const paneConfiguration = configurations.pane;

/** The same of the page without Excel, which is built into the folder `workbench` of the pane's. */
export const workbenchConfiguration = configurations.workbench;
