import { parseArgs } from 'node:util';

export interface Options {
  /** Names of screens; all of them when undefined. */
  only: string[] | undefined;
  /** Write the README's pictures too. */
  readme: boolean;
  /** Look for accessibility violations on every screen, and fail on one. */
  axe: boolean;
  /** Leave the product running until Ctrl-C. */
  hold: boolean;
}

export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      readme: { type: 'boolean', default: false },
      axe: { type: 'boolean', default: false },
      hold: { type: 'boolean', default: false },
    },
  });
  return { ...values, only: values.only?.split(',') };
}
