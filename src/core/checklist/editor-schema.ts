import * as z from 'zod';
import { checklistFileSchema, stepSchema } from './checklist.js';

/**
 * The JSON schema that YAML files point to, so that an editor completes keys and marks mistakes.
 * A file with `items` is a step, any other a checklist.
 */
export function editorSchema(): unknown {
  const { $schema, ...checklist } = z.toJSONSchema(checklistFileSchema(), { io: 'input' });
  const step = z.toJSONSchema(stepSchema(), { io: 'input' });
  delete step.$schema;
  return {
    $schema,
    title: 'A checklist of checkup, or one of its steps',
    if: { required: ['items'] },
    then: step,
    else: checklist,
  };
}
