import { visible, visibleLine } from '../core/text.js';
import type { Ask } from './ask.js';
import { createInquirerAsk } from './inquirer-ask.js';
import { createPlainAsk } from './plain-ask.js';
import type { Terminal } from './terminal.js';

/**
 * The way of asking that fits the terminal. Questions, choices and presets may hold what somebody
 * typed or a checklist says: whatever would act on the terminal is made visible here, in one place.
 */
export function createAsk(terminal: Terminal & { readonly plain: boolean }): Ask {
  const ask = terminal.plain ? createPlainAsk(terminal) : createInquirerAsk(terminal);
  return {
    ...ask,
    choose: (question, choices) =>
      ask.choose(
        visibleLine(question),
        choices.map(({ name, value }) => ({ name: visibleLine(name), value })),
      ),
    marks: (question) =>
      ask.marks({
        ...question,
        question: visibleLine(question.question),
        options: question.options.map(({ id, text }) => ({ id, text: visibleLine(text) })),
      }),
    text: (question, options) => ask.text(visibleLine(question), options),
    confirm: (question, preset) => ask.confirm(visibleLine(question), preset),
    entry: ({ refuse, hint, also, keys }) =>
      ask.entry({
        keys,
        hint: visible(hint),
        also: visible(also),
        refuse: (line) => {
          const why = refuse(line);
          return why === null ? null : visible(why);
        },
      }),
  };
}
