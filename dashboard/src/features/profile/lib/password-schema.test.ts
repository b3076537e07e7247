import { passwordSchema } from './password-schema';

const problems = (currentPassword: string, newPassword: string, repeated: string) =>
  (passwordSchema.safeParse({ currentPassword, newPassword, repeated }).error?.issues ?? []).map(
    (issue) => `${issue.path.join('.')}: ${issue.message}`,
  );

describe('passwordSchema', () => {
  it('takes a new password, written twice', () => {
    expect(problems('old-password', 'new-password', 'new-password')).toEqual([]);
  });

  it('says everything that is wrong at once', () => {
    expect(problems('', 'short', 'other')).toEqual([
      'currentPassword: password.missing',
      'newPassword: password.tooShort',
      'repeated: password.different',
    ]);
  });

  it('refuses the same again', () => {
    expect(problems('same-password', 'same-password', 'same-password')).toEqual([
      'newPassword: password.same',
    ]);
  });
});
