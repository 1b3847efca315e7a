/**
 * A pane of the size of the one that Microsoft's generator gives for React and Fluent UI 9, in our own words: a header, a
 * list of three, a field with a button; drawn once Office is ready. What starts no later than this starts as the template
 * does. Its polyfills are left out, which flatters it.
 */
import {
  Button,
  Field,
  FluentProvider,
  Image,
  makeStyles,
  Textarea,
  tokens,
  webLightTheme,
} from '@fluentui/react-components';
import { DocumentSearchRegular } from '@fluentui/react-icons/svg/document-search';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';

const useStyles = makeStyles({
  root: { minHeight: '100vh' },
  header: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    paddingBottom: '30px',
    paddingTop: '100px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  message: { fontSize: tokens.fontSizeHero900, fontWeight: tokens.fontWeightRegular },
  list: { display: 'flex', flexDirection: 'column', alignItems: 'center', marginTop: '20px' },
  item: { display: 'flex', alignItems: 'center', paddingBottom: '16px' },
  icon: { marginRight: '10px', fontSize: '24px' },
  field: { marginLeft: '20px', marginTop: '30px', marginBottom: '20px', marginRight: '20px', maxWidth: '50%' },
});

const items = [
  { icon: <DocumentSearchRegular />, text: 'Finds what is in the sheet' },
  { icon: <CheckmarkCircleFilled />, text: 'Says what is right' },
  { icon: <PersonRegular />, text: 'Leaves the rest to a person' },
];

function App(): ReactNode {
  const styles = useStyles();
  const [text, setText] = useState('Some text.');
  return (
    <div className={styles.root}>
      <section className={styles.header}>
        <Image width="90" height="90" src="assets/icon-80.png" alt="" />
        <h1 className={styles.message}>Welcome</h1>
      </section>
      <div className={styles.list}>
        <h2>What this pane does</h2>
        <ul>
          {items.map(({ icon, text: said }) => (
            <li key={said} className={styles.item}>
              <i className={styles.icon}>{icon}</i>
              <span>{said}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.list}>
        <Field className={styles.field} size="large" label="Text for the document">
          <Textarea size="large" value={text} onChange={(_, { value }) => setText(value)} />
        </Field>
        {/* Called as ours is, so that both are waited for in one way. */}
        <Button appearance="primary" size="large" onClick={() => setText('')}>
          复核
        </Button>
      </div>
    </div>
  );
}

void Office.onReady(() => {
  const element = document.getElementById('pane');
  if (!element) throw new Error('The page lacks #pane');
  createRoot(element).render(
    <FluentProvider theme={webLightTheme}>
      <App />
    </FluentProvider>,
  );
});
