/** One answer that one key gives. */
export interface Key {
  readonly key: string;
  readonly label: string;
  readonly answer: string | number;
}

/** One thing to tick, to choose, or to name in an answer. */
export interface Option {
  readonly id: string;
  readonly text: string;
}

/**
 * What a kind wants to ask, as data: the kind stays pure, and only `interview/` knows how a
 * terminal does it. The shapes are a closed set; a kind picks one of them.
 */
export type Widget =
  | { readonly widget: 'keys'; readonly keys: readonly Key[] }
  | { readonly widget: 'count'; readonly unit: string; readonly of: number }
  | { readonly widget: 'number'; readonly unit: string }
  | { readonly widget: 'ticks'; readonly options: readonly Option[] }
  | {
      readonly widget: 'cases';
      readonly unit: string;
      readonly draw: number;
      readonly standards: readonly Option[];
    }
  | { readonly widget: 'text' };
