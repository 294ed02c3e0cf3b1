// Only the prompts that are used come into the bundle; all of them weigh seven times as much.
export { confirm, select } from '@inquirer/prompts';
