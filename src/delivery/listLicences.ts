/** `npm run licences`: every package of production with its licence; ends with 1 when one is not permissive. */
import { notAllowed, productionDependencies } from './licences';

const dependencies = productionDependencies();
for (const { name, version, licence } of dependencies) console.log(`${licence.padEnd(14)} ${name} ${version}`);
const strangers = notAllowed(dependencies);
console.log(`\n${dependencies.length} packages, ${strangers.length} with a licence that is not on the list`);
for (const { name, licence } of strangers) console.error(`  ${name}: ${licence === '' ? 'none stated' : licence}`);
process.exitCode = strangers.length === 0 ? 0 : 1;
