import { type FlowObject, type FlowValue, type Outcome, asText, fault, ok, readPath } from '../runtime/value';
import { FILTERS, type FilterContext, applyFilter } from './filters';
import { EXPRESSION_LIMITS } from './limits';

interface FilterCall {
  name: string;
  args: string[];
  start: number;
}

interface Placeholder {
  /** A path (`contato.nome`), or what stood there in quotes or as a number. */
  source: { path: string[] } | { literal: FlowValue };
  filters: FilterCall[];
  start: number;
  end: number;
}

export interface Template {
  parts: (string | Placeholder)[];
  /** Every path it reads, for checks. */
  paths: { path: string[]; start: number; end: number; hasDefault: boolean }[];
}

/**
 * `Oi, {{ contato.nome | primeiro_nome | padrao:'cliente' }}!` Two opening braces begin a placeholder; `\{{` is two
 * braces. Never throws, and takes time in proportion to its length.
 */
export function parseTemplate(source: string): Outcome<Template> {
  if (source.length > EXPRESSION_LIMITS.templateCharacters) {
    return fault('template_too_long', `at most ${EXPRESSION_LIMITS.templateCharacters} characters`);
  }
  const parts: Template['parts'] = [];
  const paths: Template['paths'] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    if (source.startsWith('\\{{', at)) {
      text += '{{';
      at += 3;
    } else if (source.startsWith('{{', at)) {
      const parsed = new Reader(source, at + 2).placeholder(at);
      if (!parsed.ok) return parsed;
      const { placeholder } = parsed.value;
      if (text !== '') parts.push(text);
      text = '';
      parts.push(placeholder);
      if (parts.length > EXPRESSION_LIMITS.placeholders * 2) {
        return fault('too_many_placeholders', `at most ${EXPRESSION_LIMITS.placeholders}`, at, at + 2);
      }
      if ('path' in placeholder.source) {
        paths.push({
          path: placeholder.source.path,
          start: placeholder.start,
          end: placeholder.end,
          hasDefault: placeholder.filters.some(({ name }) => name === 'padrao'),
        });
      }
      at = placeholder.end;
    } else {
      text += source[at] ?? '';
      at += 1;
    }
  }
  if (text !== '') parts.push(text);
  return ok({ parts, paths });
}

/** The text with every placeholder filled in; what is not there is empty. */
export function renderTemplate(
  template: Template,
  scope: FlowObject,
  context: FilterContext,
): Outcome<string> {
  let text = '';
  for (const part of template.parts) {
    const value = typeof part === 'string' ? ok(part) : fill(part, scope, context);
    if (!value.ok) return value;
    text += asText(value.value);
    if (text.length > EXPRESSION_LIMITS.text)
      return fault('text_too_long', `over ${EXPRESSION_LIMITS.text} characters`);
  }
  return ok(text);
}

/** A template that is one placeholder and nothing else keeps its value's type: a list stays a list. */
export function renderValue(
  template: Template,
  scope: FlowObject,
  context: FilterContext,
): Outcome<FlowValue> {
  const [only] = template.parts;
  if (template.parts.length === 1 && typeof only === 'object') return fill(only, scope, context);
  return renderTemplate(template, scope, context);
}

function fill(part: Placeholder, scope: FlowObject, context: FilterContext): Outcome<FlowValue> {
  let value = 'path' in part.source ? readPath(scope, part.source.path) : part.source.literal;
  for (const { name, args, start } of part.filters) {
    const next = applyFilter(name, value, args, context);
    if (!next.ok) return { ok: false, fault: { ...next.fault, start, end: start + name.length } };
    value = next.value;
  }
  return ok(value ?? null);
}

/** One pass from left to right over what stands between the braces. */
class Reader {
  constructor(
    private readonly source: string,
    private at: number,
  ) {}

  placeholder(start: number): Outcome<{ placeholder: Placeholder }> {
    const source = this.value();
    if (!source.ok) return source;
    const filters: FilterCall[] = [];
    for (;;) {
      this.space();
      if (this.source.startsWith('}}', this.at)) {
        return ok({ placeholder: { source: source.value, filters, start, end: this.at + 2 } });
      }
      if (this.source[this.at] !== '|') return this.refuse('expected_end', 'expected | or }}');
      this.at += 1;
      const filter = this.filter();
      if (!filter.ok) return filter;
      filters.push(filter.value);
      if (filters.length > EXPRESSION_LIMITS.filters) {
        return this.refuse('too_many_filters', `at most ${EXPRESSION_LIMITS.filters}`);
      }
    }
  }

  private value(): Outcome<Placeholder['source']> {
    this.space();
    const quoted = this.quoted();
    if (quoted) return quoted.ok ? ok({ literal: quoted.value }) : quoted;
    const number = this.match(/-?\d{1,15}(?:\.\d{1,10})?/y);
    if (number !== undefined) return ok({ literal: Number(number) });
    const path: string[] = [];
    do {
      const name = this.match(/[\p{L}_][\p{L}\p{N}_-]{0,63}|\d{1,6}/uy);
      if (name === undefined || (path.length === 0 && /^\d/.test(name))) {
        return this.refuse('expected_path', 'expected the name of a variable');
      }
      path.push(name);
      if (path.length > EXPRESSION_LIMITS.depth) return this.refuse('too_deep', 'too many points');
    } while (this.take('.'));
    if (path.length === 1 && (path[0] === 'true' || path[0] === 'false'))
      return ok({ literal: path[0] === 'true' });
    return ok({ path });
  }

  private filter(): Outcome<FilterCall> {
    this.space();
    const start = this.at;
    const name = this.match(/[\p{L}_][\p{L}\p{N}_]{0,63}/uy);
    if (name === undefined) return this.refuse('expected_filter', 'expected the name of a filter');
    const args: string[] = [];
    for (;;) {
      this.space();
      if (!this.take(':')) break;
      this.space();
      const quoted = this.quoted();
      if (quoted && !quoted.ok) return quoted;
      const arg = quoted?.value ?? this.match(/[^\s|:}'"]{1,64}/y);
      if (arg === undefined) return this.refuse('expected_argument', `what ${name} is to use`);
      args.push(arg);
      if (args.length > 4) return this.refuse('too_many_arguments', name);
    }
    const filter = FILTERS[name];
    if (!filter) return fault('unknown_filter', `there is no filter ${name}`, start, this.at);
    const [least, most] = filter.takes;
    if (args.length < least || args.length > most) {
      return fault(
        'wrong_arguments',
        `${name} takes ${least === most ? least : `${least} to ${most}`}`,
        start,
        this.at,
      );
    }
    return ok({ name, args, start });
  }

  private quoted(): Outcome<string> | undefined {
    const quote = this.source[this.at];
    if (quote !== "'" && quote !== '"') return undefined;
    const start = this.at;
    let text = '';
    for (this.at += 1; this.at < this.source.length; this.at += 1) {
      const letter = this.source[this.at] ?? '';
      if (letter === quote) {
        this.at += 1;
        return ok(text);
      }
      if (letter === '\\') {
        this.at += 1;
        const escaped = this.source[this.at] ?? '';
        text += escaped === 'n' ? '\n' : escaped;
      } else text += letter;
    }
    return fault('unclosed_quote', 'a quote is not closed', start, this.source.length);
  }

  private space(): void {
    this.match(/\s*/y);
  }

  private take(letter: string): boolean {
    if (this.source[this.at] !== letter) return false;
    this.at += 1;
    return true;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private refuse(code: string, detail: string): Outcome<never> {
    return fault(code, detail, this.at, Math.min(this.source.length, this.at + 1));
  }
}
