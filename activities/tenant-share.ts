/** How much of a worker's places one tenant may hold, so that its flood leaves some to the others. */
const SHARE = 1 / 4;
/** When to ask again (ms), and by how much that varies: those who wait must not come back all at once. */
const ASK_AGAIN_MS = 500;
const ASK_AGAIN_SPREAD_MS = 500;

/** Nothing was done: the tenant holds its share of the worker's places. To be asked again after so long (ms). */
export interface Busy {
  busyMs: number;
}

/**
 * Counts the places that each tenant holds in this process. Temporal serves a backlog tenant by tenant, but what has
 * started holds its place for as long as a model or a provider takes: without this, one tenant with a slow provider
 * could hold all of them.
 */
export class TenantShare {
  private readonly held = new Map<string, number>();
  readonly most: number;

  /** @param places of the worker, for all tenants together */
  constructor(places: number) {
    this.most = Math.max(1, Math.floor(places * SHARE));
  }

  /** Runs `work` on a place, or says when to come again: the caller waits without one. */
  wrap<Input extends { tenantId: string }, Result, Refusal>(
    work: (input: Input) => Promise<Result>,
    refuse: (retryInMs: number) => Refusal,
  ): (input: Input) => Promise<Result | Refusal> {
    return async (input) => {
      const { tenantId } = input;
      const held = this.held.get(tenantId) ?? 0;
      if (held >= this.most) return refuse(ASK_AGAIN_MS + Math.round(Math.random() * ASK_AGAIN_SPREAD_MS));
      this.held.set(tenantId, held + 1);
      try {
        return await work(input);
      } finally {
        const left = (this.held.get(tenantId) ?? 1) - 1;
        if (left === 0) this.held.delete(tenantId);
        else this.held.set(tenantId, left);
      }
    };
  }
}
