/** The README of a check, read as what it is: documentation whose examples are tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The headings that every check's README has, in this order. */
export const headings = ['看什么', '为什么要看', '不通过的表', '通过的表', '怎么改'] as const;

export interface CheckReadme {
  readonly title: string;
  readonly sections: Readonly<Record<string, string>>;
  readonly order: readonly string[];
}

export function readCheckReadme(id: string): CheckReadme {
  const text = readFileSync(join(__dirname, '../../src/core/checks', id, 'README.md'), 'utf8');
  const [head = '', ...parts] = text.split(/^## /mu);
  const sections = parts.map((part) => {
    const [heading = '', ...body] = part.split('\n');
    return [heading.trim(), body.join('\n').trim()] as const;
  });
  return {
    title: /^# (.+)$/mu.exec(head)?.[1]?.trim() ?? '',
    sections: Object.fromEntries(sections),
    order: sections.map(([heading]) => heading),
  };
}

/** The example forms of a section: every block fenced as `form`. */
export function examplesIn(section: string): readonly string[] {
  return [...section.matchAll(/^```form\n([\s\S]*?)^```/gmu)].map(([, body = '']) => body);
}
