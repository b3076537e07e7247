import { randomUUID } from 'node:crypto';
import type { Fault, FaultInput, FaultKind, FaultTarget } from './fault';

/** What a call is about, so that a fault can be meant for some calls only. */
interface FaultScope {
  instance?: string | undefined;
  event?: string | undefined;
  method?: string | undefined;
  /** Where a call has several moments to fail at: the kinds that belong to this one. */
  kinds?: readonly FaultKind[];
  /** Asked for only when a fault looks for a text, since writing it out costs. */
  text?: () => string;
}

/** The faults somebody turned on, taken in the order they were added. */
export class Faults {
  #faults: { fault: Fault; seen: number }[] = [];
  readonly #onChange: () => void;

  constructor(onChange: () => void = () => undefined) {
    this.#onChange = onChange;
  }

  add(input: FaultInput): Fault {
    const fault: Fault = { ...input, id: randomUUID(), hits: 0 };
    this.#faults.push({ fault, seen: 0 });
    this.#onChange();
    return fault;
  }

  list(): Fault[] {
    return this.#faults.map(({ fault }) => fault);
  }

  remove(id: string): boolean {
    const before = this.#faults.length;
    this.#faults = this.#faults.filter(({ fault }) => fault.id !== id);
    if (this.#faults.length !== before) this.#onChange();
    return this.#faults.length !== before;
  }

  clear(): void {
    this.#faults = [];
    this.#onChange();
  }

  /**
   * What this call suffers: every matching delay, and the first matching fault of another kind. The next one
   * stays for the next call, so a list of faults reads as a script.
   */
  take(target: FaultTarget, scope: FaultScope = {}): Fault[] {
    if (this.#faults.length === 0) return [];
    const taken: Fault[] = [];
    let hasOutcome = false;
    for (const entry of this.#faults) {
      const { fault } = entry;
      if (hasOutcome && fault.kind !== 'delay') continue;
      if (!matches(fault, target, scope)) continue;
      entry.seen += 1;
      if (entry.seen <= fault.after) continue;
      fault.hits += 1;
      taken.push(fault);
      if (fault.kind !== 'delay') hasOutcome = true;
    }
    if (taken.length > 0) this.#retire();
    return taken;
  }

  #retire(): void {
    this.#faults = this.#faults.filter(({ fault }) => fault.times === undefined || fault.hits < fault.times);
    this.#onChange();
  }
}

function matches(fault: Fault, target: FaultTarget, scope: FaultScope): boolean {
  const family = `${target.split('.')[0] ?? target}.*`;
  if (fault.target !== target && fault.target !== family) return false;
  if (scope.kinds !== undefined && !scope.kinds.includes(fault.kind)) return false;
  if (fault.instance !== undefined && fault.instance !== scope.instance) return false;
  if (fault.event !== undefined && fault.event !== scope.event) return false;
  if (fault.method !== undefined && fault.method !== scope.method) return false;
  if (fault.contains !== undefined && !(scope.text?.() ?? '').includes(fault.contains)) return false;
  return true;
}
