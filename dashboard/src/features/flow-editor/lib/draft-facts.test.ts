import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { draftPorts } from './draft-facts';
import { blankNode } from './fixtures';

describe('ways out of a block that is not filled in yet', () => {
  it.each([
    ['send_text', ['out']],
    ['send_buttons', ['other_reply', 'timed_out', 'taken_over']],
    ['send_list', ['other_reply', 'timed_out', 'taken_over']],
    ['ask', ['ok', 'invalid', 'timed_out', 'cancelled', 'taken_over']],
    ['ai_classify', ['unsure']],
    ['ai_generate', ['out', 'quota']],
    ['http_request', ['out']],
    ['inbound_webhook', ['out', 'no_contact']],
    ['message_received', ['out']],
    ['for_each', ['each', 'done']],
    ['loop', ['limit']],
    ['rag_answer', ['answered', 'not_confident']],
    ['transfer', ['out']],
    ['end', []],
  ])('%s', (kind, handles) => {
    expect(draftPorts(blankNode('a', kind)).map(({ handle }) => handle)).toEqual(handles);
  });

  it('are known for every kind there is', () => {
    const without = [...NODE_KINDS.keys()].filter(
      (kind) => draftPorts(blankNode('a', kind)).length === 0 && !['goto', 'end', 'switch'].includes(kind),
    );
    expect(without).toEqual([]);
  });

  it('keep the options that are there while the question is missing', () => {
    const node = blankNode('a', 'send_buttons');
    const settings = {
      text: '',
      buttons: [
        { key: 'o1', title: 'Sim' },
        { key: 'o2', title: '' },
      ],
    };
    expect(draftPorts({ ...node, settings }).map(({ handle }) => handle)).toEqual([
      'option:o1',
      'option:o2',
      'other_reply',
      'timed_out',
      'taken_over',
    ]);
  });
});
