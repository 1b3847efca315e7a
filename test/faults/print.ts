/** Prints the fault matrix; ends with 1 when something does not hold. */
import { matrixLines, runMatrix } from './matrix';

void runMatrix().then((trials) => {
  console.log(matrixLines(trials).join('\n'));
  const wrong = trials.filter((trial) => trial.wrong.length > 0);
  for (const trial of wrong) console.log(JSON.stringify(trial));
  process.exitCode = wrong.length > 0 ? 1 : 0;
});
