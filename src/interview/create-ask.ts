import { visibleLine } from '../core/text.js';
import type { Ask, Choice } from './ask.js';
import { createInquirerAsk } from './inquirer-ask.js';
import { createPlainAsk } from './plain-ask.js';
import type { Terminal } from './terminal.js';

/**
 * The way of asking that fits the terminal. Questions, choices and presets may hold what somebody
 * typed or a checklist says: whatever would act on the terminal is made visible here, in one place.
 */
export function createAsk(terminal: Terminal & { readonly plain: boolean }): Ask {
  const ask = terminal.plain ? createPlainAsk(terminal) : createInquirerAsk(terminal);
  const shown = <T>(choices: readonly Choice<T>[]): Choice<T>[] =>
    choices.map(({ name, value }) => ({ name: visibleLine(name), value }));
  return {
    ...ask,
    choose: (question, choices) => ask.choose(visibleLine(question), shown(choices)),
    tick: (question, choices, ticked) => ask.tick(visibleLine(question), shown(choices), ticked),
    text: (question, options) => ask.text(visibleLine(question), options),
    confirm: (question, preset) => ask.confirm(visibleLine(question), preset),
  };
}
