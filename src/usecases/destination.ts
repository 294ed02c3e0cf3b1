/** Where a document goes: as files into a folder, or to whoever reads along. */
export type Destination =
  | {
      /** An absolute path. */
      readonly folder: string;
      /** How a path is called in messages. */
      readonly short: (path: string) => string;
      /** Told of each file once it is written: the next one may fail. */
      readonly wrote: (file: string) => void;
    }
  | { readonly print: (text: string) => void };
