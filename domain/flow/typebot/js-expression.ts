import { compileExpression } from '../expression/cel';
import {
  type Piece,
  addedUp,
  bool,
  both,
  either,
  equal,
  figure,
  number,
  numeric,
  plus,
  text,
  textual,
  truth,
  Unknown,
  valueOf,
} from './js-pieces';
import { type JsToken, jsTokens } from './js-tokens';
import type { Names } from './mapped';

export interface FromJs {
  /** The same in CEL. */
  expression: string;
  /** It asks what day or hour it is, which here is told in UTC. */
  inUtc: boolean;
}

const MOST_CHARACTERS = 1000;
const MOST_DEPTH = 12;
const PARTS_OF_NOW: Readonly<Record<string, string>> = {
  getFullYear: 'getFullYear',
  getMonth: 'getMonth',
  getDate: 'getDate',
  getDay: 'getDayOfWeek',
  getHours: 'getHours',
  getMinutes: 'getMinutes',
};

/**
 * One expression of JavaScript as CEL that gives the same, or fails where JavaScript would give NaN: arithmetic, texts put
 * together, comparisons, `&&`, `||`, `!`, `? :`, templates, lists of values, parts of `new Date()`. As in Typebot, a variable
 * that reads as a number is one, and an empty one counts as 0; but in a text, or alone, it stays as it was written (there `""`
 * becomes `0`, and `5.0` becomes `5`). Undefined for all else.
 */
export function fromJs(source: string, names: Names): FromJs | undefined {
  if (source.length > MOST_CHARACTERS) return undefined;
  const bare = source
    .trim()
    .replace(/^return\b/, '')
    .replace(/;\s*$/, '');
  try {
    const reader = new Reader(tokensOf(bare), names, 0);
    const expression = reader.whole();
    return compileExpression(expression).ok ? { expression, inUtc: reader.inUtc } : undefined;
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}

function tokensOf(source: string): JsToken[] {
  const tokens = jsTokens(source);
  if (tokens === undefined || tokens.length === 0) throw new Unknown();
  return tokens;
}

/** By recursive descent, the weakest operator first. */
class Reader {
  inUtc = false;
  private at = 0;

  constructor(
    private readonly tokens: readonly JsToken[],
    private readonly names: Names,
    private depth: number,
  ) {}

  /** True and false are kept as words, as Typebot keeps them. */
  whole(): string {
    const list = this.list();
    const piece = list ?? this.ternary();
    if (this.at < this.tokens.length) throw new Unknown();
    return typeof piece === 'string' ? piece : valueOf(piece);
  }

  piece(): Piece {
    const piece = this.ternary();
    if (this.at < this.tokens.length) throw new Unknown();
    return piece;
  }

  private list(): string | undefined {
    if (!this.take('[')) return undefined;
    const items: string[] = [];
    while (!this.take(']')) {
      if (items.length > 0) this.demand(',');
      items.push(valueOf(this.ternary()));
    }
    return `[${items.join(', ')}]`;
  }

  private ternary(): Piece {
    if ((this.depth += 1) > MOST_DEPTH) throw new Unknown();
    const condition = this.or();
    this.depth -= 1;
    if (!this.take('?')) return condition;
    const yes = this.ternary();
    this.demand(':');
    return either(truth(condition), yes, this.ternary());
  }

  private or(): Piece {
    let left = this.and();
    while (this.take('||')) {
      const right = this.and();
      left = both(left, right) ? bool(`(${left.cel} || ${right.cel})`) : either(truth(left), left, right);
    }
    return left;
  }

  private and(): Piece {
    let left = this.equality();
    while (this.take('&&')) {
      const right = this.equality();
      left = both(left, right) ? bool(`(${left.cel} && ${right.cel})`) : either(truth(left), right, left);
    }
    return left;
  }

  private equality(): Piece {
    let left = this.comparison();
    for (;;) {
      const sign = this.takeOf('===', '!==', '==', '!=');
      if (sign === undefined) return left;
      const same = equal(left, this.comparison(), sign.length === 3);
      left = bool(sign.startsWith('!') ? `!(${same})` : same);
    }
  }

  private comparison(): Piece {
    let left = this.sum();
    for (;;) {
      const sign = this.takeOf('<=', '>=', '<', '>');
      if (sign === undefined) return left;
      const right = this.sum();
      // Two texts go by their code units: not here.
      if (left.type === 'text' || right.type === 'text') throw new Unknown();
      left = bool(`(${numeric(left)} ${sign} ${numeric(right)})`);
    }
  }

  private sum(): Piece {
    let left = this.product();
    /** Variables that are added one after the other, from the first on. */
    let variables = left.type === 'any' ? [left] : [];
    for (;;) {
      const sign = this.takeOf('+', '-');
      if (sign === undefined) return left;
      const right = this.product();
      variables = sign === '+' && variables.length > 0 && right.type === 'any' ? [...variables, right] : [];
      if (variables.length > 0) left = addedUp(variables);
      else left = sign === '+' ? plus(left, right) : number(`(${numeric(left)} - ${numeric(right)})`);
    }
  }

  private product(): Piece {
    let left = this.unary();
    for (;;) {
      const sign = this.takeOf('*', '/');
      if (sign === undefined) return left;
      left = number(`(${numeric(left)} ${sign} ${numeric(this.unary())})`);
    }
  }

  private unary(): Piece {
    if ((this.depth += 1) > MOST_DEPTH) throw new Unknown();
    const sign = this.takeOf('!', '-');
    const piece = sign === undefined ? this.primary() : this.unary();
    this.depth -= 1;
    if (sign === '!') return bool(`!(${truth(piece)})`);
    return sign === '-' ? number(`(-${numeric(piece)})`) : piece;
  }

  private primary(): Piece {
    const token = this.tokens[this.at];
    if (token === undefined) throw new Unknown();
    this.at += 1;
    switch (token.is) {
      case 'number':
        return { ...number(figure(token.value)), literal: token.value };
      case 'text':
        return { ...text(JSON.stringify(token.value)), literal: token.value };
      case 'template':
        return text(`(${token.parts.map((part) => this.part(part)).join(' + ') || '""'})`);
      case 'variable':
        return { cel: this.variable(token.words), type: 'any' };
      case 'name':
        return this.named(token.name);
      case 'sign': {
        if (token.sign !== '(') throw new Unknown();
        const inner = this.ternary();
        this.demand(')');
        return inner;
      }
    }
  }

  private part(part: string | { source: string }): string {
    if (typeof part === 'string') return JSON.stringify(part);
    const reader = new Reader(tokensOf(part.source), this.names, this.depth + 1);
    const piece = reader.piece();
    this.inUtc ||= reader.inUtc;
    return textual(piece);
  }

  private variable(words: string): string {
    const path = /^\{\{ (variaveis\.[a-z0-9_]+) \}\}$/.exec(this.names.inText(words))?.[1];
    if (path === undefined) throw new Unknown();
    return path;
  }

  private named(name: string): Piece {
    if (name === 'true' || name === 'false') return { ...bool(name), literal: name === 'true' };
    if (name === 'Number' || name === 'String') {
      this.demand('(');
      const inner = this.ternary();
      this.demand(')');
      return name === 'Number' ? number(numeric(inner)) : text(textual(inner));
    }
    if (name !== 'new') throw new Unknown();
    this.demandName('Date');
    for (const sign of ['(', ')', '.']) this.demand(sign);
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.is !== 'name') throw new Unknown();
    for (const sign of ['(', ')']) this.demand(sign);
    if (token.name === 'toISOString') return text('string(agora)');
    const part = Object.hasOwn(PARTS_OF_NOW, token.name) ? PARTS_OF_NOW[token.name] : undefined;
    if (part === undefined) throw new Unknown();
    this.inUtc = true;
    return number(`double(timestamp(string(agora)).${part}())`);
  }

  private take(sign: string): boolean {
    return this.takeOf(sign) !== undefined;
  }

  private takeOf(...signs: string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token?.is !== 'sign' || !signs.includes(token.sign)) return undefined;
    this.at += 1;
    return token.sign;
  }

  private demand(sign: string): void {
    if (!this.take(sign)) throw new Unknown();
  }

  private demandName(name: string): void {
    const token = this.tokens[this.at];
    if (token?.is !== 'name' || token.name !== name) throw new Unknown();
    this.at += 1;
  }
}
