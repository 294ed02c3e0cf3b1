import { describe, expect, it } from 'vitest';
import type { Draw } from '../../../src/core/draw/draw.js';
import { drawsBlocks } from '../../../src/documents/audit/draws.js';
import { printMarkdown } from '../../../src/formats/markdown/markdown.js';
import { makeAudit, makeChecklist, makeItem, makeStep } from '../../support/checklists.js';
import { makeDraw } from '../../support/draws.js';

const checklist = makeChecklist([makeStep('one', [makeItem('trace', 'visits')])]);

const sectionOf = (draws: readonly Draw[]): string =>
  printMarkdown({
    kind: '',
    subject: '',
    title: '',
    headline: 'Draws',
    blocks: drawsBlocks(makeAudit(checklist, {}, { draws })),
    foot: [],
    running: '',
  });

describe('the draws in a report', () => {
  it('are none where none was made', () => {
    expect(drawsBlocks(makeAudit(checklist, {}))).toEqual([]);
  });

  it('show seed and references as they were hashed, and put none of them on a shell’s line', () => {
    const evil = '$(touch x) `id` \' " \\ *a* <b> & _c_';
    const text = sectionOf([makeDraw({ seed: evil, refs: [evil, 'RO 1'] })]);
    expect(text).toContain(`- seed: \`\`${evil}\`\`, `);
    expect(text).toContain(`- drawn: \`\`${evil}\`\` · \`RO 1\``);
    expect(text).toContain(`such as \`\`${evil}:${evil}\`\``);
    expect(text).not.toMatch(/printf|echo|sha256sum/);
    expect(text).toMatch(/into a file .*without a line break/);
  });

  it('say what is one record, and in which spelling', () => {
    const text = sectionOf([makeDraw()]);
    expect(text).toMatch(/NFC.*every run of white space as one space.*none around/);
    expect(text).toMatch(/small and capital letters are one record.*by UTF-16 code units/);
  });

  it('say whether the seed was given, and what that leaves open', () => {
    const random = sectionOf([makeDraw({ seedGiven: false })]);
    expect(random).toContain('- seed: `4f2c9a`, random');
    expect(random).not.toContain('--seed');
    const given = sectionOf([makeDraw({ seedGiven: true })]);
    expect(given).toContain('- seed: `4f2c9a`, given with --seed');
    expect(given).toMatch(/A seed that was given may have been tried out beforehand/);
  });

  it('say of several for one item which counts', () => {
    const own = makeDraw({ item: 'visits' });
    const text = sectionOf([own, makeDraw({ seed: 'b' }), { ...own, seed: 'c' }]);
    expect(text).toMatch(
      /\*\*Draw 1, for Is visits so\?\.\*\* .*2026-07-10\. Draw 3 took its place\.$/m,
    );
    expect(text).toMatch(/\*\*Draw 3, for Is visits so\?\.\*\* .*2026-07-10\.$/m);
    expect(text).toMatch(/\*\*Draw 2, for any item\.\*\* .*2026-07-10\.$/m);
    expect(text).toContain('the latest for an item is the one that counts');
  });
});
