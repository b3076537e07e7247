import { untilTaken } from './reach-workflow';

/** As the client throws it. */
function grpcError(code: number): Error {
  return Object.assign(new Error('unexpected workflow task failure'), { code, details: '', metadata: {} });
}

describe('an order', () => {
  it('is given again when the server dropped it with the task that was to take it', async () => {
    const answers = [grpcError(9), grpcError(9), 'IA_ATIVA'];
    const order = () => {
      const answer = answers.shift();
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    };
    await expect(untilTaken(order)).resolves.toBe('IA_ATIVA');
    expect(answers).toEqual([]);
  });

  it.each([
    ['what the workflow refused', new Error('not with the team')],
    ['a server that is not there', grpcError(14)],
  ])('is not given again after %s', async (_, error) => {
    let given = 0;
    const order = () => {
      given += 1;
      return Promise.reject(error);
    };
    await expect(untilTaken(order)).rejects.toBe(error);
    expect(given).toBe(1);
  });
});
