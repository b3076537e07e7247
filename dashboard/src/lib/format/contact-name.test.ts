import { contactName, firstName } from './contact-name';

describe('contactName', () => {
  it('is the name, else the number, else nothing', () => {
    expect(contactName({ id: 'k', name: 'Marina', phone: '5541988110001' })).toBe('Marina');
    expect(contactName({ id: 'k', name: ' ', phone: '5541988110001' })).toBe('+55 (41) 98811-0001');
    expect(contactName({ id: 'k', name: '+5541988110001', phone: null })).toBe('+55 (41) 98811-0001');
    expect(contactName({ id: 'k', name: null, phone: null })).toBeUndefined();
  });
});

describe('firstName', () => {
  it.each([
    ['Marina Souza', 'Marina'],
    ['Dona Cida Ramos', 'Dona Cida'],
    ['Dr. Marcos Vidal', 'Dr. Marcos'],
    ['Dona', 'Dona'],
    ['+55 (41) 98811-0001', '+55 (41) 98811-0001'],
  ])('%s is %s', (name, first) => {
    expect(firstName(name)).toBe(first);
  });
});
