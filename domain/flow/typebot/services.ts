import { FLOW_LIMITS } from '../limits';
import { type Mapped, type Names, lost } from './mapped';
import { type TypebotBlock, array, object, text } from './read';

const SECRET = /auth|token|key|secret|cookie|password/i;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

export function webhook(block: TypebotBlock, names: Names): Mapped {
  const hook = object(block.options.webhook ?? block.body.webhook);
  const query = array(hook.queryParams).map(object);
  const extra = query
    .filter((each) => !SECRET.test(text(each.key)))
    .map((each) => `${encodeURIComponent(text(each.key).toWellFormed())}=${names.inText(text(each.value))}`)
    .join('&');
  const given = names.inText(text(hook.url)).trim();
  const bare = given.replace(/^http:\/\//i, 'https://');
  const url = extra === '' ? bare : `${bare}${bare.includes('?') ? '&' : '?'}${extra}`;
  if (!/^https:\/\/\S|^\{\{/.test(bare) || url.length > 2000) return lost(block, 'its address is not https');
  const all = array(hook.headers).map(object);
  const headers = all
    .filter((each) => /^[A-Za-z0-9-]{1,100}$/.test(text(each.key)) && !SECRET.test(text(each.key)))
    .slice(0, 30)
    .map((each) => ({ name: text(each.key), value: names.inText(text(each.value)).slice(0, 1000) }));
  const left = headers.length < all.length || query.some((each) => SECRET.test(text(each.key)));
  const map = array(block.options.responseVariableMapping)
    .map(object)
    .flatMap((each) => {
      const to = names.of(each.variableId);
      const from = text(each.bodyPath).replace(/^data\b/, 'corpo');
      return to !== undefined && /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}\p{N}_-]+)*$/u.test(from)
        ? [{ from, to }]
        : [];
    });
  const method = text(hook.method, 'POST').toUpperCase();
  return {
    kind: 'http_request',
    settings: {
      method: METHODS.includes(method) ? method : 'POST',
      url: url.replace(/ (?![^{}]*\}\})/g, '%20'),
      headers,
      body: names.inText(text(hook.body)).slice(0, 20_000),
      map: map.slice(0, 20),
    },
    main: 'out',
    ...(bare !== given && { approximated: 'only https is called' }),
    ...(left && { approximated: 'secrets are left out: choose a credential' }),
  };
}

const ADDRESS = /^([^\s@{}]+@[^\s@{}]+\.[^\s@{}]+|\{\{.+\}\})$/;

export function email(block: TypebotBlock, names: Names): Mapped {
  const addresses = (value: unknown) =>
    array(value)
      .map((each) => names.inText(text(each)))
      .filter((each) => ADDRESS.test(each) && each.length <= 254)
      .slice(0, 20);
  const to = addresses(block.options.recipients);
  if (to.length === 0) return lost(block, 'it is sent to nobody');
  const subject = names.inText(text(block.options.subject)).slice(0, 200) || 'Mensagem';
  const body = names.inText(text(block.options.body)).slice(0, 8192) || subject;
  return {
    kind: 'send_email',
    settings: { to, cc: addresses(block.options.cc), subject, body },
    main: 'out',
  };
}

export function ai(block: TypebotBlock, names: Names): Mapped {
  const { options } = block;
  const task = text(options.action ?? options.task);
  const prompt = array(options.messages)
    .map(object)
    .map(({ role, content }) => `${text(role) === 'system' ? '' : `${text(role)}: `}${text(content)}`)
    .join('\n')
    .trim();
  if (!/chat/i.test(task) || prompt === '') return lost(block, 'only chat completions are brought');
  const saved = array(options.responseMapping)
    .map(object)
    .map(({ variableId }) => names.of(variableId))
    .find((each) => each !== undefined);
  return {
    kind: 'ai_generate',
    settings: {
      by: { model: text(options.model).slice(0, 100) || 'default' },
      prompt: names.inText(prompt).slice(0, FLOW_LIMITS.promptCharacters),
      ...(saved !== undefined && { saveTo: saved }),
    },
    main: 'out',
    approximated: 'keys and models are chosen here; the conversation so far comes with the prompt',
  };
}
