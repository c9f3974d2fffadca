// The widths of printed columns: untouched while everything fits, and nobody's words upon another's when it does not.
import { expect, test } from 'vitest'
import { sharesFor } from './widths.ts'

const names = [{ label: 'Предложение', share: 3 }, { label: 'Обоснование', share: 3 }, { label: 'Кто предложил', share: null }, { label: 'Когда предложено', share: null }, { label: 'Состояние', share: null }]
const row = ['Переработка аккумуляторов', '', 'Казахский национальный университет имени аль-Фараби', '29 ноября 2026 г.', 'К обсуждению']

test('a table that fits keeps the shares it asked for', () => {
  expect(sharesFor([{ label: 'Indicator', share: 4 }, { label: 'Confirmed', share: null }], [['Active agreements of those in force (GOV4)', '100%']], false)).toEqual([4, null])
  expect(sharesFor(names, [['Мост', '', 'МГУ', '2026', 'да']], false)).toEqual([3, 3, null, null, null])
})

test('where words need more than the page has, every column gets room for its longest word', () => {
  const shares = sharesFor(names, [row], false)
  expect(shares).not.toContain(null)
  const all = shares.reduce<number>((sum, share) => sum + share!, 0)
  const letters = shares.map((share) => (share! / all) * 94)
  for (const [at, longest] of ['аккумуляторов', 'Обоснование', 'университет', 'предложено', 'обсуждению'].entries()) expect(letters[at]!, longest).toBeGreaterThanOrEqual(longest.length + 2)
})

test('a Chinese character counts for two, and a page laid across has more room', () => {
  const columns = [{ label: '内容', share: 1 }, { label: '单位', share: null }]
  expect(sharesFor(columns, [['协议', '上海合作组织大学联盟秘书处与新丝绸之路大学联盟理事会联合办公室筹备工作组及其下属机构名单']], false)).not.toContain(null)
  expect(sharesFor(columns, [['协议', '上海合作组织大学联盟秘书处与新丝绸之路大学联盟理事会联合办公室筹备工作组及其下属机构名单']], true)).toEqual([1, null])
})
