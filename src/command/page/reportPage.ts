/** What the pages of a report have in common: how large one may be, what they are called, where they lie. */
import { markup, type Markup } from './markup';

/** Bytes of a page, but for a single form that is larger by itself. */
export const mostBytes = 4_500_000;

/** One page: its file name in the folder of the pages, or null for the report itself, which is the index. */
export interface ReportPage {
  readonly name: string | null;
  readonly html: string;
}

/** The names that pages of a report in its folder have. */
export const pageName = /^(?:forms|tables|index)-\d+\.html$/u;

/** Where pages lie, as their links say it. */
export interface PagePlaces {
  /** The file name of the report. */
  readonly report: string;
  /** The name of the folder beside it. */
  readonly folder: string;
}

/** Bytes of a text in a file. */
export const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

/** A page that was written, as an index lists it. */
export interface ListedPage {
  readonly name: string;
  readonly label: string;
}

/** A link of a list. */
export const pageLink = (address: string, label: string): Markup => markup`<li><a href="${address}">${label}</a></li>`;
