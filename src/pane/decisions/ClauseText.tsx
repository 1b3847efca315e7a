/** A rule in its own words, what was not understood or contradicts marked where it stands. */
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
  /** Why it is marked. */
  readonly marked: 'notUnderstoodHere' | 'contradictsHere' | null;
}

/** The text in parts; clauses that speak of no points need no reading. */
function partsOf({ clauses, extent, problems, text }: CompiledRule): readonly Part[] {
  const contradicting = problems.flatMap(({ spans }) =>
    spans.map((span) => ({ ...span, marked: 'contradictsHere' as const })),
  );
  const unread = clauses.flatMap(({ isRead, kind, moves, span }) =>
    !isRead && (moves !== 'none' || (kind === 'unread' && extent !== 'no-rule'))
      ? [{ ...span, marked: 'notUnderstoodHere' as const }]
      : [],
  );
  const places = [...unread, ...contradicting].sort((left, right) => left.from - right.from);
  const parts: Part[] = [];
  let end = 0;
  for (const { from, marked, to } of places) {
    const start = Math.max(from, end);
    if (to <= start) continue;
    if (start > end) parts.push({ text: text.slice(end, start), marked: null });
    parts.push({ text: text.slice(start, to), marked });
    end = to;
  }
  if (end < text.length) parts.push({ text: text.slice(end), marked: null });
  return parts;
}

export function ClauseText({ compiled }: { readonly compiled: CompiledRule }): ReactNode {
  const styles = useStyles();
  const { words } = usePane();
  return (
    <p className={styles.text}>
      {partsOf(compiled).map(({ marked, text }, place) =>
        marked ? (
          <mark key={place} className={styles.notRead}>
            <span className={styles.heardOnly}>{words.say(marked)}</span>
            {text}
          </mark>
        ) : (
          <Fragment key={place}>{text}</Fragment>
        ),
      )}
    </p>
  );
}
