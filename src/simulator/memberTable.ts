/** The table of simulated members for the README, made from the declarations so that it cannot go stale. */
import { SimulatedWorkbook } from './model';
import { SimulatedHost } from './richapi/host';
import type { Member } from './richapi/excelObject';
import { allTypes } from './richapi/types/all';

function nameOf([name, member]: readonly [string, Member]): string {
  const writable = member.kind === 'property' && member.write !== null ? ' (set)' : '';
  return `${name}${member.kind === 'method' ? '()' : ''}${writable}${member.isSeen ? '' : '*'} ${member.since}`;
}

/** Markdown lines: one per type, each member with its ExcelApi set, a star on those whose behaviour is assumed. */
export function memberTable(): readonly string[] {
  const host = new SimulatedHost(SimulatedWorkbook.fromPlain({ name: '', sheets: [{ id: '', name: '' }] }));
  return allTypes(host).map(({ name, members }) => {
    const shown = [...members].filter(([member]) => !member.startsWith('_')).map(nameOf);
    return `- **${name}**: ${shown.join(' · ')}`;
  });
}
