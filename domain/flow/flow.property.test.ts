import fc from 'fast-check';
import { flowOf, startOf } from '../../tests/support/flow';
import { checkFlow } from './check-flow';
import { compileDraft, compileFlow, semanticHash } from './compile';
import { diffFlows } from './diff';
import type { FlowDocument } from './document';
import { type EditCommand, applyEdit } from './edit/commands';
import { beginHistory, perform, redo, undo } from './edit/history';
import { flowTools } from './expression/tools';
import { loadFlow } from './load';
import { NODE_KINDS } from './registry';
import { startFlow } from './runtime/state';
import { stepFlow, stepUntilIdle } from './runtime/step';
import { playScript } from './simulate/play-script';
import { SIMULATION_LIMITS } from './simulate/simulation';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const id = fc.constantFrom(...IDS);
const rules = (left: string, right: string) => ({
  when: { join: 'all', groups: [{ join: 'any', rules: [{ left, operator: 'equals', right }] }] },
});

/** A node of any kind that decides or talks, with settings that hold. */
const settings = fc.oneof(
  fc
    .constantFrom('oi', '{{ contato.nome }}', '{{ variaveis.v }}')
    .map((text) => ['send_text', { messages: [text] }]),
  fc.constantFrom('Ana', 'x').map((right) => ['condition', rules('contato.nome', right)]),
  fc
    .constantFrom('true', 'size(contato.etiquetas) > 0')
    .map((expression) => ['condition', { when: { expression } }]),
  fc.tuple(id, fc.integer({ min: 1, max: 4 })).map(([target, most]) => ['loop', { target, most }]),
  id.map((target) => ['goto', { target }]),
  fc
    .constantFrom('stop', 'skip', 'collect')
    .map((onItemError) => ['for_each', { list: 'contato.etiquetas', atOnce: 2, onItemError }]),
  fc.constantFrom('all', 'first').map((of) => [
    'parallel',
    {
      branches: [
        { key: 'a', name: 'A' },
        { key: 'b', name: 'B' },
      ],
      join: { of },
      onBranchError: 'collect',
    },
  ]),
  fc.constant(['wait_reply', { timeoutSeconds: 60, saveTo: 'v' }]),
  fc.constant(['wait', { for: { by: 'duration', seconds: 5 } }]),
  fc.constant([
    'set_variable',
    { assignments: [{ name: 'v', value: { expression: 'string(size(contato.etiquetas))' } }] },
  ]),
  fc.constant([
    'ab_split',
    {
      variants: [
        { key: 'a', name: 'A', percent: 50 },
        { key: 'b', name: 'B', percent: 50 },
      ],
    },
  ]),
  fc.constant(['http_request', { url: 'https://x.com/{{ contato.nome }}' }]),
  fc.constant(['end', {}]),
  fc.constant(['send_text', { nonsense: true }]),
) as fc.Arbitrary<[string, Record<string, unknown>]>;

const handle = fc
  .constantFrom('out', 'yes', 'else', 'each', 'done', 'limit', 'replied', 'timed_out', 'joined', 'error')
  .chain((plain) => fc.constantFrom(plain, plain, 'branch:a', 'branch:b', 'variant:a', 'variant:b'));

/** Drawings with lines anywhere. */
const scribble: fc.Arbitrary<FlowDocument> = fc
  .record({
    nodes: fc.array(fc.tuple(id, settings, fc.boolean()), { minLength: 1, maxLength: 8 }),
    ways: fc.array(fc.tuple(id, handle, id), { maxLength: 20 }),
  })
  .map(({ nodes, ways }) =>
    flowOf(
      {
        t: ['message_received', { channels: ['c'] }],
        ...Object.fromEntries(
          nodes.map(([name, [kind, given], disabled]) => [name, [kind, given, disabled ? { disabled } : {}]]),
        ),
      },
      [`t.out > ${nodes[0]?.[0] ?? 'a'}`, ...ways.map(([from, by, to]) => `${from}.${by} > ${to}`)],
      { variables: [{ name: 'v', type: 'text', initial: '' }] },
    ),
  );

/** Drawings made whole: every way out leads on to a later node or to the end, so that most can be published. */
const whole: fc.Arbitrary<FlowDocument> = fc
  .tuple(
    fc.array(settings, { minLength: 1, maxLength: 10 }),
    fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
  )
  .map(([list, choices]) => {
    const sketch = flowOf({
      t: ['message_received', { channels: ['c'] }],
      ...Object.fromEntries(
        list.map(([kind, given], index) => [
          `n${index}`,
          [kind, 'target' in given ? { ...given, target: `n${(choices[index] ?? 0) % (index + 1)}` } : given],
        ]),
      ),
      z: ['end', {}],
    });
    let choice = 0;
    const edges = sketch.nodes.flatMap((node, index) => {
      const described = NODE_KINDS.get(node.kind)?.describe(node);
      if (!described || Array.isArray(described)) return [];
      return described.ports.map((port) => {
        // Bodies get a node of their own.
        const ahead = sketch.nodes.slice(index + 1);
        choice += 1;
        const to = index === 0 ? ahead[0] : ahead[(choices[choice] ?? 0) % Math.max(1, ahead.length)];
        return { id: `${node.id}${port.handle}`, from: node.id, handle: port.handle, to: to?.id ?? 'z' };
      });
    });
    return { ...sketch, edges, variables: [{ name: 'v', type: 'text' as const, initial: '' }] };
  });

/** Plays the world by dice: every effect comes to some end, until the run does or waits were answered often enough. */
function simulate(document: FlowDocument, dice: number[]): string {
  const { flow } = compileFlow(document);
  if (!flow) return 'unpublished';
  let at = 1_800_000_000_000;
  let state = startFlow(flow, startOf('t'));
  for (const die of dice) {
    const run = stepUntilIdle(flow, state, at, flowTools);
    ({ state } = run);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    const last = run.effects.at(-1);
    if (last?.type !== 'idle') return last?.type ?? 'nothing';
    // Nobody may stand still for nothing.
    expect(last.effects.length).toBeGreaterThan(0);
    const effect = last.effects[die % last.effects.length] ?? '';
    const thread = state.threads.find(
      ({ waits }) => waits !== null && 'effect' in waits && waits.effect === effect,
    );
    const handles = flow.nodes[thread?.node ?? '']?.handles ?? [];
    at += 1000;
    ({ state } = stepFlow(
      flow,
      state,
      die % 7 === 0
        ? { type: 'error', effect, error: { type: 'x', message: '' }, at }
        : {
            type: 'result',
            effect,
            handle: handles[die % Math.max(1, handles.length)] ?? 'out',
            output: { texto: 'x' },
            at,
          },
      flowTools,
    ));
  }
  return 'waiting';
}

const dice = fc.array(fc.nat({ max: 1000 }), { minLength: 30, maxLength: 30 });

describe('whatever is drawn', () => {
  it('is checked, compiled and played without a throw or an end that never comes', () => {
    fc.assert(
      fc.property(scribble, dice, (document, rolls) => {
        expect(loadFlow(document).ok).toBe(true);
        expect(semanticHash(document)).toMatch(/^[0-9a-f]{64}$/);
        simulate(document, rolls);
      }),
      { numRuns: 500 },
    );
  });

  it('what can be published ends, fails or waits', () => {
    const outcomes = new Map<string, number>();
    fc.assert(
      fc.property(whole, dice, (document, rolls) => {
        const outcome = simulate(document, rolls);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        expect(['unpublished', 'ended', 'failed', 'waiting']).toContain(outcome);
      }),
      { numRuns: 1000 },
    );
    // Else nothing was tried.
    expect(outcomes.get('ended') ?? 0).toBeGreaterThan(50);
  });

  it('is tried out to an end or a wait, half drawn as it may be', () => {
    const words = fc.constantFrom('oi', 'Ana', '1', '');
    fc.assert(
      fc.property(scribble, fc.array(words, { maxLength: 6 }), (document, said) => {
        const events = said.map((text) => ({ type: 'say' as const, text }));
        const script = { start: { zone: 'America/Sao_Paulo', at: 1_800_000_000_000 }, events };
        const compiled = compileDraft(document);
        const sim = playScript(compiled, { ...script, advanceMs: 86_400_000 }, flowTools);
        expect(['ended', 'waiting', 'failed']).toContain(sim.status);
        expect(sim.steps.length).toBeLessThanOrEqual(SIMULATION_LIMITS.visits + 1);
        // The browser keeps it as JSON.
        expect(JSON.parse(JSON.stringify(sim))).toEqual(sim);
        expect(playScript(compiled, { ...script, advanceMs: 86_400_000 }, flowTools)).toEqual(sim);
      }),
      { numRuns: 300 },
    );
  });

  it('anything at all can be given to load', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => expect(() => loadFlow(input)).not.toThrow()),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(scribble, fc.jsonValue(), (document, junk) => {
        const broken = {
          ...document,
          nodes: document.nodes.map((node) => ({ ...node, settings: { x: junk } })),
        };
        const loaded = loadFlow(broken);
        if (loaded.ok) expect(Array.isArray(checkFlow(loaded.document))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('its hash ignores places, titles, notes and order, and nothing else', () => {
    fc.assert(
      fc.property(scribble, (document) => {
        const hash = semanticHash(document);
        const dressed: FlowDocument = {
          ...document,
          name: 'other',
          nodes: document.nodes
            .map((node) => ({ ...node, title: 'x', note: 'y', position: { x: 9, y: 9 } }))
            .reverse(),
          edges: document.edges.map((edge, index) => ({ ...edge, id: `other${index}` })).reverse(),
          notes: [{ id: 'n', text: 'x', position: { x: 0, y: 0 } }],
        };
        expect(semanticHash(dressed)).toBe(hash);
        const [first, ...rest] = document.nodes;
        if (!first) return;
        const changed = { ...document, nodes: [{ ...first, settings: { channels: ['other'] } }, ...rest] };
        expect(semanticHash(changed)).not.toBe(hash);
      }),
      { numRuns: 200 },
    );
  });

  it('differs from itself in nothing', () => {
    fc.assert(
      fc.property(scribble, scribble, (one, two) => {
        expect(diffFlows(one, one)).toMatchObject({
          added: [],
          removed: [],
          changed: [],
          moved: [],
          edges: { added: [], removed: [] },
        });
        const there = diffFlows(one, two);
        const back = diffFlows(two, one);
        expect(there.added.map((node) => node.id).sort()).toEqual(back.removed.map((node) => node.id).sort());
        expect(there.changed.map((node) => node.id).sort()).toEqual(
          back.changed.map((node) => node.id).sort(),
        );
      }),
      { numRuns: 200 },
    );
  });
});

const position = fc.record({ x: fc.integer(), y: fc.integer() });
const command: fc.Arbitrary<EditCommand> = fc.letrec<{ command: EditCommand }>((tie) => ({
  command: fc.oneof(
    { maxDepth: 2 },
    fc.tuple(id, settings, position).map(([name, [kind, given], at]): EditCommand => ({
      do: 'addNode',
      node: { id: name, kind, typeVersion: 1, position: at, title: name, settings: given },
    })),
    id.map((name): EditCommand => ({ do: 'removeNode', id: name })),
    fc.tuple(id, settings, fc.boolean()).map(([name, [, given], disabled]): EditCommand => ({
      do: 'changeNode',
      id: name,
      changes: { settings: given, disabled: disabled ? true : undefined, note: disabled ? undefined : 'x' },
    })),
    fc.tuple(id, position).map(([name, at]): EditCommand => ({ do: 'moveNodes', positions: { [name]: at } })),
    fc.tuple(fc.nat({ max: 9 }), id, handle, id).map(([number, from, by, to]): EditCommand => ({
      do: 'connect',
      edge: { id: `w${number}`, from, handle: by, to },
    })),
    fc.nat({ max: 9 }).map((number): EditCommand => ({ do: 'disconnect', id: `w${number}` })),
    id.map((name): EditCommand => ({
      do: 'addNote',
      note: { id: name, text: 'x', position: { x: 0, y: 0 } },
    })),
    id.map((name): EditCommand => ({ do: 'removeNote', id: name })),
    id.map((name): EditCommand => ({
      do: 'changeNote',
      note: { id: name, text: 'y', position: { x: 1, y: 0 }, members: [name], collapsed: true },
    })),
    id.map((name): EditCommand => ({ do: 'setVariables', variables: [{ name, type: 'text' }] })),
    id.map((name): EditCommand => ({ do: 'rename', name, description: name === 'a' ? undefined : name })),
    fc.array(tie('command'), { maxLength: 4 }).map((commands): EditCommand => ({ do: 'batch', commands })),
  ),
})).command;

describe('editing', () => {
  it('what was done is undone exactly, and done again', () => {
    fc.assert(
      fc.property(scribble, fc.array(command, { maxLength: 30 }), (document, commands) => {
        const frozen = JSON.stringify(document);
        let history = beginHistory(document);
        const seen = [JSON.stringify(document)];
        for (const each of commands) {
          const changed = perform(history, 'x', each);
          if (!changed.ok) continue;
          ({ history } = changed);
          seen.push(JSON.stringify(history.document));
        }
        for (let back = seen.length - 2; back >= 0; back -= 1) {
          history = undo(history);
          expect(JSON.parse(JSON.stringify(history.document))).toEqual(JSON.parse(seen[back] ?? ''));
        }
        for (let forth = 1; forth < seen.length; forth += 1) {
          history = redo(history);
          expect(JSON.parse(JSON.stringify(history.document))).toEqual(JSON.parse(seen[forth] ?? ''));
        }
        expect(JSON.stringify(document)).toBe(frozen);
      }),
      { numRuns: 300 },
    );
  });

  it('a batch is done whole or not at all', () => {
    const document = flowOf({ a: ['end'] });
    const edited = applyEdit(document, {
      do: 'batch',
      commands: [
        { do: 'removeNode', id: 'a' },
        { do: 'removeNode', id: 'gone' },
      ],
    });
    expect(edited).toEqual({ ok: false, code: 'not_there' });
    expect(document.nodes).toHaveLength(1);
  });
});
