import { Attempts, network } from './attempts.ts';

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::7', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('of %s is %s', (address, expected) => {
    expect(network(address)).toBe(expected);
  });
});

describe('attempts', () => {
  const HOME = '2001:db8:1:2::7';
  const NEIGHBOUR = '2001:db8:1:2:ffff::8';
  const refusal = { code: 'too_many_attempts', status: 429 };

  it('are limited for an address that tries one account after the other', async () => {
    const attempts = new Attempts();
    for (let i = 0; i < 100; i++) await attempts.count(`guess-${i}`, HOME);
    await expect(attempts.count('another', NEIGHBOUR)).rejects.toMatchObject(refusal);
    await expect(attempts.count('another', '203.0.113.7')).resolves.toBeUndefined();
  });

  it('are limited for an account that is tried from one address after the other', async () => {
    const attempts = new Attempts();
    for (let i = 0; i < 60; i++) await attempts.count('ada', `203.0.113.${i}`);
    await expect(attempts.count('ada', '198.51.100.1')).rejects.toMatchObject(refusal);
  });

  it('that were right do not count', async () => {
    const attempts = new Attempts();
    for (let i = 0; i < 200; i++) {
      await attempts.count('ada', HOME);
      await attempts.forgive('ada', HOME);
    }
    await expect(attempts.count('ada', HOME)).resolves.toBeUndefined();
  });
});
