/**
 * What an administrator runs on Windows: registry files for one share and one add-in, and the diagnosis.
 * Each in the encoding that its reader wants: regedit UTF-16 with a mark, Windows PowerShell UTF-8 with a mark, cmd
 * plain ASCII, all with CR LF.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from './files';
import { Obstacle } from './obstacle';

/** What the kit is made for. */
export interface WindowsTarget {
  /** The add-in's GUID, as the manifest has it. */
  readonly id: string;
  readonly version: string;
  /** Such as "https://office.example.gov.cn/zipin". */
  readonly baseUrl: string;
  /** The shared folder that holds the manifest, such as "\\server\share"; null when there is none. */
  readonly share: string | null;
}

const wef = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF';
/** Where the manifest lies on a computer that uses no share. */
const localManifest = 'C:\\ProgramData\\SelfEvaluationReview\\manifest.xml';

const lines = (text: string): string => text.replaceAll(/\r?\n/g, '\r\n');
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${lines(text)}`, 'utf16le'));
/** Text for Windows: UTF-8 with a mark, so that every Notepad and PowerShell reads it as what it is. */
export const windowsText = (text: string): Uint8Array => new TextEncoder().encode(`\uFEFF${lines(text)}`);

/**
 * A path of a network share as Excel accepts one: two backslashes, server, share, perhaps folders.
 *
 * @throws {Obstacle} when it is a drive, an address, or has characters that no path has.
 */
export function checkedShare(share: string): string {
  const path = share.replace(/\\+$/, '');
  if (!/^\\\\[^\\/:*?"<>|\s]+(\\[^\\/:*?"<>|\r\n]+)+$/.test(path))
    throw new Obstacle(`--share ${share}：要写成 \\\\服务器\\共享名 这样的网络路径，Excel 不接受本机路径。`);
  return path;
}

/**
 * A GUID for a catalogue, always the same for the same share, so that uninstalling removes what installing wrote.
 * @internal a test reads it in the registry files
 */
export function catalogueId(share: string): string {
  const hex = createHash('sha256').update(share.toLowerCase()).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}}`;
}

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
const registry = (body: string): Uint8Array => utf16(`Windows Registry Editor Version 5.00\n\n${body}`);

function addCatalogue(share: string): string {
  const id = catalogueId(share);
  return `[${wef}\\TrustedCatalogs\\${id}]\n"Id"=${quoted(id)}\n"Url"=${quoted(share)}\n"Flags"=dword:00000001\n`;
}

const addDeveloper = (id: string, manifest: string): string =>
  `[${wef}\\Developer]\n${quoted(id)}=${quoted(manifest)}\n`;

function remove(id: string, share: string | null): string {
  const catalogue = share === null ? '' : `[-${wef}\\TrustedCatalogs\\${catalogueId(share)}]\n\n`;
  return `${catalogue}[${wef}\\Developer]\n${quoted(id)}=-\n`;
}

/** A script of the kit, with the facts of this package in the places it leaves for them. */
function script(name: string, { id, version, baseUrl, share }: WindowsTarget): string {
  const facts: Readonly<Record<string, string>> = { id, version, baseUrl, share: share ?? '' };
  return readFileSync(join(__dirname, 'kit', name), 'utf8').replaceAll(/__([A-Za-z]+)__/g, (place, fact: string) => {
    const value = facts[fact];
    if (value === undefined) throw new Error(`${name} leaves a place for ${place}`);
    // Inside single quotes, PowerShell knows only one special character.
    return value.replaceAll("'", "''");
  });
}

/** The folder "windows" of the package. */
export function windowsKit(target: WindowsTarget): Files {
  const { id, share } = target;
  const manifest = share === null ? localManifest : `${share}\\manifest.xml`;
  const files = new Map<string, Uint8Array>([
    ['诊断.cmd', new TextEncoder().encode(lines(readFileSync(join(__dirname, 'kit', 'diagnose.cmd'), 'utf8')))],
    ['诊断.ps1', windowsText(script('diagnose.ps1', target))],
    ['安装-单机.reg', registry(addDeveloper(id, manifest))],
    ['卸载.reg', registry(remove(id, share))],
  ]);
  if (share !== null) files.set('安装-共享文件夹.reg', registry(addCatalogue(share)));
  return files;
}
