import { digitsOf, isLid, jidOf } from '../evolution/jid';
import { customerSchema, type Customer } from './customer';

/** Everybody with a phone, found by number, phone jid or LID. */
export class Customers {
  readonly #byJid = new Map<string, Customer>();
  readonly #byLid = new Map<string, Customer>();

  constructor(customers: Iterable<Customer> = []) {
    for (const customer of customers) this.put(customer);
  }

  /** Adds, or replaces who has that number. */
  put(customer: Customer): void {
    this.remove(customer.number);
    this.#byJid.set(jidOf(customer.number), customer);
    if (customer.lid !== undefined) this.#byLid.set(customer.lid, customer);
  }

  remove(address: string): boolean {
    const customer = this.find(address);
    if (customer === undefined) return false;
    if (customer.lid !== undefined) this.#byLid.delete(customer.lid);
    return this.#byJid.delete(jidOf(customer.number));
  }

  /** Both forms of a Brazilian number, with and without the ninth digit, find the same person. */
  find(address: string): Customer | undefined {
    return isLid(address) ? this.#byLid.get(digitsOf(address)) : this.#byJid.get(jidOf(digitsOf(address)));
  }

  /** Any plausible number is somebody; a stranger is noted down at the first message. */
  findOrMeet(address: string): Customer | undefined {
    const found = this.find(address);
    if (found !== undefined || isLid(address)) return found;
    const number = digitsOf(address);
    const stranger = customerSchema.safeParse({ name: `+${number}`, number, known: false });
    if (!stranger.success) return undefined;
    this.put(stranger.data);
    return stranger.data;
  }

  all(): Customer[] {
    return [...this.#byJid.values()];
  }
}
