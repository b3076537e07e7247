import { type FlowObject, type FlowValue, asText } from './value';

/** What a flow sets of a contact under this name are tags: they are added to those the contact has. */
export const TAGS_FIELD = 'etiquetas';

/** As a tag's name may be long, and as many as one assignment adds. */
const CHARACTERS = 40;
const MOST = 20;

/** Names of tags out of a list, or a text with commas; each once, whatever its case. */
export function tagNames(value: FlowValue): string[] {
  const given = Array.isArray(value) ? value.map(asText) : asText(value).split(',');
  const names = new Map<string, string>();
  for (const each of given) {
    const name = Array.from(each.trim()).slice(0, CHARACTERS).join('').trim();
    const key = name.toLowerCase();
    if (name !== '' && !names.has(key)) names.set(key, name);
  }
  return [...names.values()].slice(0, MOST);
}

/** A contact as the rest of the run sees it, with these tags too. */
export function withTags(contact: FlowObject, value: FlowValue): FlowObject {
  const had = contact[TAGS_FIELD];
  return { ...contact, [TAGS_FIELD]: [...new Set([...(Array.isArray(had) ? had : []), ...tagNames(value)])] };
}
