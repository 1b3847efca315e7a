/** In which encoding a text is, and the text; never one character in the place of another. */

/** The encoding that the first bytes give away: a mark, or the zeros of a text that begins in ASCII. */
function encodingByFirstBytes(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== undefined && second !== 0)) return 'utf-16be';
  return null;
}

/** The one of nearly all texts, made once. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text, or null where the bytes are none in that encoding, or nobody knows the encoding. */
function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return (encoding === 'utf-8' ? utf8 : new TextDecoder(encoding, { fatal: true })).decode(bytes);
  } catch {
    // A RangeError for an unknown encoding, a TypeError for bytes that are no text: both mean that it cannot be read.
    return null;
  }
}

const declaration = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/;

/**
 * The text of a part of a package; null where it is in another encoding than the two that packages have (ECMA-376
 * part 2, 8.1.4), whatever it declares. The declaration is made to say UTF-8, which is how a changed part is written.
 */
export function decodePart(bytes: Uint8Array): string | null {
  const text = decodeAs(bytes, encodingByFirstBytes(bytes) ?? 'utf-8');
  const declared = text === null ? undefined : declaration.exec(text.slice(0, 200))?.[1];
  if (text === null || declared === undefined || /^utf-?8$/i.test(declared)) return text;
  if (!/^(?:utf-?16|us-ascii$)/i.test(declared)) return null;
  return text.replace(declaration, (whole) => whole.replace(declared, 'UTF-8'));
}

/** The text of a single XML file, in whatever encoding it shows or says; null where it is in none of them. */
export function decodeXml(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return decodeAs(bytes, encodingByFirstBytes(bytes) ?? declaration.exec(head)?.[1] ?? 'utf-8');
}

/** A text whose encoding nothing tells, as tables exported from a system are; null where it is no text at all. */
export function decodeText(bytes: Uint8Array): string | null {
  const shown = encodingByFirstBytes(bytes);
  const text = shown === null ? (decodeAs(bytes, 'utf-8') ?? decodeAs(bytes, 'gb18030')) : decodeAs(bytes, shown);
  // Controls that no text has: whatever decoded, it is something else.
  return text === null || /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? null : text;
}
