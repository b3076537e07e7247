import { ErrorCode, ValidationError } from '../errors';
import type { Finding } from './finding';

/** A flow with errors is not published. Carries everything found. */
export class FlowInvalidError extends ValidationError {
  constructor(readonly findings: readonly Finding[]) {
    super(ErrorCode.flow_invalid, 'The flow has errors');
  }
}
