import { readChatwootAddress } from './chatwoot-address';

describe("a Chatwoot's address", () => {
  it.each([
    ['https://app.chatwoot.com/app/accounts/12/inbox/3', 'https://app.chatwoot.com', 12],
    ['https://app.chatwoot.com/app/accounts/12', 'https://app.chatwoot.com', 12],
    ['  chat.loja.com.br/app/accounts/1/dashboard ', 'https://chat.loja.com.br', 1],
    ['https://loja.com/chatwoot/app/accounts/7/x', 'https://loja.com/chatwoot', 7],
    ['https://chat.loja.com.br/', 'https://chat.loja.com.br', undefined],
    ['https://chat.loja.com.br/app/login', 'https://chat.loja.com.br', undefined],
    ['http://localhost:3010/chatwoot', 'http://localhost:3010/chatwoot', undefined],
  ])('%s', (text, baseUrl, accountId) => {
    expect(readChatwootAddress(text)).toEqual({ baseUrl, accountId });
  });

  it.each(['', 'chatwoot', 'https://', 'a b.c'])('is not %j', (text) => {
    expect(readChatwootAddress(text)).toBeUndefined();
  });
});
