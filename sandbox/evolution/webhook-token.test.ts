import { webhookToken } from './webhook-token';

describe('webhookToken', () => {
  it('signs as the reference vector, made with openssl, says', () => {
    expect(webhookToken('test_secret_1', 1_795_166_102)).toBe(
      [
        'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
        'eyJpYXQiOjE3OTUxNjYxMDIsImV4cCI6MTc5NTE2NjcwMiwiYXBwIjoiZXZvbHV0aW9uIiwiYWN0aW9uIjoid2ViaG9vayJ9',
        'lqfMxypAA_d95Zq5FUk4S7fo4HNTMFMHvIfJeCEZIHI',
      ].join('.'),
    );
  });
});
