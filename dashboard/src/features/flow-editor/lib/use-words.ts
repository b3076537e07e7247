import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowLocale, Port } from '../../../../../domain/flow/define-node';
import type { FlowNode } from '../../../../../domain/flow/document';
import type { Finding } from '../../../../../domain/flow/finding';
import { wordFinding } from '../../../../../domain/flow/finding-words';
import { NODE_KINDS } from '../../../../../domain/flow/registry';

/** Names of what the domain knows by codes: kinds, fields, options, ways out, findings. */
export interface FlowWords {
  locale: FlowLocale;
  kind: (kind: string) => string;
  about: (kind: string) => string;
  title: (node: FlowNode) => string;
  port: (port: Pick<Port, 'handle' | 'label'>) => string;
  /** `path` with stars for places in lists: `buttons.*.title`. */
  field: (kind: string, path: string) => string;
  hint: (kind: string, path: string) => string | undefined;
  option: (field: string, value: string) => string;
  /** `kind` of its block, for the names of fields. */
  finding: (finding: Finding, kind?: string) => string;
  synonyms: (kind: string) => string;
}

export function useFlowWords(): FlowWords {
  const { i18n } = useTranslation('flow-editor');
  const { language } = i18n;
  return useMemo(() => {
    // Keys are made of the domain's codes here; a test holds the texts against the domain.
    const say = i18n.t as unknown as (key: string, values: object) => string;
    const find = (keys: string[], values: object = {}): string | undefined => {
      const key = keys.find((each) => i18n.exists(each, { ns: 'flow-editor' }));
      return key === undefined ? undefined : say(key, { ...values, ns: 'flow-editor' });
    };
    const locale: FlowLocale = language === 'en' || language === 'es' ? language : 'pt-BR';
    const last = (path: string) => path.split('.').findLast((part) => part !== '*') ?? path;
    const fieldName = (kind: string, path: string) =>
      find([`field.${kind}_${last(path)}`, `field.${last(path)}`]) ?? last(path);
    const kindName = (kind: string) => NODE_KINDS.get(kind)?.words[locale].name ?? kind;
    const portName: FlowWords['port'] = ({ handle, label }) =>
      label !== undefined && label !== '' ? label : (find([`port.${handle}`]) ?? handle.replace(/^\w+:/, ''));
    return {
      locale,
      kind: kindName,
      about: (kind) => NODE_KINDS.get(kind)?.words[locale].about ?? '',
      title: ({ title, kind }) => (title.trim() === '' ? kindName(kind) : title),
      port: portName,
      field: fieldName,
      hint: (kind, path) => find([`hint.${kind}_${last(path)}`, `hint.${last(path)}`]),
      option: (field, value) => find([`option.${field}_${value}`, `option.${value}`]) ?? value,
      finding: (found, kind = '') => {
        const data = { ...found.data };
        if (typeof data['handle'] === 'string') data['handle'] = portName({ handle: data['handle'] });
        const { field } = found;
        if (field !== undefined) data['field'] = fieldName(kind, field.replaceAll(/\.\d+/g, '.*'));
        return wordFinding({ ...found, data }, locale).message;
      },
      synonyms: (kind) => find([`synonyms.${kind}`]) ?? '',
    };
  }, [i18n, language]);
}
