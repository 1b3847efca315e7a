/** A document of our own as data, such as a letter: what stands in it, before anybody makes a file of it. */

/** How a paragraph stands: over the page, from the margin, as running text, as a heading, as a point, at the right. */
export type ParagraphKind = 'title' | 'flush' | 'body' | 'heading' | 'point' | 'right';

/** A paragraph; its text has no line breaks. */
export interface Paragraph {
  readonly kind: ParagraphKind;
  readonly text: string;
}

/** A document on A4. */
export type OwnDocument = readonly Paragraph[];
