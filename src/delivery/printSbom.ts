/** `npm run sbom`: the list of components on standard output. */
import { sbom } from './sbom';

process.stdout.write(sbom());
