import { loginSchema } from './login-schema';

const problems = (email: string, password: string) =>
  (loginSchema.safeParse({ email, password }).error?.issues ?? []).map((issue) => issue.message);

describe('loginSchema', () => {
  it('takes an e-mail with blanks around it', () => {
    expect(loginSchema.parse({ email: ' demo@prosa.local ', password: 'x' }).email).toBe('demo@prosa.local');
  });

  it('says one thing a field', () => {
    expect(problems('', '')).toEqual(['field.emailMissing', 'field.passwordMissing']);
    expect(problems('demo', 'x')).toEqual(['field.emailWrong']);
  });
});
