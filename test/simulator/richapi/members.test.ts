/** The declared members against the types of Excel's interface: they exist, and came with the set that is stated. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SimulatedWorkbook } from '../../../src/simulator/model';
import { memberName, wireName, type Member, type ObjectType } from '../../../src/simulator/richapi/excelObject';
import { SimulatedHost } from '../../../src/simulator/richapi/host';
import { pathTypes, type BatchRequest } from '../../../src/simulator/richapi/protocol';
import { formSheet, plainWorkbook } from './support';
import { allTypes } from '../../../src/simulator/richapi/types/all';
import { writingMembers } from '../../../src/simulator/richapi/writingMembers';

const typings = readFileSync(join(dirname(require.resolve('@types/office-js/package.json')), 'index.d.ts'), 'utf8');
const excelTypings = typings.slice(typings.indexOf('declare namespace Excel {'));

/** Members of a class with their sets, from the documentation comments. */
function declaredIn(name: string): ReadonlyMap<string, string> {
  const start = excelTypings.search(new RegExp(`\\n    class ${name} (?:extends|implements)`, 'u'));
  const body = excelTypings.slice(start, excelTypings.indexOf('\n    }', start));
  const sets = new Map<string, string>();
  for (const [, comment = '', member = ''] of body.matchAll(
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s+(?:readonly )?(\w+)[(?:<]/gu,
  )) {
    const set = /\[Api set: ExcelApi (\d+\.\d+)/u.exec(comment)?.[1];
    // An overload that came later does not make the member newer.
    if (set !== undefined && !sets.has(member)) sets.set(member, set);
  }
  return sets;
}

const host = new SimulatedHost(SimulatedWorkbook.fromPlain(plainWorkbook(formSheet)));
const types: readonly ObjectType[] = allTypes(host);
/** Of the connection or of the client's own making, not of the documented interface. */
const isInternal = (name: string): boolean => name.startsWith('_');

describe('declared members', () => {
  it.each(types.map((type) => [type.name, type] as const))('%s came with the sets that are stated', (name, type) => {
    const documented = declaredIn(name);
    const stated = [...type.members].filter(([member]) => !isInternal(member));
    expect(stated.length).toBeGreaterThan(0);
    expect(Object.fromEntries(stated.map(([member, { since }]) => [member, since]))).toEqual(
      Object.fromEntries(stated.map(([member]) => [member, documented.get(member)])),
    );
  });

  it('that are said to be seen are in the captured requests', () => {
    const folder = join(__dirname, '..', 'captures');
    const requests = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    const named = new Set<string>();
    for (const capture of requests) {
      const { batches } = JSON.parse(capture) as { batches: readonly { request: BatchRequest }[] };
      for (const { request } of batches) {
        for (const { Name: name, QueryInfo: query } of request.Actions) {
          named.add(memberName(name));
          for (const path of query?.Select ?? []) for (const part of path.split('/')) named.add(part);
        }
        for (const { Name: name, ObjectPathType: type } of Object.values(request.ObjectPaths)) {
          named.add(type === pathTypes.indexer ? 'getItem' : memberName(name));
        }
      }
    }
    const seen = types.flatMap(({ members }) => [...members].filter(([, { isSeen }]) => isSeen).map(([name]) => name));
    expect(seen.filter((name) => !named.has(name))).toEqual([]);
  });

  it('that change the workbook are known as such to the counts and the faults', () => {
    const writes = ([, member]: readonly [string, Member]): boolean => member.kind === 'method' && member.writes;
    const names = types.flatMap(({ members }) => [...members].filter(writes).map(([name]) => wireName(name)));
    expect(new Set(names)).toEqual(writingMembers);
  });
});
