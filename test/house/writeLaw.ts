/** `npm run law`: writes what follows from src/rooms.json, the project file of each room and the table in src/README.md. */
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { houseReadme, projects } from './law';

async function writeLaw(): Promise<void> {
  for (const { path, text } of projects()) {
    writeFileSync(path, await format(text, { parser: 'json', printWidth: 120 }));
  }
  writeFileSync('src/README.md', houseReadme());
}

void writeLaw();
