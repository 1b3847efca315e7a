/** What a check is about: its words, and its page with forms that fail and pass. */
import { Spinner } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';
import { useRaise } from '../useRaise';
import { MarkdownText } from './MarkdownText';

export function CheckPage({ check }: { readonly check: string }): ReactNode {
  const card = useCardStyles();
  const { services, words } = usePane();
  const raise = useRaise();
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    services.helpOf(check).then(setText, raise);
  }, [services, check, raise]);
  return (
    <div className={card.section}>
      <p className={card.text}>{words.checkText(check).why}</p>
      {text === null ? <Spinner size="tiny" label={words.say('openingPage')} /> : <MarkdownText text={text} />}
    </div>
  );
}
