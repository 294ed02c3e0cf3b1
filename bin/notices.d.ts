/** The notices of all packages that some bundled files come from; see notices.js. */
export function noticesOf(inputs: readonly string[], root: string): string;
