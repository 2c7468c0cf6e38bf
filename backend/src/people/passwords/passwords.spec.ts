import { argon2Sync } from 'node:crypto';
import { COMMON_PASSWORDS } from './common-passwords.ts';
import { PasswordHashing } from './hashing.ts';
import { PASSWORD_LENGTH, refuseWeakPassword } from './rules.ts';

describe('a password hash', () => {
  const hashing = new PasswordHashing();

  it('is argon2id with 19 MiB and two passes in PHC form, with a salt of its own', async () => {
    const [one, two] = await Promise.all([hashing.hash('secret words'), hashing.hash('secret words')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(two);
    expect(one.length).toBeLessThanOrEqual(200);
  });

  it('knows its password, in whatever form the keyboard composed it, and no other', async () => {
    const hash = await hashing.hash('caf\u00e9 au lait');
    expect(await hashing.matches('cafe\u0301 au lait', hash)).toBe(true);
    expect(await hashing.matches('cafe au lait', hash)).toBe(false);
    expect(await hashing.matches('café au lait', null)).toBe(false);
  });

  it('is still understood when it was made at another cost', async () => {
    const nonce = Buffer.from('sixteen byte salt').subarray(0, 16);
    const tag = argon2Sync('argon2id', { message: 'old secret', nonce, memory: 64, passes: 1, parallelism: 1, tagLength: 32 });
    const bare = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
    expect(await hashing.matches('old secret', `$argon2id$v=19$m=64,t=1,p=1$${bare(nonce)}$${bare(tag)}`)).toBe(true);
  });

  it('refuses more work than it can do instead of running out of memory', async () => {
    const busy = new PasswordHashing();
    const all = await Promise.allSettled(Array.from({ length: 110 }, () => busy.hash('x')));
    const refused = all.filter((one) => one.status === 'rejected').map(({ reason }) => (reason as { code: string }).code);
    expect(refused).toEqual(Array.from({ length: 8 }, () => 'unavailable'));
  }, 60_000);
});

describe('the rules for passwords', () => {
  const ada = { name: 'Ada Byron', email: 'ada.byron@example.test' };
  const refusalOf = (password: string, owner = ada) => {
    try {
      refuseWeakPassword(password, owner, 'password');
      return null;
    } catch (error) {
      return (error as { fields: { field: string; code: string }[] }).fields;
    }
  };

  it.each(['1234567890', 'Password123', 'QWERTYUIOP', 'aaaaaaaaaaaa', '12121212121212', 'Ｐassword123'])('refuse what everybody tries: %s', (password) => {
    expect(refusalOf(password)).toEqual([{ field: 'password', code: 'password_too_common' }]);
  });

  it.each(['ada.byron@example.test', 'AdaByron2026', 'byron-ada-1', 'Ada Byron!'])('refuse a name with something around it: %s', (password) => {
    expect(refusalOf(password)).toEqual([{ field: 'password', code: 'password_is_your_name' }]);
  });

  it.each(['correct horse battery', 'Ada loves engines', '我的密码比较长一点哦'])('take anything else: %s', (password) => {
    expect(refusalOf(password)).toBeNull();
  });

  it('list only passwords that are long enough to be refused for nothing else', () => {
    expect([...COMMON_PASSWORDS].filter((password) => password.length < PASSWORD_LENGTH.min || password !== password.toLowerCase())).toEqual([]);
  });
});
