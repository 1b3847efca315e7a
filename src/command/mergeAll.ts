/** `--merge`: what several machines reviewed of one folder, put together as one run would have written it. */
import type { ReviewArguments } from './arguments';
import { openInstallation } from './disk/installation';
import { openShares } from './disk/shardResults';
import { targetProblem } from './disk/targets';
import type { ExitCode } from './exitCode';
import type { CommandHouse } from './house';
import { createPrinter } from './printer';
import { formsOf } from './reviewedFile';
import { reportsProblem, timeWithOffset, writeReports } from './reports';
import { createTally } from './tally';

/** Puts the shares together; a wrong command, or shares that do not fit, are refused with a sentence. */
export async function mergeAll(choice: ReviewArguments, house: CommandHouse): Promise<ExitCode> {
  const { terminal } = house;
  const { secret } = openInstallation();
  const problem = targetProblem(choice, secret);
  if (problem !== null) {
    terminal.say(problem);
    return 2;
  }
  const shares = openShares(choice.paths);
  if ('problem' in shares) {
    terminal.say(shares.problem);
    return 2;
  }
  try {
    const tally = createTally();
    const printer = createPrinter(choice, (text) => terminal.print(text));
    for (const result of shares.results()) {
      tally.take(result);
      printer.next(result);
    }
    printer.end(tally.rollUp());
    if (choice.html === null && choice.xlsx === null) return tally.code();
    const written = await writeReports(
      choice,
      {
        rollUp: tally.rollUp(),
        unread: tally.unread(),
        files: shares.files,
        time: choice.time ? timeWithOffset(new Date()) : null,
        *forms() {
          for (const result of shares.results()) yield* formsOf(result, tally.firstNumber(result.file.path));
        },
      },
      house,
      secret,
    );
    const refused = reportsProblem(written, '再汇总一次');
    if (refused !== null) terminal.say(refused);
    return refused === null ? tally.code() : 2;
  } finally {
    shares.close();
  }
}
