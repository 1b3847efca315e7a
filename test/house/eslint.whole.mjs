/**
 * The linter over everything at once, for `npm run lint`: one program of types for all rooms, where an editor has one
 * for each and looks at what they share once a room. Rules and what they find are those of the root's configuration.
 */
import { fileURLToPath } from 'node:url';
import everywhere from '../../eslint.config.mjs';

const oneProgram = { project: [fileURLToPath(new URL('tsconfig.whole.json', import.meta.url))] };

export default everywhere.map((part) => {
  const { languageOptions } = part;
  if (!languageOptions?.parserOptions?.projectService) return part;
  const { projectService: _, ...rest } = languageOptions.parserOptions;
  return { ...part, languageOptions: { ...languageOptions, parserOptions: { ...rest, ...oneProgram } } };
});
