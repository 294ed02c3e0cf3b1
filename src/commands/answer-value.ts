import type { Answer } from '../core/audit/answer.js';
import { readAnswer } from '../core/audit/answer.js';
import type { Item } from '../core/checklist/checklist.js';
import type { Checked } from '../core/schema/issues.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import type { Issue } from '../core/schema/problem.js';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import { parseYaml } from '../files/yaml-file.js';

/** Keys that make a map an answer even where any text is one. */
const KEYS = ['value', 'note', 'not-applicable', 'not-checked'];

/**
 * The answer that a user wrote on the command line: in the notation of answers files, or in the
 * short form of the walk, such as 9/12.
 *
 * @throws UserError that names the item, what is wrong and how to write it.
 */
export function answerFrom(item: Item, text: string): Answer {
  const kind = kindOf(item);
  const isText = kind.widget(item).widget === 'text';
  const short = isText && isNotation(text) ? undefined : kind.readLine(item, text);
  if (short !== undefined) return requireAnswer(item, isText ? { value: short } : short);
  const { data, problems } = parseYaml('', text);
  if (problems.length > 0) throw refuse(item, problems);
  return requireAnswer(item, data);
}

/** A note that a user wrote on the command line. */
export function noteFrom(item: Item, note: string): string {
  const read = readAnswer(item, { note });
  if (!read.ok) throw refuse(item, read.issues);
  return note;
}

/** Whether a text is a map that answers files hold, and not a remark with a colon in it. */
function isNotation(text: string): boolean {
  const { data } = parseYaml('', text);
  if (typeof data !== 'object' || data === null) return false;
  return Object.keys(data).some((key) => KEYS.includes(key));
}

function requireAnswer(item: Item, input: unknown): Answer {
  const read: Checked<Answer> = readAnswer(item, input);
  if (read.ok) return read.value;
  throw refuse(item, read.issues);
}

function refuse(item: Item, issues: readonly Issue[]): UserError {
  const lines = issues.slice(0, 5).map(({ path, message }) => {
    const key = path.map(String).join('.');
    return visibleLine(`${key === '' ? 'the value' : key} ${message}`);
  });
  return new UserError(
    `${item.id}: ${lines.join('; ')}.`,
    `It takes ${expected(item)}.\nWrite it as ${kindOf(item).typed(item)}; without an answer as "{ not-checked: why }" or "{ not-applicable: why }".`,
  );
}

/** What an answer to this kind of item is, without how it scores. */
function expected(item: Item): string {
  const [answer = ''] = kindOf(item).summary.split(';');
  const unit = 'unit' in item ? item.unit : '';
  return unit === '' ? answer : `${answer} (${visibleLine(unit)})`;
}
