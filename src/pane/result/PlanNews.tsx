/** What the plan leads to: findings that were not there before, and why it offers no total where it does not. */
import type { ReactNode } from 'react';
import type { FormReport } from '../../core/report/report';
import { rangesText } from '../../core/sheet/rangesText';
import { usePane } from '../context';
import { Notice } from '../Notice';

export function PlanNews({ report: { raises, totalWithheld } }: { readonly report: FormReport }): ReactNode {
  const { words } = usePane();
  const news = raises.map((finding) =>
    words.say('raised', {
      severity: words.say(`severity-${finding.severity}`),
      cells: rangesText(finding.cells),
      message: words.findingText(finding).message,
    }),
  );
  const lines = [
    ...(news.length > 0 ? [words.say('raises', { n: news.length }), ...news] : []),
    ...(totalWithheld ? [words.say(`totalWithheld-${totalWithheld}`)] : []),
  ];
  return lines.length > 0 && <Notice intent="warning" lines={lines} />;
}
