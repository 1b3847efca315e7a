/** The pages beside the result: each has a title, a way back, and takes the keyboard when it opens. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import type { Screen } from '../state';
import { DecisionsPage } from '../decisions/DecisionsPage';
import { JudgePage } from '../decisions/JudgePage';
import { CheckPage } from './CheckPage';
import { ColumnsPage } from './ColumnsPage';
import { ImportPage } from './ImportPage';
import { HelpPage } from './HelpPage';
import { RubricPage } from './RubricPage';
import { SettingsPage } from './SettingsPage';
import { WorkbookPage } from './WorkbookPage';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
});

type Page = Exclude<Screen, { readonly kind: 'result' }>;

function titleOf(page: Page, words: Words): string {
  return page.kind === 'check' ? words.checkText(page.check).title : words.say(`page-${page.kind}`);
}

function Content({ page }: { readonly page: Page }): ReactNode {
  switch (page.kind) {
    case 'columns':
      return <ColumnsPage />;
    case 'rubric':
      return <RubricPage />;
    case 'workbook':
      return <WorkbookPage />;
    case 'import':
      return <ImportPage />;
    case 'settings':
      return <SettingsPage />;
    case 'help':
      return <HelpPage />;
    case 'judge':
      return <JudgePage key={page.indicator} indicator={page.indicator} />;
    case 'decisions':
      return <DecisionsPage />;
    case 'check':
      return <CheckPage key={page.check} check={page.check} />;
  }
}

/** The page that is open. */
export function Pages({ screen }: { readonly screen: Screen }): ReactNode {
  const styles = useStyles();
  const { dispatch, words } = usePane();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [screen]);
  if (screen.kind === 'result') return null;
  return (
    <section
      className={styles.page}
      aria-labelledby="page"
      data-place="page"
      onKeyDown={({ key }) => {
        if (key === 'Escape') dispatch({ type: 'screen-opened', screen: { kind: 'result' } });
      }}
    >
      <div className={styles.head}>
        <Button
          size="small"
          icon={<ArrowLeftRegular />}
          onClick={() => dispatch({ type: 'screen-opened', screen: { kind: 'result' } })}
        >
          {words.say('back')}
        </Button>
        <h2 ref={title} id="page" tabIndex={-1} className={styles.title}>
          {titleOf(screen, words)}
        </h2>
      </div>
      <Content page={screen} />
    </section>
  );
}
