import { LANGUAGES, type Language, type LocalisedNames, isLanguage, localisedNames, nameIn } from './names.ts';

describe('a name in a language', () => {
  it.each<[LocalisedNames, Language, string]>([
    [{ en: 'Phone', zhHans: '电话', zhHant: '電話' }, 'en', 'Phone'], [{ en: 'Phone', zhHans: '电话', zhHant: '電話' }, 'zh-Hans', '电话'], [{ en: 'Phone', zhHans: '电话', zhHant: '電話' }, 'zh-Hant', '電話'],
    [{ en: 'Phone', zhHant: '電話' }, 'zh-Hans', '電話'], [{ en: 'Phone', zhHans: '电话' }, 'zh-Hant', '电话'], [{ en: 'Phone' }, 'zh-Hant', 'Phone'],
    [{ zhHans: '电话', zhHant: '電話' }, 'en', '电话'], [{ zhHant: '電話' }, 'en', '電話'], [{ en: '  ', zhHans: ' 电话 ' }, 'en', '电话'], [{}, 'en', ''],
  ])('%j in %s is %s', (names, language, expected) => expect(nameIn(names, language)).toBe(expected));
});

describe('names', () => {
  it('are trimmed, and blank ones dropped', () => {
    expect(localisedNames({ en: ' Phone ', zhHans: ' ' })).toEqual({ en: 'Phone' });
  });

  it('must be at least one', () => {
    expect(() => localisedNames({ en: ' ' })).toThrow(expect.objectContaining({ fields: [{ field: 'names', code: 'name_required' }] }) as Error);
    expect(() => localisedNames({}, 'channel.names')).toThrow(expect.objectContaining({ fields: [{ field: 'channel.names', code: 'name_required' }] }) as Error);
  });
});

it('a language is one of three', () => {
  expect(LANGUAGES.every(isLanguage)).toBe(true);
  expect([isLanguage('zh'), isLanguage('de'), isLanguage(null)]).toEqual([false, false, false]);
});
