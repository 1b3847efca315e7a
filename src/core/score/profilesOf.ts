/** The profiles by which a form may be scored: the one in force and those that would score it otherwise. */
import type { Rubric } from '../rubric/rubric';

/** The profiles by which a form may be scored. */
export interface Profiles {
  /** The one in force, or the likeliest. */
  readonly rubric: Rubric;
  /** Others for which something in the form speaks. */
  readonly admissible?: readonly Rubric[];
  /** Others that the form does not contradict: they settle nothing and hold back an accusation. */
  readonly contrary?: readonly Rubric[];
}

const signatures = new WeakMap<Rubric, string>();

/** What of a profile decides a score, as text. */
function signatureOf(rubric: Rubric): string {
  const { execution, overCompletion, qualitative, quantitative, rounding, satisfaction, tiers } = rubric;
  const { equalWords, levels } = qualitative;
  const rules = [quantitative.rule, satisfaction?.rule, execution.rule, equalWords, levels];
  const known = signatures.get(rubric) ?? JSON.stringify([rules, overCompletion, rounding, tiers]);
  signatures.set(rubric, known);
  return known;
}

/** Only profiles that score otherwise than those before them: places often copy each other's rules. */
function scoringOtherwise(profiles: readonly Rubric[], before: readonly Rubric[]): readonly Rubric[] {
  const known = new Set(before.map(signatureOf));
  return profiles.filter((profile) => !known.has(signatureOf(profile)) && known.add(signatureOf(profile)));
}

/** The profiles with each way of scoring once, the likeliest keeping it. */
export function profilesOf(by: Rubric | Profiles): Required<Profiles> {
  const { admissible = [], contrary = [], rubric }: Profiles = 'rubric' in by ? by : { rubric: by };
  const others = scoringOtherwise(admissible, [rubric]);
  return { rubric, admissible: others, contrary: scoringOtherwise(contrary, [rubric, ...others]) };
}
