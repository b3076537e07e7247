import type { Names } from './mapped';

const CALCULATION = /^(\{\{[^{}]+\}\}|\d+(?:\.\d+)?)\s*([-+*/])\s*(\{\{[^{}]+\}\}|\d+(?:\.\d+)?)$/;

/** `{{Score}} + 1` as an expression, in which an empty variable counts as 0; undefined for anything else. */
export function calculation(source: string, names: Names): string | undefined {
  const found = CALCULATION.exec(source.trim());
  if (!found) return undefined;
  const [left, right] = [operand(found[1] ?? '', names), operand(found[3] ?? '', names)];
  return left === undefined || right === undefined ? undefined : `${left} ${found[2] ?? '+'} ${right}`;
}

function operand(source: string, names: Names): string | undefined {
  if (!source.startsWith('{{')) return source.includes('.') ? source : `${source}.0`;
  const variable = /^\{\{ (variaveis\.[a-z0-9_]+) \}\}$/.exec(names.inText(source))?.[1];
  if (variable === undefined) return undefined;
  return `double(string(${variable}) == "" ? "0" : string(${variable}))`;
}
