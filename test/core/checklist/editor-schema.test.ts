import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { editorSchema } from '../../../src/core/checklist/editor-schema.js';
import { kinds } from '../../../src/core/checklist/kinds/index.js';

const objectSchema = z.looseObject({
  additionalProperties: z.literal(false),
  required: z.array(z.string()),
  properties: z.record(z.string(), z.unknown()),
});
const itemsOf = z.object({
  properties: z.object({ items: z.object({ items: z.object({ oneOf: z.array(objectSchema) }) }) }),
});
const schema = z
  .object({ $schema: z.string(), if: z.unknown(), then: objectSchema, else: objectSchema })
  .loose()
  .parse(editorSchema());

describe("the editor's schema", () => {
  it('takes a file with items as a step, any other as a checklist', () => {
    expect(schema.if).toEqual({ required: ['items'] });
    expect(schema.then.required).toEqual(['id', 'title', 'asks', 'items']);
    expect(schema.else.required).toEqual(expect.arrayContaining(['id', 'bands', 'steps']));
  });

  it('names its dialect once, at the top', () => {
    expect(schema.$schema).toMatch(/json-schema\.org/);
    expect(schema.then).not.toHaveProperty('$schema');
    expect(schema.else).not.toHaveProperty('$schema');
  });

  it('knows every kind of item with its keys, and refuses other keys', () => {
    const items = itemsOf.parse(schema.then).properties.items.items.oneOf;
    const named = items.map((item) =>
      z.object({ const: z.string() }).parse(item.properties['kind']),
    );
    expect(named.map((kind) => kind.const)).toEqual(kinds.map((kind) => kind.name));
    for (const [index, kind] of kinds.entries()) {
      expect(Object.keys(items[index]?.properties ?? {})).toEqual(Object.keys(kind.schema().shape));
    }
  });

  it('does not demand what has a default', () => {
    for (const item of itemsOf.parse(schema.then).properties.items.items.oneOf) {
      expect(item.required).toEqual(expect.arrayContaining(['kind', 'id', 'ask', 'departments']));
      expect(item.required).not.toContain('core');
      expect(item.required).not.toContain('source');
    }
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(editorSchema()))).toEqual(editorSchema());
  });
});
