import type { ReferenceType } from '../define-node';

/** What only the tenant's data can say. What is absent is not checked. */
export interface CheckContext {
  flowId?: string;
  /** What exists and may be used; a type that is missing here is not looked at. */
  references?: Partial<Record<ReferenceType, ReadonlySet<string>>>;
  limits?: {
    nodes?: number;
    /** Seconds one node may take, and one may wait. */
    timeoutSeconds?: number;
    waitSeconds?: number;
    /** Kinds the plan does not have. */
    withoutKinds?: ReadonlySet<string>;
  };
  /** `host` or `host:port` inside that may be called all the same, without TLS too: stand-ins of tests. */
  allowedHosts?: readonly string[];
  /** How each number is connected: only official ones have real buttons. */
  channels?: ReadonlyMap<string, 'qr' | 'official'>;
  /** Message triggers of other published flows. */
  otherTriggers?: readonly { flowId: string; settings: unknown }[];
}
