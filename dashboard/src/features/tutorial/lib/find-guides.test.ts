import { findGuides } from './find-guides';

const guide = (slug: string, title: string, steps: string[] = []) => ({
  slug,
  title,
  summary: '',
  steps,
  notes: [],
});
const guides = [
  guide('confidence', 'O que é confiança', ['Troque a senha? Não: o mínimo.']),
  guide('password', 'Trocar a sua senha'),
];

describe('findGuides', () => {
  it.each<[string, string[]]>([
    ['', ['confidence', 'password']],
    ['confianca', ['confidence']],
    ['  CONFIANÇA  ', ['confidence']],
    ['senha', ['password', 'confidence']],
    ['tro senha', ['password', 'confidence']],
    ['senha mínimo', ['confidence']],
    ['boleto', []],
  ])('%j finds %j', (q, slugs) => {
    expect(findGuides(guides, q)).toEqual(slugs);
  });
});
