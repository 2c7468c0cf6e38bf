import { inTheirPlaces, moved } from './order.rules';

test.each([
  [0, 2, 'bcad'],
  [3, 0, 'dabc'],
  [1, 1, 'abcd'],
  [0, -1, 'abcd'],
  [3, 4, 'abcd'],
  [9, 0, 'abcd'],
])('from %i to %i gives %s', (from, to, result) => { expect(moved([...'abcd'], from, to).join('')).toBe(result); });

test('a group that comes into another order leaves everything else where it is', () => {
  expect(inTheirPlaces([...'aXbYcZ'], [...'ZXY']).join('')).toBe('aZbXcY');
  expect(inTheirPlaces([...'abc'], []).join('')).toBe('abc');
});
