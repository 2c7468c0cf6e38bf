import { TestBed } from '@angular/core/testing';
import { provideTesting, ready } from '../../../testing';
import { I18n, ScopeLoaders } from './i18n';
import { preferredLanguage } from './languages';
import { nameIn } from './names';

const found = (one: string, other: string): Promise<{ default: object }> => Promise.resolve({ default: { found_one: one, found_other: other, deep: { er: '{{ name }}!' } } });
const texts: ScopeLoaders = { en: () => found('{{ count }} customer', '{{ count }} customers'), 'zh-Hans': () => found('', '{{ count }} 个客户'), 'zh-Hant': () => found('', '{{ count }} 個客戶') };

describe('translations', () => {
  let i18n: I18n;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    await ready();
    i18n = TestBed.inject(I18n);
  });

  test('a scope speaks once it is there, in all languages that follow', async () => {
    expect(i18n.t('customers.found', { count: 2 })).toBe('');
    await i18n.add('customers', texts);
    expect(i18n.t('customers.found', { count: 1 })).toBe('1 customer');
    expect(i18n.t('customers.found', { count: 2 })).toBe('2 customers');
    expect(i18n.t('customers.deep.er', { name: 'Lin' })).toBe('Lin!');
    await i18n.use('zh-Hant');
    expect(i18n.t('customers.found', { count: 1 })).toBe('1 個客戶');
    expect(i18n.t('common.save')).toBe('儲存');
    expect(document.documentElement.lang).toBe('zh-Hant');
    expect(localStorage.getItem('tangent.language')).toBe('zh-Hant');
  });

  test('a scope that could not be loaded is tried again', async () => {
    let isDown = true;
    const shaky: ScopeLoaders = { ...texts, en: () => (isDown ? Promise.reject(new Error('offline')) : texts.en()) };
    await expect(i18n.add('customers', shaky)).rejects.toThrow('offline');
    isDown = false;
    await i18n.add('customers', shaky);
    expect(i18n.t('customers.found', { count: 2 })).toBe('2 customers');
  });
});

test.each([
  [['de-DE', 'zh-HK', 'en'], 'zh-Hant'], [['zh'], 'zh-Hans'], [['zh-TW'], 'zh-Hant'], [['zh-Hant-CN'], 'zh-Hant'], [['fr'], 'en'], [['en-US', 'zh-CN'], 'en'], [[], 'en'],
])('a browser that asks for %j gets %s', (tags, language) => { expect(preferredLanguage(tags)).toBe(language); });

test('names fall back to the nearest language', () => {
  expect(nameIn({ en: 'Call', zhHans: '电话' }, 'zh-Hant')).toBe('电话');
  expect(nameIn({ en: ' ', zhHant: '電話' }, 'en')).toBe('電話');
});
