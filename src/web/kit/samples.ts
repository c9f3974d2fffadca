// Samples for the gallery.
import type { OfficialName } from '../ui/names-for.ts'
import type { AgreementState } from '../ui/mark.tsx'

export const jointCentre: OfficialName[] = [
  { lang: 'en', value: 'Joint Lithium Battery Research Centre' },
  { lang: 'zh', value: '联合锂电池研究中心' },
  { lang: 'ur', value: 'مشترکہ لیتھیم بیٹری تحقیقی مرکز' },
  { lang: 'ru', value: 'Совместный центр исследований литиевых аккумуляторов' },
]

export type SampleRow = { id: string; names: OfficialName[]; country: string; signed: string; precision: 'day' | 'month' | 'year'; state: AgreementState; people: number }

const parties: [OfficialName[], string][] = [
  [[{ lang: 'en', value: 'Zaozhuang University' }, { lang: 'zh', value: '枣庄学院' }], 'CN'],
  [[{ lang: 'en', value: 'University of Sargodha' }, { lang: 'ur', value: 'جامعہ سرگودھا' }], 'PK'],
  [[{ lang: 'en', value: 'Lomonosov Moscow State University' }, { lang: 'ru', value: 'Московский государственный университет имени М. В. Ломоносова' }], 'RU'],
  [[{ lang: 'en', value: 'University of Duisburg-Essen' }, { lang: 'de', value: 'Universität Duisburg-Essen' }], 'DE'],
  [[{ lang: 'en', value: 'University of Tehran' }, { lang: 'fa', value: 'دانشگاه تهران' }], 'IR'],
]
const states: AgreementState[] = ['in-force', 'expiring', 'lapsed', 'ended', 'unclear']

export const sampleRows: SampleRow[] = Array.from({ length: 12 }, (_, index) => {
  const [names, country] = parties[index % parties.length]!
  return {
    id: String(index), names, country, state: states[index % states.length]!, people: (index * 37) % 1900,
    signed: `${2014 + index}-0${(index % 9) + 1}-17`, precision: (['day', 'month', 'year'] as const)[index % 3]!,
  }
})
