/** The profiles that come with the add-in, in the order in which they are shown; plain data, read like anyone's. */
import { parseRubric } from '../parseRubric';
import type { Rubric } from '../rubric';
import hubei from './hubei-20.json';
import huaiyuan from './huaiyuan-2023.json';
import huaiyuanFramework from './huaiyuan-framework.json';
import jingyuan from './jingyuan-2021.json';
import nationalLinear from './national-linear-reverse.json';
import national from './national-2020.json';
import pinglu from './pinglu-2023.json';
import sichuan from './sichuan-10-90.json';
import xixia from './xixia-2019.json';

/** Reads a profile of our own; a problem in it is a bug. */
function own(source: unknown): Rubric {
  const parsed = parseRubric(source);
  if (parsed.ok) return parsed.value;
  throw new Error(`A built-in profile is wrong: ${JSON.stringify(parsed.problems)}`);
}

/** 财预〔2020〕10号: what governs where nothing else is known. */
export const defaultProfile: Rubric = own(national);

/** All built-in profiles in display order; the default first. */
export const profiles: readonly Rubric[] = [
  defaultProfile,
  ...[huaiyuan, xixia, pinglu, jingyuan, huaiyuanFramework, hubei, sichuan, nationalLinear].map(own),
];

/** The built-in profile of that id, or null. */
export function profileById(id: string): Rubric | null {
  return profiles.find((profile) => profile.id === id) ?? null;
}
