/** What every page has around its content: the policy that allows one style sheet and one script, by their hashes. */
import { createHash } from 'node:crypto';
import { markup, Markup } from './markup';
import { style } from './style';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** The start of a page up to its body, for the one script that it will have. */
export function pageStart(title: string, script: string): Markup {
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return markup`<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(style)}</style></head>
`;
}

/** The end of a page after its main part. */
export const pageEnd = (script: string): Markup =>
  markup`</main>\n<script>${new Markup(script)}</script></body></html>\n`;

/** A part of a page with its heading. */
export function section(id: string, title: string, ...content: readonly Markup[]): Markup {
  return markup`<section id="${id}"><h2>${title}</h2>\n${content}</section>\n`;
}
