/** What a user sets once, and what they can send to whoever looks after the add-in. */
import { Select, Switch } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from '../context';
import { SampleOffer } from '../result/SampleOffer';
import { useCardStyles } from '../result/useCardStyles';
import { diagnosticsOf } from '../diagnostics';
import { languages } from '../settings';
import { readingCostsUndo } from '../state';
import { TextToCopy } from '../TextToCopy';

export function SettingsPage(): ReactNode {
  const card = useCardStyles();
  const { actions, services, state, words } = usePane();
  const { settings } = state;
  const costsUndo = readingCostsUndo(state);
  return (
    <div className={card.section}>
      <label className={card.text} htmlFor="language">
        {words.say('language')}
      </label>
      <Select
        id="language"
        value={settings.language}
        onChange={(_, { value }) => {
          const language = languages.find((one) => one === value);
          if (language) actions.changeSettings({ ...settings, language });
        }}
      >
        {languages.map((language) => (
          <option key={language} value={language}>
            {words.say(`language-${language}`)}
          </option>
        ))}
      </Select>
      <Switch
        label={words.say('reviewOnOpening')}
        checked={settings.reviewOnOpening}
        onChange={(_, { checked }) => actions.changeSettings({ ...settings, reviewOnOpening: checked })}
      />
      <Switch
        label={words.say('liveReview')}
        checked={settings.liveReview}
        disabled={state.isWatching === false}
        onChange={(_, { checked }) => actions.changeSettings({ ...settings, liveReview: checked })}
      />
      <Switch
        label={words.say('followsKeys')}
        checked={settings.followsKeys}
        onChange={(_, { checked }) => actions.changeSettings({ ...settings, followsKeys: checked })}
      />
      <Switch
        label={words.say('looksAhead')}
        checked={settings.looksAhead && !costsUndo}
        disabled={costsUndo}
        onChange={(_, { checked }) => actions.changeSettings({ ...settings, looksAhead: checked })}
      />
      {costsUndo && <p className={card.aside}>{words.say('liveReviewUndo')}</p>}
      <p className={card.aside}>{words.say('settingsKept')}</p>
      {state.capabilities && (
        <>
          <h3 className={card.heading}>{words.say('undoTitle')}</h3>
          <p className={card.text}>{words.say(state.capabilities.nativeUndo ? 'undoNative' : 'undoNone')}</p>
        </>
      )}
      <h3 className={card.heading}>{words.say('sampleTitle')}</h3>
      <SampleOffer />
      <h3 className={card.heading}>{words.say('diagnostics')}</h3>
      <p className={card.aside}>{words.say('diagnosticsWhat')}</p>
      <TextToCopy label={words.say('copyDiagnostics')} text={() => diagnosticsOf(state, services.version)} isShown />
    </div>
  );
}
