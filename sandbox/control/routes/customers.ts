import { Router } from 'express';
import { jidOf } from '../../evolution/jid';
import { param } from '../../http/param';
import { customerSchema, type Customer } from '../../state/customer';
import type { World } from '../../world';
import { ControlError, missing } from '../control-error';
import { parse } from '../parse';
import type { CustomerView } from '../views';

const changeSchema = customerSchema.omit({ number: true }).partial();

export function customerRoutes(world: World): Router {
  const router = Router();
  const changed = (): void => world.changes.announce({ type: 'customers' });
  router.get('/', (_req, res) => {
    res.json(world.state.customers.all().map(customerView));
  });
  router.post('/', (req, res) => {
    const customer = parse(customerSchema, req.body);
    const same = world.state.customers.find(customer.number);
    if (same?.known === true) {
      throw new ControlError(409, 'number_taken', `${same.name} already has this number.`);
    }
    world.state.customers.put(customer);
    changed();
    res.status(201).json(customerView(customer));
  });
  router.patch('/:number', (req, res) => {
    const customer = world.state.customers.find(param(req, 'number'));
    if (customer === undefined) throw missing('customer', param(req, 'number'));
    // Defaults are for new customers: only what was given changes.
    const given = Object.fromEntries(
      Object.entries(parse(changeSchema, req.body)).filter(([key]) => isGiven(req.body, key)),
    );
    const next = { ...customer, ...given };
    world.state.customers.put(next);
    changed();
    res.json(customerView(next));
  });
  router.delete('/:number', (req, res) => {
    if (!world.state.customers.remove(param(req, 'number'))) throw missing('customer', param(req, 'number'));
    changed();
    res.status(204).end();
  });
  return router;
}

export function customerView(customer: Customer): CustomerView {
  return { ...customer, jid: jidOf(customer.number) };
}

function isGiven(body: unknown, key: string): boolean {
  return typeof body === 'object' && body !== null && key in body;
}
