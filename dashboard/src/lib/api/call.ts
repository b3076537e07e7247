import { ApiError, apiErrorOf } from './api-error';
import { rememberError } from './last-error';
import { NetworkError } from './network-error';

interface Result<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * The body of what the API answered.
 *
 * @throws ApiError when it refused, NetworkError when nothing came
 */
export async function call<T>(request: Promise<Result<T>>): Promise<T> {
  let result: Result<T>;
  try {
    result = await request;
  } catch (error) {
    if (error instanceof ApiError || error instanceof NetworkError || isAbort(error)) throw error;
    throw new NetworkError({ cause: error });
  }
  if (!result.response.ok) {
    const error = apiErrorOf(result.response, result.error);
    rememberError(error);
    throw error;
  }
  // The client leaves data out only for errors and for answers without a body, whose T is undefined.
  return result.data as T;
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
