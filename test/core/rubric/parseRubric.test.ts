/** Profiles are data: read whole or refused with every problem and its path at once. */
import { parseRubric, rubricToJson, type Json } from '../../../src/core/rubric/parseRubric';
import { defaultProfile, profileById, profiles } from '../../../src/core/rubric/profiles';

type Editable = { [name: string]: Json };

/** The default profile as JSON with changes. */
function edited(change: (profile: Editable) => void): unknown {
  const json = JSON.parse(JSON.stringify(rubricToJson(defaultProfile))) as Editable;
  change(json);
  return json;
}

function problemsOf(source: unknown): readonly string[] {
  const parsed = parseRubric(source);
  return parsed.ok ? [] : parsed.problems.map(({ path, key }) => `${path}: ${key}`);
}

describe('built-in profiles', () => {
  it('come in a fixed order, the national one first, each with source and year', () => {
    expect(profiles.map(({ id }) => id)).toEqual([
      'national-2020',
      'huaiyuan-2023',
      'xixia-2019',
      'pinglu-2023',
      'jingyuan-2021',
      'huaiyuan-framework',
      'hubei-20',
      'sichuan-10-90',
      'national-linear-reverse',
    ]);
    expect(profiles[0]).toBe(defaultProfile);
    for (const { source, title } of profiles) {
      expect(source.document).not.toBe('');
      expect(source.year).toBeGreaterThan(2010);
      expect(title).not.toBe('');
    }
    expect(profileById('nowhere')).toBeNull();
  });

  it.each(profiles.map((profile) => [profile.id, profile] as const))('%s survives export and import', (_, profile) => {
    const parsed = parseRubric(JSON.parse(JSON.stringify(rubricToJson(profile))));
    expect(parsed).toEqual({ ok: true, value: profile });
  });
});

describe('a profile from elsewhere', () => {
  it('is refused with every problem and its path at once', () => {
    const source = edited((profile) => {
      profile['id'] = '';
      profile['version'] = 1.5;
      profile['total'] = 'hundred';
      delete profile['grades'];
      profile['colour'] = 'red';
      profile['rounding'] = { places: 9 };
      profile['execution'] = { text: '按执行率', clause: '一', rule: { kind: 'bands', of: 'weather', bands: [] } };
    });
    expect([...problemsOf(source)].sort()).toEqual(
      [
        'id: empty-text',
        'version: not-a-whole-number',
        'total: not-a-number',
        'grades: missing',
        'colour: unknown-field',
        'rounding.places: out-of-range',
        'execution.rule.of: not-a-choice',
        'execution.rule.bands: empty-list',
      ].sort(),
    );
  });

  it('must have tiers without gaps, falling grades, and weights that reach the total', () => {
    expect(
      problemsOf(
        edited((profile) => {
          profile['tiers'] = [
            { name: '高', tier: 'achieved', from: 0.8, to: 1, includesTo: true },
            { name: '低', tier: 'not', from: 0, to: 0.7, includesTo: false },
          ];
        }),
      ),
    ).toEqual(['tiers[1]: tiers-gap']);
    expect(
      problemsOf(
        edited((profile) => {
          profile['grades'] = [
            { grade: '良', from: 80 },
            { grade: '优', from: 90 },
          ];
        }),
      ),
    ).toEqual(['grades[1]: grades-order', 'grades[1]: grades-order']);
    expect(
      problemsOf(
        edited((profile) => {
          profile['levels'] = [{ name: '产出', weight: 50 }];
        }),
      ),
    ).toEqual(['levels: levels-total']);
  });

  it('names an unknown kind of rule by its path', () => {
    const source = edited((profile) => {
      profile['quantitative'] = { text: '规则', clause: '一', rule: { kind: 'magic' } };
    });
    expect(problemsOf(source)).toEqual(['quantitative.rule.kind: not-a-choice']);
  });

  it.each([null, 3, 'x', [], true, undefined])('%j is no profile', (source) => {
    expect(parseRubric(source).ok).toBe(false);
  });

  it('takes decimals as numbers or as plain text, and nothing else', () => {
    expect(problemsOf(edited((profile) => (profile['total'] = '100.0')))).toEqual([]);
    for (const total of ['1e2', '', ' 100', '100分', -5, null]) {
      expect(problemsOf(edited((profile) => (profile['total'] = total)))).not.toEqual([]);
    }
  });
});
