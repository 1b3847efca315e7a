/** A rule in its own words, what was not understood marked where it stands. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import type { CompiledRule } from '../../core/rubric/compiledRule';
import { usePane } from '../context';

const useStyles = makeStyles({
  text: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  // Underlined as well as coloured, and said to those who hear the page.
  notRead: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusWarningBackground2,
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textDecorationColor: tokens.colorStatusWarningForeground1,
  },
  heardOnly: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

interface Part {
  readonly text: string;
  readonly isUnread: boolean;
}

/** The text in parts; clauses that speak of no points need no reading. */
function partsOf({ clauses, extent, problems, text }: CompiledRule): readonly Part[] {
  const contradicting = problems.flatMap(({ spans }) => spans);
  const unread = clauses.flatMap(({ isRead, kind, moves, span }) =>
    !isRead && (moves !== 'none' || (kind === 'unread' && extent !== 'no-rule')) ? [span] : [],
  );
  const places = [...unread, ...contradicting].sort((left, right) => left.from - right.from);
  const parts: Part[] = [];
  let end = 0;
  for (const { from, to } of places) {
    const start = Math.max(from, end);
    if (to <= start) continue;
    if (start > end) parts.push({ text: text.slice(end, start), isUnread: false });
    parts.push({ text: text.slice(start, to), isUnread: true });
    end = to;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isUnread: false });
  return parts;
}

export function ClauseText({ compiled }: { readonly compiled: CompiledRule }): ReactNode {
  const styles = useStyles();
  const { words } = usePane();
  return (
    <p className={styles.text}>
      {partsOf(compiled).map(({ isUnread, text }, place) =>
        isUnread ? (
          <mark key={place} className={styles.notRead}>
            <span className={styles.heardOnly}>{words.say('notUnderstoodHere')}</span>
            {text}
          </mark>
        ) : (
          <Fragment key={place}>{text}</Fragment>
        ),
      )}
    </p>
  );
}
