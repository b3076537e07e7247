import * as z from 'zod';
import '../../../lib/zod-without-eval';

/** The API's own limits; see services/auth/password.ts. */
const MIN = 8;
const MAX = 200;

/** Messages are keys of the profile texts. */
export const passwordSchema = z
  .object({
    currentPassword: z.string().min(1, 'password.missing'),
    newPassword: z.string().min(MIN, 'password.tooShort').max(MAX, 'password.tooLong'),
    repeated: z.string(),
  })
  .refine((form) => form.newPassword !== form.currentPassword, {
    path: ['newPassword'],
    error: 'password.same',
    when: ({ issues }) => issues.length === 0,
  })
  .refine((form) => form.newPassword === form.repeated, {
    path: ['repeated'],
    error: 'password.different',
    when: () => true,
  });
export type PasswordForm = z.infer<typeof passwordSchema>;
