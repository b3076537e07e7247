import 'i18next';
import type { texts } from '../../locales/pt-br';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof texts;
  }
}
