/** Whether a caught value is a system or library error with this `code` (ENOENT, 23505, …). */
export function hasErrorCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
