import { initialsOf } from './initials';

describe('initialsOf', () => {
  it.each([
    ['Marina Souza', 'MS'],
    ['Fernanda Alves de Souza Lima', 'FL'],
    ['roberto', 'R'],
    ['Élida 🌸', 'É'],
    ['🌸', ''],
    ['+55 41', ''],
    [null, ''],
  ])('%s is %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
