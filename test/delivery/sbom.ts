/** The list of components (CycloneDX) that npm itself makes, without what differs between two machines. */
import { spawnSync } from 'node:child_process';

interface Sbom {
  serialNumber?: string;
  metadata: { timestamp?: string; component: { name: string; 'bom-ref': string } };
  readonly components: readonly { readonly name: string; readonly version: string }[];
}

/**
 * The components that production needs, as CycloneDX 1.5 in JSON. Needs no network.
 *
 * @throws {Error} when npm cannot make it, as when node_modules is not what the lock file says.
 */
export function sbom(): string {
  const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`npm sbom: ${stderr}`);
  const made = JSON.parse(stdout) as Sbom;
  // npm names the whole after the folder it lies in, and stamps the minute; equal sources shall give equal lists.
  made.metadata.component.name = made.metadata.component['bom-ref'].replace(/@[^@]*$/, '');
  delete made.serialNumber;
  delete made.metadata.timestamp;
  return `${JSON.stringify(made, null, 2)}\n`;
}
