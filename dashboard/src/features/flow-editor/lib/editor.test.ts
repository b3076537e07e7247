import { createEditor } from './editor';
import { blankNode, flowOf } from './fixtures';

const settings = (text: string) => ({ settings: { messages: [text] } });

describe('a document under edit', () => {
  it('goes back and forth exactly, settings included', () => {
    const editor = createEditor(flowOf({}));
    const before = editor.document();
    editor.perform('add', { do: 'addNode', node: blankNode('a', 'send_text') });
    editor.perform('write', { do: 'changeNode', id: 'a', changes: settings('Oi') });
    editor.perform('move', { do: 'moveNodes', positions: { a: { x: 16, y: 32 } } });
    const after = editor.document();
    expect([editor.undo(), editor.undo(), editor.undo(), editor.undo()]).toEqual([
      'move',
      'write',
      'add',
      undefined,
    ]);
    expect(editor.document()).toEqual(before);
    expect([editor.redo(), editor.redo(), editor.redo(), editor.redo()]).toEqual([
      'add',
      'write',
      'move',
      undefined,
    ]);
    expect(editor.document()).toEqual(after);
  });

  it('takes the typing in one field as one step, until it is left', () => {
    const editor = createEditor(flowOf({ a: 'send_text' }));
    const type = (text: string) =>
      editor.perform(
        'write',
        { do: 'changeNode', id: 'a', changes: settings(text) },
        { merge: 'a messages' },
      );
    type('O');
    type('Oi');
    editor.settle();
    type('Oi!');
    editor.undo();
    expect(editor.document().nodes[0]?.settings).toEqual({ messages: ['Oi'] });
    editor.undo();
    expect(editor.document().nodes[0]?.settings).toEqual({ messages: [] });
    expect(editor.get().history.past).toEqual([]);
  });

  it('does not merge over another change in between', () => {
    const editor = createEditor(flowOf({ a: 'send_text' }));
    const type = (text: string) =>
      editor.perform(
        'write',
        { do: 'changeNode', id: 'a', changes: settings(text) },
        { merge: 'a messages' },
      );
    type('O');
    editor.perform('move', { do: 'moveNodes', positions: { a: { x: 16, y: 0 } } });
    type('Oi');
    expect(editor.get().history.past.map(({ label }) => label)).toEqual(['write', 'move', 'write']);
  });

  it('leaves everything as it was when a change is refused', () => {
    const editor = createEditor(flowOf({ a: 'send_text' }));
    const before = editor.get();
    expect(editor.perform('gone', { do: 'removeNode', id: 'zz' })).toBe(false);
    expect(editor.get()).toBe(before);
  });

  it('forgets of the selection what is gone', () => {
    const editor = createEditor(flowOf({ a: 'send_text', b: 'end' }, ['a out b']));
    editor.select(['a', 'b', 'a.out']);
    editor.perform('remove', { do: 'removeNode', id: 'b' });
    expect([...editor.get().selected]).toEqual(['a']);
  });
});
