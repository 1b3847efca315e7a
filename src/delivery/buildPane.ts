/** Builds the pages for production, exactly as `npm run build` does, and says whose code went into them. */
import webpack from 'webpack';
import { paneConfiguration, workbenchConfiguration } from '../demo/paneConfiguration';

/** A finished build. */
export interface BuiltPane {
  /** The folder that holds taskpane.html. */
  readonly folder: string;
  /** Names of the packages that have code in it, sorted. */
  readonly packages: readonly string[];
}

interface StatsModule {
  readonly nameForCondition?: string | undefined;
  readonly modules?: readonly StatsModule[] | undefined;
}

/**
 * Builds into a folder.
 *
 * @param office "cdn", "cn" or "self".
 * @param keep takes from the build before what is still the same, as no package that ships does.
 * @throws (rejects) with webpack's own report when something does not build.
 */
export async function buildPane(office: string, baseUrl: string, folder: string, keep = false): Promise<BuiltPane> {
  const env = { office, baseUrl, out: folder, ...(keep ? ({ cache: 'true' } as const) : {}) };
  const stats = await new Promise<webpack.MultiStats>((done, fail) => {
    const compiler = webpack([
      paneConfiguration(env, { mode: 'production' }),
      workbenchConfiguration(env, { mode: 'production' }),
    ]);
    compiler.run((error, result) => {
      compiler.close(() => {
        if (error) fail(error);
        else if (!result || result.hasErrors()) fail(new Error(result?.toString('errors-only') ?? 'No result'));
        else done(result);
      });
    });
  });
  const { children = [] } = stats.toJson({
    all: false,
    modules: true,
    nestedModules: true,
    dependentModules: true,
    cachedModules: true,
    modulesSpace: Infinity,
    nestedModulesSpace: Infinity,
    groupModulesByAttributes: false,
    groupModulesByCacheStatus: false,
    groupModulesByExtension: false,
    groupModulesByLayer: false,
    groupModulesByPath: false,
    groupModulesByType: false,
  }) as { readonly children?: readonly StatsModule[] };
  return { folder, packages: [...new Set(children.flatMap(packagesOf))].sort() };
}

function packagesOf({ nameForCondition = '', modules = [] }: StatsModule): readonly string[] {
  const name = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(nameForCondition)?.[1];
  return [...(name === undefined ? [] : [name.replaceAll('\\', '/')]), ...modules.flatMap(packagesOf)];
}
