/** By which text a letter is written: our own, a sheet of the workbook, or a Word file of the user's. */
import { Button, makeStyles, Select } from '@fluentui/react-components';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import type { TemplateProblem } from '../../papers/letterWords';
import { usePane } from '../context';
import { Notice } from '../Notice';
import type { LetterTemplate } from '../services';
import { useLoaded } from '../useLoaded';
import { useRaise } from '../useRaise';
import { useCardStyles } from './useCardStyles';

const useStyles = makeStyles({
  // The button beside it is what is seen, as where tables are brought in.
  chooser: { display: 'none' },
});

interface TemplatePickerProps {
  readonly template: LetterTemplate | null;
  readonly onPick: (template: LetterTemplate | null) => void;
}

interface SourcesProps {
  readonly onTemplate: (read: LetterTemplate | TemplateProblem) => void;
  readonly onFault: (sentence: string) => void;
}

/** The sheets of the workbook, and the way to a file. */
function Sources({ onFault, onTemplate }: SourcesProps): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const raise = useRaise();
  const { services, words } = usePane();
  const chooser = useRef<HTMLInputElement>(null);
  const listed = useLoaded(useCallback(() => services.templateSheets(), [services]));
  const take = (sheetId: string): void => {
    services.sheetTemplate(sheetId).then((read) => {
      if (read.ok) onTemplate(read.value);
      else onFault(words.faultText(read.fault).sentence);
    }, raise);
  };
  const takeFile = (file: File): void => {
    file
      .arrayBuffer()
      .then((content) => services.wordTemplate(file.name, new Uint8Array(content)))
      .then(onTemplate, raise);
  };
  return (
    <>
      <p className={card.aside}>{words.say('templateWhat')}</p>
      <div className={card.row}>
        <Select
          size="small"
          aria-label={words.say('templateSheet')}
          value=""
          onChange={(_, { value }) => {
            if (value !== '') take(value);
          }}
        >
          <option value="">{words.say('templateSheet')}</option>
          {listed?.ok === true &&
            listed.value.map(({ name, sheetId }) => (
              <option key={sheetId} value={sheetId}>
                {name}
              </option>
            ))}
        </Select>
        <input
          ref={chooser}
          type="file"
          accept=".docx"
          className={styles.chooser}
          aria-label={words.say('templateFile')}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) takeFile(file);
            // The same file may be chosen again, once it was corrected.
            target.value = '';
          }}
        />
        <Button size="small" onClick={() => chooser.current?.click()}>
          {words.say('templateFile')}
        </Button>
      </div>
    </>
  );
}

export function TemplatePicker({ onPick, template }: TemplatePickerProps): ReactNode {
  const card = useCardStyles();
  const { words } = usePane();
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <>
      <div className={card.row}>
        <span className={card.text}>
          {template ? words.say('templateIs', { name: template.name }) : words.say('templateOwn')}
        </span>
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.say('templateOther')}
        </Button>
        {template && (
          <Button size="small" onClick={() => onPick(null)}>
            {words.say('templateBack')}
          </Button>
        )}
      </div>
      {isOpen && (
        <Sources
          onFault={setProblem}
          onTemplate={(read) => {
            const isProblem = typeof read === 'string';
            setProblem(isProblem ? words.say(`template-${read}`) : null);
            if (isProblem) return;
            setOpen(false);
            onPick(read);
          }}
        />
      )}
      {problem !== null && <Notice intent="warning" lines={[problem]} />}
    </>
  );
}
