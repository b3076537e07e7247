/* Pieces of JavaScript as CEL: what each operator does with the types that are known, or Unknown. */

/**
 * A piece of CEL, and what JavaScript would take it for. `any` is a variable's: a number if it looks like one. `mixed` is one
 * of several types, of which nothing but its text is known.
 */
export interface Piece {
  cel: string;
  type: 'number' | 'text' | 'boolean' | 'any' | 'mixed';
  literal?: string | number | boolean;
}

/** JavaScript that cannot be said exactly. */
export class Unknown extends Error {}

/** What Typebot takes for a number, nothing among it; and what `==` does. */
const PLAIN_NUMBER = '^(-?(0|[1-9][0-9]*)([.][0-9]+)?)?$';
const LOOSE_NUMBER = '^(-?[0-9]+([.][0-9]+)?)?$';

export const number = (cel: string): Piece => ({ cel, type: 'number' });
export const text = (cel: string): Piece => ({ cel, type: 'text' });
export const bool = (cel: string): Piece => ({ cel, type: 'boolean' });
export const figure = (value: number) => (Number.isInteger(value) ? `${value}.0` : String(value));
export const both = (left: Piece, right: Piece) => left.type === 'boolean' && right.type === 'boolean';
const words = (cel: string) => `(${cel} ? "true" : "false")`;

export function valueOf({ cel, type }: Piece): string {
  return type === 'boolean' ? words(cel) : cel;
}

export function textual({ cel, type }: Piece): string {
  if (type === 'text') return cel;
  return type === 'boolean' ? words(cel) : `string(${cel})`;
}

/** Nothing is 0; a text that is no number is an error here, and NaN there. */
export function numeric({ cel, type }: Piece): string {
  if (type === 'mixed') throw new Unknown();
  if (type === 'number') return cel;
  if (type === 'boolean') return `(${cel} ? 1.0 : 0.0)`;
  return `double(string(${cel}) == "" ? "0" : string(${cel}))`;
}

const looksLike = ({ cel }: Piece, pattern: string) => `string(${cel}).matches(${JSON.stringify(pattern)})`;

export function truth(piece: Piece): string {
  const { cel, type } = piece;
  if (type === 'boolean') return cel;
  if (type === 'number') return `(${cel} != 0.0)`;
  if (type === 'text') return `(${cel} != "")`;
  if (type === 'mixed') throw new Unknown();
  return `!(string(${cel}) in ["", "0", "false", "null", "undefined"])`;
}

export function either(condition: string, yes: Piece, no: Piece): Piece {
  const choice = (one: string, other: string) => `(${condition} ? ${one} : ${other})`;
  if (yes.type === no.type && !isLoose(yes)) return { cel: choice(yes.cel, no.cel), type: yes.type };
  const guessed = [yes, no].every(({ type }) => type === 'any' || type === 'number');
  return {
    cel: choice(`dyn(${valueOf(yes)})`, `dyn(${valueOf(no)})`),
    type: guessed ? 'any' : 'mixed',
  };
}

const isLoose = ({ type }: Piece) => type === 'any' || type === 'mixed';

export function plus(left: Piece, right: Piece): Piece {
  if (left.type === 'text' || right.type === 'text') return text(`(${textual(left)} + ${textual(right)})`);
  return number(`(${addend(left)} + ${addend(right)})`);
}

/** What `+` does not add but put together there is an error here. */
function addend(piece: Piece): string {
  if (piece.type !== 'any') return numeric(piece);
  return `(${looksLike(piece, PLAIN_NUMBER)} ? ${numeric(piece)} : ${ERROR})`;
}
const ERROR = 'double("not a number")';

/**
 * Variables are added if they are numbers, and put together if one of the first two is none. Where only a later one is
 * none JavaScript does both, and it counts true as 1: those are errors here.
 */
export function addedUp(variables: readonly Piece[]): Piece {
  const numbers = variables.slice(0, 2).map((each) => looksLike(each, PLAIN_NUMBER));
  const texts = variables.map(textual);
  const booleans = `[${texts.join(', ')}].exists(v, v in ["true", "false"])`;
  const sum = variables.map(addend).join(' + ');
  const joined = `(${booleans} ? dyn(${ERROR}) : dyn(${texts.join(' + ')}))`;
  return { cel: `(${numbers.join(' && ')} ? dyn(${sum}) : ${joined})`, type: 'mixed' };
}

/** Of values of several types JavaScript's `==` has rules that nobody knows by heart: those pairs are not read. */
export function equal(left: Piece, right: Piece, strict: boolean): string {
  if (!isLoose(left) && left.type === right.type) return `(${left.cel} == ${right.cel})`;
  if (left.type !== 'any' && right.type === 'any') return equal(right, left, strict);
  if (left.type !== 'any') throw new Unknown();
  if (right.type === 'any') return strict ? identical(left, right) : alike(left, right);
  const { literal } = right;
  if (typeof literal === 'number') {
    const same = `(${looksLike(left, strict ? PLAIN_NUMBER : LOOSE_NUMBER)} && ${numeric(left)} == ${right.cel})`;
    const word = strict ? undefined : BOOLEAN_OF[literal];
    return word === undefined ? same : `(string(${left.cel}) == "${word}" || ${same})`;
  }
  if (typeof literal === 'string' && !strict && /^[2-9]$|^[1-9][0-9]{1,14}$/.test(literal)) {
    return `(${looksLike(left, PLAIN_NUMBER)} && ${numeric(left)} == ${literal}.0)`;
  }
  if ((typeof literal === 'string' && !isGuessed(literal)) || (typeof literal === 'boolean' && strict)) {
    return `(string(${left.cel}) == ${JSON.stringify(String(literal))})`;
  }
  throw new Unknown();
}

/** Two variables by `===`. */
function identical(left: Piece, right: Piece): string {
  const numbers = [left, right].map((each) => looksLike(each, PLAIN_NUMBER)).join(' && ');
  return `(${numbers} ? ${numeric(left)} == ${numeric(right)} : ${textual(left)} == ${textual(right)})`;
}

/** Two variables by `==`: a text of figures is as good as its number; true beside a number is an error here. */
function alike(left: Piece, right: Piece): string {
  const pair = [left, right];
  const loose = pair.map((each) => looksLike(each, LOOSE_NUMBER)).join(' && ');
  const plain = pair.map((each) => looksLike(each, PLAIN_NUMBER)).join(' || ');
  const booleans = `[${pair.map(textual).join(', ')}].exists(v, v in ["true", "false"])`;
  const texts = `${textual(left)} == ${textual(right)}`;
  return `(${loose} && (${plain}) ? ${numeric(left)} == ${numeric(right)} : (${booleans} && (${plain}) ? ${ERROR} == 0.0 : ${texts}))`;
}

const BOOLEAN_OF: Readonly<Record<number, string>> = { 0: 'false', 1: 'true' };
const WORDS = ['', 'true', 'false', 'null', 'undefined'];

/** Texts that are no texts any more once they are a variable's. */
function isGuessed(literal: string): boolean {
  return WORDS.includes(literal) || !Number.isNaN(Number(literal));
}
