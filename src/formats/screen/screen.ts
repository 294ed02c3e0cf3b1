import type { Block } from '../../documents/tree.js';
import { blocksText } from './blocks.js';
import type { Canvas } from './canvas.js';

/**
 * Blocks for a terminal, as whole lines that are no wider than the canvas (tables: than its tables);
 * '' for none. Control characters in what was typed are visible and do nothing.
 */
export function printScreen(blocks: readonly Block[], canvas: Canvas): string {
  const text = blocksText(blocks, canvas);
  return text === '' ? '' : `${text}\n`;
}
