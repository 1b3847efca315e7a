/** Brings the tables of a file onto new sheets of the open workbook, says what came along, and takes them back. */
import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Imported, ImportedSheet } from '../../review/importSheets';
import type { ImportTakenBack } from '../../review/takeBackImport';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { importedText, takenBackText } from '../importText';
import { Notice } from '../Notice';
import { timeText } from '../result/timeText';
import { useCardStyles } from '../result/useCardStyles';
import { isHeld } from '../state';

/** What the chooser offers first; what a file really is, its content says. */
const endings = '.xlsx,.xlsm,.xls,.et,.xlsb,.ods,.fods,.docx,.html,.htm,.csv,.txt,.xml';

const useStyles = makeStyles({
  spinner: { justifyContent: 'flex-start' },
  // The button beside it is what is seen; a control of the browser would be cut off in a narrow pane.
  chooser: { display: 'none' },
});

/** What did not come along as it is in the file. */
function losses({ clippedFrom, different, resultsOnly }: ImportedSheet, words: Words): readonly string[] {
  return [
    ...(resultsOnly > 0 ? [words.say('importResultsOnly', { n: resultsOnly })] : []),
    ...(different > 0 ? [words.say('importDifferent', { n: different })] : []),
    ...(clippedFrom ? [words.say('clipped', clippedFrom)] : []),
  ];
}

function SheetCard({ sheet }: { readonly sheet: ImportedSheet }): ReactNode {
  const card = useCardStyles();
  const { actions, state, words } = usePane();
  const { name, nameInFile, sheetId } = sheet;
  return (
    <li className={card.card}>
      <strong className={card.text}>{name}</strong>
      {name !== nameInFile && <p className={card.aside}>{words.say('importNameInFile', { name: nameInFile })}</p>}
      {losses(sheet, words).map((line) => (
        <p key={line} className={card.aside}>
          {line}
        </p>
      ))}
      <div className={card.row}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={state.running !== null}
          onClick={() => {
            actions.review(sheetId);
            actions.reveal(sheetId, { row: 0, column: 0 });
          }}
        >
          {words.say('reviewImported')}
        </Button>
      </div>
    </li>
  );
}

function Done({ imported }: { readonly imported: Imported }): ReactNode {
  const card = useCardStyles();
  const { words } = usePane();
  const { brokenBy, hidden, isRecorded, sheets, unfinished } = imported;
  const broken = brokenBy && words.faultText(brokenBy);
  return (
    <>
      <Notice
        intent={broken ? 'warning' : 'success'}
        lines={[
          importedText(imported, words),
          ...(broken ? [words.say('importBroken'), broken.sentence, broken.nextStep] : []),
          ...(unfinished.length > 0 ? [words.say('importUnfinished', { names: unfinished.join('、') })] : []),
          ...(hidden.length > 0 ? [words.say('importLeft', { names: hidden.join('、') })] : []),
          ...(isRecorded || sheets.length === 0 ? [] : [words.say('importNotRecorded')]),
        ]}
      />
      <ul className={card.list}>
        {sheets.map((sheet) => (
          <SheetCard key={sheet.sheetId} sheet={sheet} />
        ))}
      </ul>
    </>
  );
}

function TakenBack({ takenBack }: { readonly takenBack: ImportTakenBack }): ReactNode {
  const { words } = usePane();
  const { fault, sheets } = takenBack;
  const stays = sheets.flatMap(({ name, outcome }) => (outcome === 'removed' ? [] : [{ name, outcome }]));
  const said = fault && words.faultText(fault);
  return (
    <Notice
      intent={stays.length > 0 ? 'warning' : 'success'}
      lines={[
        takenBackText(takenBack, words),
        ...stays.map(({ name, outcome }) => words.say(`importStays-${outcome}`, { name })),
        ...(said ? [said.sentence, said.nextStep] : []),
      ]}
    />
  );
}

/** What was brought in and is still there. */
function Earlier(): ReactNode {
  const card = useCardStyles();
  const { actions, state, words } = usePane();
  const { imports } = state;
  if (!imports || imports.length === 0) return null;
  return (
    <section className={card.section} aria-labelledby="imports">
      <h3 id="imports" className={card.heading}>
        {words.say('imports')}
      </h3>
      <p className={card.aside}>{words.say('importsWhat')}</p>
      <ul className={card.list}>
        {imports.map(({ fileName, sheets, time }) => (
          <li key={time} className={card.card}>
            <p className={card.text}>
              {words.say('importEntry', {
                time: timeText(time, words.locale),
                file: fileName,
                names: sheets.join('、'),
              })}
            </p>
            <div className={card.row}>
              <Button
                size="small"
                aria-label={words.say('takeBackImportOf', { file: fileName })}
                disabledFocusable={isHeld(state)}
                onClick={() => actions.takeBackImport(time)}
              >
                {words.say('takeBackImport')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ImportPage(): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { actions, state, words } = usePane();
  const { imported, importTakenBack, running } = state;
  const chooser = useRef<HTMLInputElement>(null);
  const { listImports } = actions;
  useEffect(listImports, [listImports]);
  return (
    <div className={card.section}>
      <p className={card.text}>{words.say('importWhat')}</p>
      <p className={card.aside}>{words.say('importSafe')}</p>
      <input
        ref={chooser}
        type="file"
        accept={endings}
        className={styles.chooser}
        aria-label={words.say('chooseFile')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again.
          if (file) actions.importFile(file);
          target.value = '';
        }}
      />
      <Button
        appearance="primary"
        className={card.action}
        disabledFocusable={isHeld(state)}
        onClick={() => chooser.current?.click()}
      >
        {words.say('chooseFile')}
      </Button>
      {running?.kind === 'import' && <Spinner size="tiny" className={styles.spinner} label={words.say('importing')} />}
      {running?.kind === 'take-back-import' && (
        <Spinner size="tiny" className={styles.spinner} label={words.say('takingBackImport')} />
      )}
      {imported && <Done imported={imported} />}
      {importTakenBack && <TakenBack takenBack={importTakenBack} />}
      <Earlier />
    </div>
  );
}
