/**
 * Takes a picture of every view: light, dark and high contrast, in both languages, at 270, 320 and 500 pixels.
 * `npm run screenshots`, or of some views only: `npm run screenshots -- findings write`. Pictures go to
 * `screenshots/views/<colours>-<language>-<width>/`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '../../src/words/locale';
import { screenshots } from './places';
import { disconnect, leave } from './session';
import setUp from './setup';
import tearDown from './teardown';
import { eyesOf, openView, views } from './views';

const widths = [270, 320, 500];
const colours = ['light', 'dark', 'high-contrast'] as const;

async function takeAll(wanted: readonly string[]): Promise<void> {
  const chosen = views.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const colour of colours) {
    for (const language of locales) {
      for (const width of widths) {
        const folder = join(screenshots, 'views', `${colour}-${language}-${width}`);
        mkdirSync(folder, { recursive: true });
        for (const view of chosen) {
          const session = await openView(view, eyesOf(colour, language), width);
          await session.page.locator('#pane').screenshot({ path: join(folder, `${view.name}.png`) });
          await leave(session);
        }
        console.log(`${folder}: ${chosen.length}`);
      }
    }
  }
}

async function main(): Promise<void> {
  await setUp();
  try {
    await takeAll(process.argv.slice(2));
  } finally {
    await disconnect();
    await tearDown();
  }
}

void main();
