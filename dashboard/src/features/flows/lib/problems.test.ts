import { ApiError } from '../../../lib/api/api-error';
import { problemsOf } from './problems';

const refused = (problems: unknown) =>
  new ApiError(
    Object.assign(
      {
        type: 'about:blank',
        title: 'no',
        detail: '',
        status: 422,
        code: 'validation_failed' as const,
        requestId: 'r',
      },
      { problems },
    ),
  );

describe('problemsOf', () => {
  it('reads what the API found', () => {
    expect(
      problemsOf(refused([{ code: 'no_trigger', severity: 'error', nodeId: null, message: 'Falta' }])),
    ).toEqual([{ code: 'no_trigger', severity: 'error', nodeId: null, message: 'Falta' }]);
  });

  it.each([[undefined], ['x'], [[null, { code: 'a' }]]])('%j has none', (problems) => {
    expect(problemsOf(refused(problems))).toEqual([]);
  });

  it('another refusal has none', () => {
    expect(problemsOf(new Error('x'))).toEqual([]);
  });
});
