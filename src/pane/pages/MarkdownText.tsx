/** A page in Markdown as elements; its text is never anything but text. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { type ReactNode, useMemo, useState } from 'react';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';
import { exampleColumns } from './exampleColumns';
import { type MarkdownBlock, blocksOf, type MarkdownSpan } from './markdown';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  // A form has more columns than the pane has room for: the table scrolls, the pane does not.
  scroll: {
    overflowX: 'auto',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  cell: {
    padding: tokens.spacingHorizontalXS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    textAlign: 'start',
    verticalAlign: 'top',
    minWidth: '48px',
  },
  head: { backgroundColor: tokens.colorNeutralBackground3, fontWeight: tokens.fontWeightSemibold },
  // Red letters alone are too weak on a dark pane.
  faulty: { fontWeight: tokens.fontWeightBold, backgroundColor: tokens.colorStatusDangerBackground1 },
  code: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 },
});

function Spans({ spans }: { readonly spans: readonly MarkdownSpan[] }): ReactNode {
  return spans.map(({ kind, text }, index) => {
    switch (kind) {
      case 'plain':
        return text;
      case 'code':
        return <code key={index}>{text}</code>;
      case 'strong':
        return <strong key={index}>{text}</strong>;
    }
  });
}

type TableBlock = Extract<MarkdownBlock, { readonly kind: 'table' }>;

interface TableProps {
  readonly table: TableBlock;
  /** All tables of the page: forms that fail and pass. */
  readonly tables: readonly TableBlock[];
}

/** A form as an example: at first only the columns that tell something, so that they show side by side. */
function Table({ table, tables }: TableProps): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { words } = usePane();
  const [isWhole, setWhole] = useState(false);
  const all = table.rows[0]?.length ?? 0;
  const telling = exampleColumns(table, tables);
  const columns = isWhole ? [...Array(all).keys()] : telling;
  const rows = table.rows.map((row) => columns.flatMap((column) => row[column] ?? []));
  const [head = [], ...body] = rows;
  return (
    <div className={styles.scroll} role="group" aria-label={words.say('exampleTable')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map(({ text }, index) => (
              <th key={index} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, place) => (
            <tr key={place}>
              {row.map(({ isFaulty, text }, index) => (
                <td key={index} className={mergeClasses(styles.cell, isFaulty && styles.faulty)}>
                  {isFaulty && <ErrorCircleFilled aria-label={words.say('faultyCell')} />}
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {telling.length < all && (
        <button type="button" className={card.link} onClick={() => setWhole(!isWhole)}>
          {words.say(isWhole ? 'tellingColumns' : 'allColumns', { n: all })}
        </button>
      )}
    </div>
  );
}

interface BlockViewProps {
  readonly block: MarkdownBlock;
  readonly tables: readonly TableBlock[];
}

function BlockView({ block, tables }: BlockViewProps): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  switch (block.kind) {
    case 'heading':
      // The page has its title already.
      return block.level === 1 ? null : (
        <h3 className={card.heading}>
          <Spans spans={block.spans} />
        </h3>
      );
    case 'paragraph':
      return (
        <p className={card.text}>
          <Spans spans={block.spans} />
        </p>
      );
    case 'list':
      return (
        <ul className={styles.list}>
          {block.items.map((spans, index) => (
            <li key={index}>
              <Spans spans={spans} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <Table table={block} tables={tables} />;
    case 'code':
      return <pre className={styles.code}>{block.text}</pre>;
  }
}

/** The page; it is written in Chinese whatever the pane speaks. */
export function MarkdownText({ text }: { readonly text: string }): ReactNode {
  const styles = useStyles();
  const blocks = useMemo(() => blocksOf(text), [text]);
  const tables = useMemo(() => blocks.filter((block): block is TableBlock => block.kind === 'table'), [blocks]);
  return (
    <div lang="zh-CN" className={styles.page}>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} tables={tables} />
      ))}
    </div>
  );
}
