// Which name each reader sees, and what an organisation is found by.
import { expect, test } from 'vitest'
import { foundBy, keyOf, shownNames } from './names.ts'

test('each reader sees the name in their language, the official one otherwise', () => {
  expect(shownNames([
    { text: 'University of Sargodha', lang: 'en', kind: 'display' }, { text: 'جامعہ سرگودھا', lang: 'ur', kind: 'label' }, { text: 'UoS', lang: 'zh', kind: 'acronym' },
  ])).toEqual({ name: 'University of Sargodha', nameLang: 'en', nameEn: 'University of Sargodha', nameZh: 'University of Sargodha', nameRu: 'University of Sargodha', nameUr: 'جامعہ سرگودھا' })
})

test('who does not read Chinese sees the English name of a Chinese one', () => {
  const shown = shownNames([{ text: '枣庄学院', lang: 'zh', kind: 'display' }, { text: 'Zaozhuang University', lang: 'en', kind: 'label' }])
  expect(shown).toMatchObject({ name: '枣庄学院', nameZh: '枣庄学院', nameEn: 'Zaozhuang University', nameRu: 'Zaozhuang University', nameUr: 'Zaozhuang University' })
})

test('an organisation without any other name is shown by the one it has', () =>
  expect(shownNames([{ text: '枣庄学院', lang: 'zh', kind: 'display' }]).nameRu).toBe('枣庄学院'))

test('it is found by every name, its city and its country in four languages', () => {
  const { search, searchText } = foundBy({ names: [{ text: 'Universität Duisburg-Essen', kind: 'display' }], city: 'Essen', country: 'DE' })
  for (const word of ['universitat', 'duisburg', 'germany', '德国', 'герман']) expect(search).toContain(`'${word}'`)
  expect(searchText).toContain('duisburg')
})

test('names are compared without case, accents and punctuation', () => expect(keyOf('Universität  Duisburg-Essen')).toBe(keyOf('UNIVERSITAT DUISBURG ESSEN')))
