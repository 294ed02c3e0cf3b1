/** Where a document goes: as files into a folder, or to whoever reads along. */
export type Destination =
  | {
      /** An absolute path. */
      readonly folder: string;
      /** How a path is called in messages. */
      readonly short: (path: string) => string;
    }
  | { readonly print: (text: string) => void };
