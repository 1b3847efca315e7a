/** Lints a text from standard input as the file named, by the rule of the rooms alone, and prints what was said as JSON. */
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const [filePath] = process.argv.slice(2);
const linter = new ESLint({
  ruleFilter: ({ ruleId }) => ruleId === 'house/may-import',
  // The rule looks at paths only; without types it answers at once.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});
const [result] = await linter.lintText(await text(process.stdin), { filePath });
process.stdout.write(JSON.stringify(result.messages.map(({ ruleId, message }) => ({ ruleId, message }))));
