/**
 * The list of components (CycloneDX) that npm makes from the lock file, reduced to what production needs and without
 * what differs between two machines. npm's own `--omit dev` is not used: it leaves out react and react-dom, which
 * packages of development name as peers.
 */
import { spawnSync } from 'node:child_process';
import { productionDependencies } from './licences';

interface Component {
  readonly name: string;
  readonly version: string;
  readonly 'bom-ref': string;
}

interface Dependency {
  readonly ref: string;
  readonly dependsOn: readonly string[];
}

interface Sbom {
  serialNumber?: string;
  metadata: { timestamp?: string; component: { name: string; 'bom-ref': string } };
  components: readonly Component[];
  dependencies: readonly Dependency[];
}

/**
 * The components that production needs, as CycloneDX 1.5 in JSON. Needs no network.
 *
 * @throws {Error} when npm cannot make it, or a package of production is not in it.
 */
export function sbom(): string {
  const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`npm sbom: ${stderr.slice(0, 1000)}`);
  const made = JSON.parse(stdout) as Sbom;
  // npm names the whole after the folder it lies in, and stamps the minute; equal sources shall give equal lists.
  const whole = made.metadata.component['bom-ref'];
  made.metadata.component.name = whole.replace(/@[^@]*$/, '');
  delete made.serialNumber;
  delete made.metadata.timestamp;

  const wanted = new Set(productionDependencies().map(({ name, version }) => `${name}@${version}`));
  made.components = made.components.filter(({ name, version }) => wanted.has(`${name}@${version}`));
  const listed = new Set(made.components.map(({ name, version }) => `${name}@${version}`));
  const missing = [...wanted].filter((one) => !listed.has(one));
  if (missing.length > 0) throw new Error(`npm sbom leaves out ${missing.join(', ')}`);
  const refs = new Set([whole, ...made.components.map((component) => component['bom-ref'])]);
  made.dependencies = made.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
  return `${JSON.stringify(made, null, 2)}\n`;
}
