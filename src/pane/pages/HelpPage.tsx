/** Help without leaving the pane: how to work with it, what the marks mean, every check, the sample form, the version. */
import { Button, Input, makeStyles, Select, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { type ReactNode, useCallback, useState } from 'react';
import type { Severity } from '../../core/checks/finding';
import { usePane } from '../context';
import { SampleOffer } from '../result/SampleOffer';
import { SeverityMark } from '../result/SeverityMark';
import { useCardStyles } from '../result/useCardStyles';
import { severities } from '../state';
import { useLoaded } from '../useLoaded';

const useStyles = makeStyles({
  steps: {
    margin: 0,
    paddingInlineStart: '1.4em',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  legend: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  mark: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase300 },
  meaning: { margin: 0, overflowWrap: 'anywhere' },
  fresh: { color: tokens.colorStatusSuccessForeground1 },
});

const steps = ['review', 'read', 'beside', 'write', 'undo', 'report', 'keys'] as const;

function Legend(): ReactNode {
  const styles = useStyles();
  const { words } = usePane();
  const marks: readonly { readonly mark: ReactNode; readonly meaning: string }[] = [
    ...severities.map((severity) => ({
      mark: <SeverityMark severity={severity} />,
      meaning: words.say(`legend-${severity}`),
    })),
    { mark: <CheckmarkCircleFilled aria-hidden className={styles.fresh} />, meaning: words.say('legend-right') },
    { mark: <PersonRegular aria-hidden />, meaning: words.say('legend-open') },
  ];
  return (
    <dl className={styles.legend}>
      {marks.map(({ mark, meaning }) => (
        <div key={meaning} style={{ display: 'contents' }}>
          <dt className={styles.mark}>{mark}</dt>
          <dd className={styles.meaning}>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Every check with its severity: searched by its words, and opened for its examples. */
function Checks(): ReactNode {
  const card = useCardStyles();
  const { dispatch, services, words } = usePane();
  const checks = useLoaded(useCallback(() => services.checks(), [services]));
  const [query, setQuery] = useState('');
  const [severity, setSeverity] = useState<Severity | null>(null);
  if (!checks) return <Spinner size="tiny" label={words.say('openingPage')} />;
  const wanted = query.trim().toLowerCase();
  const shown = checks
    .map((check) => ({ ...check, ...words.checkText(check.id) }))
    .filter((check) => severity === null || check.severity === severity)
    .filter(({ id, remedy, title, why }) =>
      [id, title, why, remedy].some((text) => text.toLowerCase().includes(wanted)),
    );
  return (
    <>
      <div className={card.row}>
        <Input
          type="search"
          size="small"
          className={card.grow}
          input={{ size: 8 }}
          aria-label={words.say('searchChecks')}
          placeholder={words.say('searchChecks')}
          value={query}
          onChange={(_, { value }) => setQuery(value)}
        />
        <Select
          size="small"
          aria-label={words.say('checksOfSeverity')}
          value={severity ?? ''}
          onChange={(_, { value }) => setSeverity(severities.find((one) => one === value) ?? null)}
        >
          <option value="">{words.say('allSeverities')}</option>
          {severities.map((one) => (
            <option key={one} value={one}>
              {words.say(`severity-${one}`)}
            </option>
          ))}
        </Select>
      </div>
      <p role="status" className={card.aside}>
        {words.say('checksShown', { n: shown.length, of: checks.length })}
      </p>
      <ul className={card.lines} aria-label={words.say('checksTitle')}>
        {shown.map((check) => (
          <li key={check.id} className={card.line}>
            <button
              type="button"
              className={card.lineButton}
              data-place={`check ${check.id}`}
              onClick={() => dispatch({ type: 'screen-opened', screen: { kind: 'check', check: check.id } })}
            >
              <SeverityMark severity={check.severity} />
              <span className={card.lineText}>
                {check.title}
                <span className={card.heardOnly}>{words.say(`severity-${check.severity}`)}</span>
              </span>
            </button>
            <p className={card.aside}>{check.why}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

export function HelpPage(): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { dispatch, services, words } = usePane();
  return (
    <div className={card.section}>
      <h3 className={card.heading}>{words.say('guideTitle')}</h3>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{words.say(`guide-${step}`)}</li>
        ))}
      </ol>
      <h3 className={card.heading}>{words.say('legendTitle')}</h3>
      <Legend />
      <h3 className={card.heading}>{words.say('sampleTitle')}</h3>
      <SampleOffer />
      <h3 className={card.heading}>{words.say('checksTitle')}</h3>
      <Checks />
      <h3 className={card.heading}>{words.say('versionTitle')}</h3>
      <p className={card.text}>{words.say('versionIs', { version: services.version })}</p>
      <div className={card.row}>
        <Button size="small" onClick={() => dispatch({ type: 'screen-opened', screen: { kind: 'settings' } })}>
          {words.say('toDiagnostics')}
        </Button>
      </div>
    </div>
  );
}
