/**
 * Draws assets/icon-*.png from assets/icon.svg (and from icon-small.svg below 32 pixels, where fewer lines fit).
 * Run by hand after the drawing changed: npx tsx src/demo/drawIcons.ts
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';

/** The sizes in pixels that the manifest names. */
const sizes = [16, 20, 24, 32, 40, 48, 64, 80] as const;

async function drawIcons(): Promise<void> {
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
  const page = await browser.newPage();
  for (const size of sizes) {
    const svg = readFileSync(resolve('assets', size < 32 ? 'icon-small.svg' : 'icon.svg'), 'utf8');
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    await page.screenshot({ path: resolve('assets', `icon-${size}.png`), omitBackground: true });
  }
  await browser.close();
  console.log(`Drew ${sizes.length} icons`);
}

void drawIcons();
