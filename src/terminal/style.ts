import { Chalk } from 'chalk';

type Paint = (text: string) => string;

/** Colours by what they mean. Meaning never hangs on the colour alone. */
export interface Style {
  readonly title: Paint;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly warn: Paint;
  readonly key: Paint;
}

/** The style of a terminal with colours (16 suffice), or of one without. */
export function createStyle(colours: boolean): Style {
  const chalk = new Chalk({ level: colours ? 1 : 0 });
  return {
    title: chalk.bold,
    strong: chalk.bold,
    faint: chalk.dim,
    good: chalk.green,
    bad: chalk.red,
    warn: chalk.yellow,
    key: chalk.cyan,
  };
}
