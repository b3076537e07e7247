import { FLOW_LIMITS } from '../limits';
import { type Mapped, type Names, lost } from './mapped';
import { type Loose, type TypebotBlock, number, object, text } from './read';

const CHOOSE = 'Escolha uma opção:';

export function choices(
  { type, options, items }: TypebotBlock,
  question: string | undefined,
  names: Names,
): Mapped {
  const titles = items.map((item) => names.inText(text(item.content ?? item.title)).trim());
  const saveTo = names.of(options.variableId);
  const asked = (question ?? CHOOSE).slice(0, FLOW_LIMITS.text);
  const keep = saveTo === undefined ? {} : { saveTo };
  const many = options.isMultipleChoice === true;
  const variableId = dynamicOf(options);
  const from = names.of(variableId);
  const block = { type } as TypebotBlock;
  if (variableId !== undefined && from === undefined) return lost(block, 'its options come from a variable');
  const ask = (more: object, approximated: string): Mapped => ({
    kind: 'ask',
    settings: { question: asked, answer: 'choice', saveTo: saveTo ?? 'resposta', ...more },
    main: 'ok',
    others: { invalid: 'end', timed_out: 'end' },
    approximated,
  });
  if (from !== undefined) {
    return ask(
      { choicesFrom: `variaveis.${from}` },
      many
        ? 'several choices at once are asked for as one'
        : 'options from a variable are numbered text with one way out',
    );
  }
  if (titles.length === 0) return lost(block, 'it has no options');
  if (titles.length > 1 && (many || titles.length > FLOW_LIMITS.listRows)) {
    return ask(
      { choices: titles.slice(0, 20).map((title, index) => (title || `${index + 1}`).slice(0, 100)) },
      many ? 'several choices at once are asked for as one' : 'too many options for a list: one way out',
    );
  }
  const handles = Object.fromEntries(
    items.map((item, index) => [text(item.id, `${index}`), `option:o${index}`]),
  );
  const shown = (most: number) => distinct(titles, most).map((title, index) => ({ key: `o${index}`, title }));
  const cut = (most: number) => titles.some((title) => title.length > most);
  const others = { other_reply: 'again', timed_out: 'end' } as const;
  const pictures =
    type === 'picture choice input' || type === 'cards input'
      ? 'pictures of options are left out'
      : undefined;
  if (titles.length <= FLOW_LIMITS.buttons) {
    const why =
      pictures ?? (cut(FLOW_LIMITS.buttonCharacters) ? 'long titles of buttons are cut' : undefined);
    const buttons = shown(FLOW_LIMITS.buttonCharacters);
    return {
      kind: 'send_buttons',
      settings: { text: asked, buttons, ...keep },
      main: null,
      items: handles,
      others,
      ...(why !== undefined && { approximated: why }),
    };
  }
  const sections = [{ title: '', rows: shown(FLOW_LIMITS.listRowCharacters) }];
  return {
    kind: 'send_list',
    settings: { text: asked, button: 'Ver opções', sections, ...keep },
    main: null,
    items: handles,
    others,
    approximated: pictures ?? 'more than three options are a list',
  };
}

/** The variable that its options come from. */
function dynamicOf(options: Loose): unknown {
  const pictures = object(options.dynamicItems);
  if (pictures.isEnabled === true) return pictures.titlesVariableId ?? '';
  const id = options.dynamicVariableId;
  return id === null || id === '' ? undefined : id;
}

/** Titles that fit, each its own: what would be the same once it is cut begins with its number. */
function distinct(titles: readonly string[], most: number): string[] {
  const fit = (title: string) => Array.from(title).slice(0, most).join('').trim();
  const plain = titles.map((title, index) => fit(title || `Opção ${index + 1}`));
  const same = new Set(plain.map((title) => title.toLowerCase())).size < plain.length;
  return same ? titles.map((title, index) => fit(`${index + 1}. ${title || 'Opção'}`)) : plain;
}

export function abTest({ options, items }: TypebotBlock): Mapped {
  const percent = Math.min(100, Math.max(0, Math.round(number(options.aPercent) ?? 50)));
  const [a, b] = items;
  return {
    kind: 'ab_split',
    settings: {
      variants: [
        { key: 'a', name: 'A', percent },
        { key: 'b', name: 'B', percent: 100 - percent },
      ],
    },
    main: null,
    items: { [text(a?.id, 'a')]: 'variant:a', [text(b?.id, 'b')]: 'variant:b' },
  };
}
