import * as z from 'zod';
import '../../../lib/zod-without-eval';

/** What can be wrong with the form, as keys of the auth texts. */
export const LOGIN_PROBLEMS = ['field.emailMissing', 'field.emailWrong', 'field.passwordMissing'] as const;

export const loginSchema = z.object({
  email: z.string().trim().min(1, 'field.emailMissing').pipe(z.email('field.emailWrong')),
  password: z.string().min(1, 'field.passwordMissing'),
});
export type LoginForm = z.infer<typeof loginSchema>;
