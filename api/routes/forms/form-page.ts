import type { FormField } from '../../../domain/form/form';
import { inkOn } from '../../../domain/form/ink-on';
import type { AnswerProblem } from '../../../domain/form/read-answers';

/** A field that people do not see: who fills it is no person. */
export const HONEYPOT = '_site';
/** Of the page: sent twice, it is one submission. */
export const DEDUPE_KEY = '_key';

const WORDS: Record<AnswerProblem, string> = {
  missing: 'Preencha este campo.',
  too_long: 'Texto longo demais.',
  number: 'Escreva um número.',
  phone: 'Escreva um telefone com DDD.',
  email: 'Escreva um e-mail válido.',
  cpf: 'Este CPF não é válido.',
  date: 'Escreva uma data válida.',
  choice: 'Escolha uma das opções.',
};

interface Look {
  /** #rrggbb, checked. */
  color: string;
  nonce: string;
  business: string;
}

/** The questions, with what was written and what is wrong with it. */
export function formPage(
  look: Look,
  form: { name: string; intro: string; fields: readonly FormField[] },
  state: {
    key: string;
    sent: Readonly<Record<string, unknown>>;
    problems: Readonly<Record<string, AnswerProblem>>;
  },
): string {
  const wrong = Object.keys(state.problems).length;
  const alert =
    wrong === 0
      ? ''
      : `<p class="alert" role="alert" id="alert" tabindex="-1">${wrong === 1 ? 'Há um campo para corrigir.' : `Há ${wrong} campos para corrigir.`}</p>`;
  const fields = form.fields
    .map((field) => fieldOf(field, textOf(state.sent[field.key]), state.problems[field.key]))
    .join('');
  return page(
    look,
    form.name,
    `<h1>${escape(form.name)}</h1>${paragraphs(form.intro)}${alert}
<form method="post" accept-charset="utf-8" novalidate>
<input type="hidden" name="${DEDUPE_KEY}" value="${escape(state.key)}">
<div class="away" aria-hidden="true"><label>Não preencha<input name="${HONEYPOT}" tabindex="-1" autocomplete="off"></label></div>
${fields}<p class="note"><span aria-hidden="true">*</span> campos obrigatórios</p>
<button type="submit">Enviar</button></form>`,
  );
}

/** A page of some words, after sending or instead of the form. */
export function messagePage(look: Look, title: string, text: string): string {
  return page(look, title, `<section role="status"><h1>${escape(title)}</h1>${paragraphs(text)}</section>`);
}

function fieldOf(field: FormField, value: string, problem: AnswerProblem | undefined): string {
  const id = `f-${field.key}`;
  const described = [field.help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const attributes = [
    `id="${id}" name="${field.key}"`,
    field.required ? 'required' : '',
    problem ? 'aria-invalid="true"' : '',
    described ? `aria-describedby="${described}"` : '',
  ].join(' ');
  const mark = field.required ? ' <span aria-hidden="true">*</span>' : '';
  const notes =
    (field.help ? `<p class="help" id="${id}-help">${escape(field.help)}</p>` : '') +
    (problem ? `<p class="problem" id="${id}-problem">${WORDS[problem]}</p>` : '');
  const label = `<label for="${id}">${escape(field.label)}${mark}</label>`;
  if (field.type === 'checkbox') {
    return `<div class="field check"><input type="checkbox" value="sim" ${attributes}${value === '' ? '' : ' checked'}>${label}${notes}</div>`;
  }
  return `<div class="field">${label}${notes}${inputOf(field, attributes, value)}</div>`;
}

const INPUTS: Record<Exclude<FormField['type'], 'long_text' | 'choice' | 'checkbox'>, string> = {
  text: 'type="text" maxlength="200"',
  number: 'type="text" inputmode="decimal"',
  phone: 'type="tel" autocomplete="tel" placeholder="(11) 98765-4321"',
  email: 'type="email" autocomplete="email"',
  cpf: 'type="text" inputmode="numeric" placeholder="000.000.000-00"',
  date: 'type="date"',
};

function inputOf(field: FormField, attributes: string, value: string): string {
  switch (field.type) {
    case 'long_text':
      return `<textarea rows="4" maxlength="4000" ${attributes}>${escape(value)}</textarea>`;
    case 'choice': {
      const options = field.choices
        .map((one) => `<option${one === value ? ' selected' : ''}>${escape(one)}</option>`)
        .join('');
      return `<select ${attributes}><option value="">Escolha…</option>${options}</select>`;
    }
    case 'checkbox':
      return '';
    default: {
      const name = field.saveAs === 'name' ? ' autocomplete="name"' : '';
      return `<input ${INPUTS[field.type]}${name} ${attributes} value="${escape(value)}">`;
    }
  }
}

function page({ color, nonce, business }: Look, title: string, body: string): string {
  return `<!doctype html>
<html lang="pt-BR"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escape(title)} · ${escape(business)}</title><style nonce="${nonce}">${styles(color)}</style></head>
<body><main><p class="business">${escape(business)}</p>${body}</main></body></html>`;
}

/** The theme's colour carries white or black, whichever can be read on it. */
function styles(color: string): string {
  return `*{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#f4f4f5;color:#18181b}
main{max-width:34rem;margin:0 auto;padding:1.5rem 1rem 3rem}.business{margin:0 0 1rem;color:#52525b}h1{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem;overflow-wrap:anywhere}
form,section{background:#fff;border-top:4px solid ${color};border-radius:.5rem;padding:1.25rem}.field{margin:0 0 1.25rem}label{display:block;font-weight:600;overflow-wrap:anywhere}
input,select,textarea{width:100%;font:inherit;color:inherit;padding:.6rem .75rem;border:1px solid #71717a;border-radius:.375rem;background:#fff;min-height:2.75rem}
.check{display:grid;grid-template-columns:auto 1fr;gap:0 .75rem}.check input{width:1.5rem;min-height:1.5rem;margin:0}.check label{font-weight:400}.check p{grid-column:2}
input:focus-visible,select:focus-visible,textarea:focus-visible,button:focus-visible{outline:3px solid #18181b;outline-offset:2px}
[aria-invalid]{border-color:#b91c1c;border-width:2px}.help,.note{margin:0 0 .25rem;color:#52525b;font-size:.9rem}.problem{margin:.25rem 0;color:#b91c1c}
.alert{background:#fef2f2;color:#991b1b;border:1px solid #b91c1c;border-radius:.375rem;padding:.75rem 1rem}
button{width:100%;min-height:3rem;border:0;border-radius:.375rem;background:${color};color:${inkOn(color)};font:inherit;font-weight:600;cursor:pointer}.away{position:absolute;left:-999rem}`;
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .flatMap((part) => (part.trim() === '' ? [] : `<p>${escape(part.trim()).replaceAll('\n', '<br>')}</p>`))
    .join('');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
