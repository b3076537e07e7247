import { ApiError } from '../../../lib/api/api-error';
import { problemsOf } from './problems';

const PROBLEM = {
  type: 'about:blank',
  title: 'no',
  detail: '',
  status: 422,
  code: 'flow_invalid' as const,
  requestId: 'r',
};

describe('problemsOf', () => {
  it('reads what the API found', () => {
    const problems = [
      { code: 'no_trigger', severity: 'error' as const, nodeId: null, message: 'Falta um gatilho' },
    ];
    expect(problemsOf(new ApiError({ ...PROBLEM, problems }))).toEqual(problems);
  });

  it('another refusal has none', () => {
    expect(problemsOf(new ApiError(PROBLEM))).toEqual([]);
    expect(problemsOf(new Error('x'))).toEqual([]);
  });
});
