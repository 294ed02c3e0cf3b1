import type { Field } from '../core/checklist/kinds/room.js';

// What a document says, as data. One file, because formats know it and nothing else of documents.
// Text is text here: each format escapes it, once, in one place. Shares and places on a scale run
// from 0 to 1; figures in words are made by whoever builds the tree, so that every format says the
// same.

export type { Field };

/**
 * What a change says. The one grammar of signs: ▲ clearly better, ▼ clearly worse, △ probably better,
 * ▽ probably worse, ≈ may be chance, = the same.
 */
export type Sign = 'better' | 'worse' | 'probably-better' | 'probably-worse' | 'unclear' | 'same';

/** How dark a band is: 0 the darkest, for the lowest. */
export type Shade = 0 | 1 | 2 | 3;

/** A piece of a line. */
export type Inline =
  | string
  | { readonly inline: 'strong' | 'soft'; readonly text: Text }
  | { readonly inline: 'code'; readonly text: string }
  | { readonly inline: 'link'; readonly to: string; readonly text: Text }
  | { readonly inline: 'signed'; readonly sign: Sign; readonly text: Text }
  | { readonly inline: 'tag'; readonly text: string; readonly bad: boolean }
  /** A score on the shade of its band, the darkest for the lowest: one of many in a table. */
  | { readonly inline: 'shaded'; readonly shade: Shade; readonly text: Text }
  | { readonly inline: 'break' }
  /** Room to write by hand. */
  | { readonly inline: 'blank' };

/** A line, or a few of them. */
export type Text = Inline | readonly Inline[];

/** A range on the scale. */
export interface Span {
  readonly lower: number;
  readonly upper: number;
}

/** One of the bands of a scale. */
export interface BandMark {
  readonly from: number;
  readonly name: string;
}

/**
 * Ring = before, dot = now, line between, bar = where the later value may lie seen from the ring:
 * the ring lies outside the bar exactly when the sign says better or worse.
 */
export interface Strip {
  readonly mark: 'strip';
  readonly bands: readonly BandMark[];
  readonly ring: number | null;
  readonly dot: number | null;
  readonly bar: Span | null;
  readonly sign: Sign | null;
  /** Where it would stand if it weren't held. */
  readonly held: number | null;
  /** The figures beside ring and dot; none where they stand in cells. */
  readonly labels: { readonly ring: string; readonly dot: string } | null;
  /** Whether the names of the bands stand below. */
  readonly named: boolean;
}

/** One step of a waterfall, on the scale of its column's axis. */
export interface Fall {
  readonly mark: 'fall';
  readonly from: number;
  readonly to: number;
  /** `total` for where it starts and ends. */
  readonly sign: Sign | 'total';
}

/** One figure of a line. */
export interface LinePoint {
  readonly at: number;
  readonly span: Span | null;
  /** Since the point before. */
  readonly sign: Sign | null;
  /** The figure as it is printed. */
  readonly figure: string;
}

/** A line over time, with the range in which each figure may lie. */
export interface Line {
  readonly mark: 'line';
  readonly size: 'large' | 'small';
  /** Null where there is no figure. */
  readonly points: readonly (LinePoint | null)[];
  /** What stands under each point, in as many lines as it has; printed under large lines only. */
  readonly names: readonly (readonly string[])[];
  /** The points before which the checklist changed. */
  readonly changes: readonly number[];
  /** Lines across, where bands start. */
  readonly grid: readonly number[];
}

/** A square a case. */
export interface Squares {
  readonly mark: 'squares';
  readonly squares: readonly ('kept' | 'missed')[];
  /** Whether a miss counts double. */
  readonly double: boolean;
}

/** One of several on one scale. */
export interface Dot {
  readonly at: number;
  /** Whose it is; for those who can't see it. */
  readonly name: string;
  /** `own` stands out, `other` is hollow, `worse` has failed. */
  readonly tone: 'plain' | 'own' | 'other' | 'worse';
}

/** Many on one scale. */
export interface Dots {
  readonly mark: 'dots';
  readonly bands: readonly BandMark[];
  readonly dots: readonly Dot[];
  /** What is shaded: a range, or the middle half. */
  readonly span: Span | null;
}

/** A figure drawn; what it shows stands in words or cells beside it, always. */
export type Mark = Strip | Fall | Line | Squares | Dots;

/** The scale above the marks of a column: where on it, 0 to 1, which figure stands. */
export interface Axis {
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** What a column holds decides how wide it is, and what becomes of it on a phone. */
export type ColumnRole = 'name' | 'text' | 'number' | 'mark';

export interface Column {
  readonly title: string;
  readonly role: ColumnRole;
  /** Above marks. */
  readonly axis?: Axis;
  /** Width in hundredths of the table, where the role alone would not do. */
  readonly width?: number;
  /** Left out where there is little room: on phones and narrow screens. */
  readonly spare?: boolean;
  /** The figures that count: larger. */
  readonly large?: boolean;
}

export type Cell = Text | { readonly drawn: Mark };

export interface Row {
  readonly cells: readonly Cell[];
  /** What belongs to the row and stands below it, over its whole width: typed notes above all. */
  readonly notes?: readonly Block[];
  /** A sum, or where something starts and ends. */
  readonly total?: boolean;
}

/** A table, or a chart-table where a column holds marks. The first column names the row. */
export interface Table {
  readonly block: 'table';
  /** What it is, for those who can't see it; shown above it when `captioned`. */
  readonly caption: Text;
  readonly captioned: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Whether it stays on one page when printed. */
  readonly whole: boolean;
}

/** A drawing with a title of its own. */
export interface Figure {
  readonly block: 'figure';
  readonly caption: Text;
  readonly mark: Mark;
  /** The same in words, for formats and readers without pictures; '' where the text around it says it. */
  readonly words: string;
}

/** A few things to be filled in, each behind its title. */
export interface Blanks {
  readonly block: 'blanks';
  readonly entries: readonly { readonly title: string; readonly value: string | null }[];
}

/** A question to be answered by hand, with the room for its answer. It stays on one page if it can. */
export interface Entry {
  readonly block: 'entry';
  readonly number: number;
  readonly question: Text;
  /** What else is known of it, each in a few words. */
  readonly marks: readonly Inline[];
  /** What helps to answer it. */
  readonly guidance: readonly { readonly title: string; readonly text: string }[];
  /** What stands above the room; '' for nothing. */
  readonly words: string;
  readonly fields: readonly Field[];
  /** What may be ticked instead of an answer, each with room for a reason. */
  readonly exceptions: readonly string[];
  /** Lines for a note; 0 where none has room of its own. */
  readonly noteLines: number;
}

export type Block =
  | {
      readonly block: 'heading';
      readonly level: 2 | 3;
      readonly text: Text;
      /** Where links lead to; and, with `short`, an entry of the page's contents. */
      readonly id?: string;
      readonly short?: string;
    }
  /** A `key` says what the signs in drawings mean; left out where nothing is drawn. */
  | { readonly block: 'paragraph'; readonly text: Text; readonly tone: 'plain' | 'fine' | 'key' }
  | {
      readonly block: 'list';
      readonly items: readonly Text[];
      readonly ordered: boolean;
      /** Whether a box to be ticked stands before each item. */
      readonly ticks?: boolean;
    }
  /** What somebody typed, line by line. */
  | { readonly block: 'quote'; readonly text: string }
  /** What must not be overlooked. */
  | { readonly block: 'alarm'; readonly text: Text; readonly note: string }
  /** The one figure of the page, and what it says. */
  | {
      readonly block: 'score';
      readonly figure: string;
      readonly of: string;
      readonly band: string;
      readonly says: readonly Text[];
    }
  | Table
  | Figure
  | Blanks
  | Entry
  /** Tables or figures side by side where there is room. */
  | {
      readonly block: 'grid';
      readonly columns: 2 | 3;
      readonly cells: readonly (readonly Block[])[];
    }
  /** Folded on a screen, open in print. */
  | {
      readonly block: 'fold';
      readonly summary: Text;
      readonly figure: string;
      readonly blocks: readonly Block[];
      /** Its shortest form, for formats that can't fold; all of it where left out. */
      readonly plain?: readonly Block[];
    }
  | { readonly block: 'page-break' };

/** A whole document. */
export interface Tree {
  /** What kind of document it is: stands above everything. */
  readonly kind: string;
  /** Who and when: stands beside it. */
  readonly subject: Text;
  /** The title of the window and of the file's properties. */
  readonly title: string;
  /** The sentence that says what happened. */
  readonly headline: Text;
  readonly blocks: readonly Block[];
  /** At the foot of the document. */
  readonly foot: readonly Text[];
  /** At the foot of every printed page, beside its number. */
  readonly running: string;
}

/** A tidy table for spreadsheets: one row a thing, one column a fact, nothing rounded. */
export interface DataTable {
  /** What its rows are, in the plural: the ending of its file's name. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** A document of some view, ready to be printed: each part is made when a format asks for it. */
export interface Printable {
  readonly tree: () => Tree;
  readonly data: () => object;
  readonly tables: () => readonly DataTable[];
  /** The file to write answers into, where the document is a form. */
  readonly answersFile: () => string | null;
}
