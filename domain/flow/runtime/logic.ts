import { type Calendar, isOpen } from './calendar';
import type { CompiledFlow, CompiledNode } from './compiled';
import { endRun, fail, leave, openFrame, openThread } from './move';
import { type Test, evaluateTest } from './rules';
import { type FlowState, RUN_LIMITS, type Thread, placeOf, scopeOf } from './state';
import { TAGS_FIELD, withTags } from './tag-names';
import type { FlowTools } from './tools';
import {
  type FlowObject,
  type FlowType,
  type FlowValue,
  type Outcome,
  asInstant,
  asNumber,
  asText,
  fault,
  isEmpty,
  isFlowObject,
  ok,
  readPath,
} from './value';

export interface Visit {
  flow: CompiledFlow;
  state: FlowState;
  thread: Thread;
  node: CompiledNode;
  /** Unix ms. */
  at: number;
  tools: FlowTools;
}

/** What is to be done outside before the thread goes on; nothing: it has gone on. */
/** `with`: settings that are only known now, beside those that are filled in. */
export type Wish =
  | { do: 'act'; settings?: FlowObject; with?: FlowObject }
  | { do: 'wait'; until: number }
  | undefined;

/** Options of a question that come from a variable: more is no message. */
const MOST_CHOICES = { options: 50, characters: 3500 };

/** Nodes that decide without the world. All others are acts: their settings, filled in, are handed out. */
export const LOGIC: Readonly<Record<string, (visit: Visit) => Wish>> = {
  condition(visit) {
    const { when, onMismatch } = visit.node.settings as unknown as { when: Test; onMismatch: string };
    const holds = tested(visit, when);
    if (holds.ok) return left(visit, holds.value ? 'yes' : 'else');
    return mismatch(visit, onMismatch, holds.fault);
  },

  switch(visit) {
    const { cases, onMismatch } = visit.node.settings as unknown as {
      cases: { key: string; when: Test }[];
      onMismatch: string;
    };
    for (const { key, when } of cases) {
      const holds = tested(visit, when);
      if (!holds.ok && onMismatch === 'fail') return mismatch(visit, onMismatch, holds.fault);
      if (!holds.ok) warn(visit, holds.fault);
      else if (holds.value) return left(visit, `case:${key}`);
    }
    return left(visit, 'else');
  },

  wait(visit) {
    const settings = visit.node.settings as unknown as {
      for: { by: 'duration'; seconds: number } | { by: 'date'; date: string; ifPast: string };
    };
    if (settings.for.by === 'duration') return { do: 'wait', until: visit.at + settings.for.seconds * 1000 };
    const { date, ifPast } = settings.for;
    const rendered = visit.tools.render(date, scope(visit), visit.state.zone);
    const until = rendered.ok ? asInstant(rendered.value) : undefined;
    if (until === undefined) return failed(visit, 'not_a_date', rendered.ok ? asText(rendered.value) : date);
    if (until > visit.at) return { do: 'wait', until };
    return ifPast === 'continue' ? left(visit, 'out') : failed(visit, 'date_is_past', date);
  },

  ask(visit) {
    const { answer, choicesFrom } = visit.node.settings as unknown as {
      answer: string;
      choicesFrom?: string;
    };
    if (answer !== 'choice' || choicesFrom === undefined) return { do: 'act' };
    const found = readPath(scope(visit), choicesFrom.split('.')) ?? null;
    // One option need not be a list.
    const titles = (Array.isArray(found) ? found : [found]).map((each) => asText(each).trim());
    const choices = [...new Set(titles)].filter((title) => title !== '');
    if (choices.length === 0) return failed(visit, 'no_choices', choicesFrom);
    if (choices.length > MOST_CHOICES.options || choices.join('').length > MOST_CHOICES.characters) {
      return failed(visit, 'list_too_long', `${choicesFrom}: ${choices.length}`);
    }
    return { do: 'act', with: { choices } };
  },

  goto: (visit) => left(visit, 'target'),

  loop(visit) {
    const { most, until } = visit.node.settings as unknown as { most: number; until?: Test };
    const { state, thread } = visit;
    const place = `${thread.frame ?? ''}:${thread.node}`;
    const times = state.loops[place] ?? 0;
    const done = until ? tested(visit, until) : ok(false);
    if (!done.ok) warn(visit, done.fault);
    if (!(done.ok && done.value) && times < most) {
      state.loops[place] = times + 1;
      return left(visit, 'repeat', { vezes: times + 1 });
    }
    state.loops = Object.fromEntries(Object.entries(state.loops).filter(([each]) => each !== place));
    return left(visit, done.ok && done.value ? 'done' : 'limit', { vezes: times });
  },

  for_each(visit) {
    const { list, most, atOnce, onItemError } = visit.node.settings as unknown as {
      list: string;
      most: number;
      atOnce: number;
      onItemError: 'stop' | 'skip' | 'collect';
    };
    const found = readPath(scope(visit), list.split('.'));
    if (!Array.isArray(found) && !isEmpty(found)) return failed(visit, 'not_a_list', list);
    const items = Array.isArray(found) ? found : [];
    if (items.length > most) return failed(visit, 'list_too_long', `${items.length} > ${most}`);
    const opened = openFrame(visit.flow, visit.state, visit.thread, {
      kind: 'each',
      node: visit.thread.node,
      handle: 'each',
      owner: visit.thread.id,
      items,
      next: 0,
      open: 0,
      atOnce,
      onError: onItemError,
      results: [],
      failures: [],
    });
    return opened ? undefined : failed(visit, 'too_deep', list);
  },

  parallel(visit) {
    const { branches, join, onBranchError } = visit.node.settings as unknown as {
      branches: { key: string; name: string }[];
      join: { of: 'all' } | { of: 'first' } | { of: 'some'; count: number };
      onBranchError: 'fail' | 'collect';
    };
    const { flow, state, thread } = visit;
    if (state.threads.length + branches.length > RUN_LIMITS.threads) {
      return failed(visit, 'too_many_at_once', thread.node);
    }
    const wanted = join.of === 'all' ? branches.length : join.of === 'first' ? 1 : join.count;
    const opened = openFrame(flow, state, thread, {
      kind: 'parallel',
      node: thread.node,
      owner: thread.id,
      open: 0,
      wanted,
      onError: onBranchError,
      ended: [],
      failures: [],
      branches: {},
    });
    const id = thread.waits && 'frame' in thread.waits ? thread.waits.frame : undefined;
    const frame = id === undefined ? undefined : state.frames[id];
    if (!opened || id === undefined || frame?.kind !== 'parallel')
      return failed(visit, 'too_deep', thread.node);
    for (const { key, name } of branches) {
      const child = openThread(flow, state, id, `branch:${key}`, { item: thread.item, index: thread.index });
      if (!child) continue;
      frame.open += 1;
      frame.branches[String(child.id)] = name;
    }
    return undefined;
  },

  set_variable(visit) {
    const { assignments } = visit.node.settings as unknown as { assignments: Assignment[] };
    const outside: FlowObject[] = [];
    for (const assignment of assignments) {
      const value = valueOf(visit, assignment);
      if (!value.ok) return failed(visit, value.fault.code, `${assignment.name}: ${value.fault.detail}`);
      assign(visit.state, assignment, value.value);
      if (assignment.scope !== 'run') {
        outside.push({ scope: assignment.scope, name: assignment.name, value: value.value });
      }
    }
    return outside.length > 0 ? { do: 'act', settings: { assignments: outside } } : left(visit, 'out');
  },

  /** Worked out elsewhere; here is only what it works on: the roots that its expression names, or all. */
  transform(visit) {
    const { settings } = visit.node;
    const words = new Set(asText(settings.jsonata).match(/[\p{L}_][\p{L}\p{N}_]*/gu));
    const all = scope(visit);
    const named = Object.fromEntries(Object.entries(all).filter(([root]) => words.has(root)));
    return { do: 'act', settings: { ...settings, input: Object.keys(named).length === 0 ? all : named } };
  },

  ab_split(visit) {
    const { variants, sticky } = visit.node.settings as unknown as {
      variants: { key: string; name: string; percent: number }[];
      sticky: boolean;
    };
    const { state, thread } = visit;
    const who = sticky && typeof state.scope.contato.id === 'string' ? state.scope.contato.id : null;
    let place = bucket(`${who ?? `${state.seed}:${placeOf(thread)}`}:${thread.node}`);
    const chosen = variants.find(({ percent }) => (place -= percent) < 0) ?? variants[0];
    if (!chosen) return failed(visit, 'no_variants', thread.node);
    return left(visit, `variant:${chosen.key}`, { variante: chosen.name });
  },

  business_hours(visit) {
    const { hours } = visit.node.settings as unknown as {
      hours: { of: 'company' } | { of: 'own'; calendar: Calendar };
    };
    // The company's own hours are the tenant's data.
    if (hours.of === 'company') return { do: 'act' };
    return left(visit, isOpen(hours.calendar, visit.at) ? 'open' : 'closed');
  },

  placeholder: (visit) => left(visit, visit.node.handles[0] ?? 'out'),

  end(visit) {
    const { status, outputs, resolveConversation } = visit.node.settings as unknown as {
      status: 'success' | 'failure';
      outputs: { name: string; value: string }[];
      resolveConversation: boolean;
    };
    const given: FlowObject = {};
    for (const { name, value } of outputs) {
      const rendered = visit.tools.render(value, scope(visit), visit.state.zone);
      if (!rendered.ok) return failed(visit, rendered.fault.code, `${name}: ${rendered.fault.detail}`);
      given[name] = rendered.value;
    }
    endRun(visit.state, { status, outputs: given, resolveConversation });
    return undefined;
  },
};

interface Assignment {
  scope: 'run' | 'contact' | 'conversation';
  name: string;
  type: FlowType;
  value: { template: string } | { expression: string };
}

const scope = ({ state, thread, at }: Visit) => scopeOf(state, thread, at);

function tested(visit: Visit, test: Test): Outcome<boolean> {
  return evaluateTest(test, scope(visit), visit.state.zone, visit.tools);
}

function left({ flow, state, thread }: Visit, handle: string, output: FlowValue = null): Wish {
  leave(flow, state, thread, handle, output);
  return undefined;
}

function failed({ flow, state, thread }: Visit, type: string, message: string): Wish {
  fail(flow, state, thread, { type, message });
  return undefined;
}

function mismatch(visit: Visit, policy: string, why: { code: string; detail: string }): Wish {
  if (policy === 'fail') return failed(visit, why.code, why.detail);
  warn(visit, why);
  return left(visit, 'else');
}

function warn({ state, thread }: Visit, { code, detail }: { code: string; detail: string }): void {
  if (state.warnings.length < RUN_LIMITS.warnings) state.warnings.push({ node: thread.node, code, detail });
}

function valueOf(visit: Visit, { value, type }: Assignment): Outcome<FlowValue> {
  const found =
    'template' in value
      ? visit.tools.render(value.template, scope(visit), visit.state.zone)
      : visit.tools.evaluate(value.expression, scope(visit));
  return found.ok ? asType(found.value, type) : found;
}

/** Nothing stays nothing; anything else must be of the variable's type, or be readable as it. */
export function asType(value: FlowValue, type: FlowType): Outcome<FlowValue> {
  if (value === null || type === 'any') return ok(value);
  const wrong = fault('wrong_type', `it is not a ${type}`);
  switch (type) {
    case 'text':
      return ok(asText(value));
    case 'number': {
      const number = asNumber(value);
      return number === undefined ? wrong : ok(number);
    }
    case 'boolean': {
      if (typeof value === 'boolean') return ok(value);
      const said = asText(value).toLowerCase();
      return ['true', 'sim'].includes(said)
        ? ok(true)
        : ['false', 'não', 'nao'].includes(said)
          ? ok(false)
          : wrong;
    }
    case 'date':
      return asInstant(value) === undefined ? wrong : ok(value);
    case 'list':
      return Array.isArray(value) ? ok(value) : wrong;
    case 'object':
    case 'file':
      return isFlowObject(value) ? ok(value) : wrong;
  }
}

function assign(state: FlowState, { scope: where, name }: Assignment, value: FlowValue): void {
  if (where === 'run') {
    state.scope.variaveis[name] = value;
    return;
  }
  if (where === 'contact' && name === TAGS_FIELD) {
    state.scope.contato = withTags(state.scope.contato, value);
    return;
  }
  const root = where === 'contact' ? 'contato' : 'conversa';
  const fields = state.scope[root].campos;
  state.scope[root] = {
    ...state.scope[root],
    campos: { ...(isFlowObject(fields ?? null) ? (fields as FlowObject) : {}), [name]: value },
  };
}

/** 0 to 99, the same for the same words (FNV-1a). */
export function bucket(words: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index += 1) {
    hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193);
  }
  // Its low bits alone would favour some ends of words.
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) % 100;
}
