import { customerSchema, type Customer } from './customer';

/** The people a visitor can be at once. João's area code keeps the ninth digit, Marina's drops it. */
export const seedCustomers: Customer[] = [
  { name: 'Marina Souza', number: '5541988110001' },
  { name: 'João Pedro', number: '5511976220002' },
  { name: 'Lúcia Ramos', number: '5521997330003', lid: '81234567890123' },
].map((customer) => customerSchema.parse(customer));
