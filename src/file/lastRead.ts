/** What texts came to that were read last, because files of one template have the same ones; one of every name. */

/** For how many names something is kept. */
const most = 16;

/** Texts that are kept are no longer than this, so that a large file is not held after it was read. */
const longest = 65_536;

/** Keeps what texts came to; what is kept is shared and may not be changed. */
export class LastRead<Read> {
  private readonly kept = new Map<string, { readonly text: string; readonly read: Read }>();

  /** What the text came to, which is read unless it is the last one of that name. */
  of(name: string, text: string, read: () => Read): Read {
    const known = this.kept.get(name);
    if (known?.text === text) return known.read;
    const found = read();
    if (text.length > longest) return found;
    const oldest = this.kept.size < most || known ? undefined : this.kept.keys().next().value;
    if (oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(name, { text, read: found });
    return found;
  }
}
