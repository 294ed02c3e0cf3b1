import type { Tools } from '../../src/formats/format.js';

/** For formats that need no tools. */
export const TOOLS: Tools = {
  toPdf: () => Promise.reject(new Error('No format here prints pages.')),
};
