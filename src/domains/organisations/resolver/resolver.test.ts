// What a text means: names as people write them, in any script, with slips, places, units and namesakes.
import { describe, expect, it } from 'vitest'
import { exampleResolver, known } from './example.ts'

const resolver = exampleResolver()
const rules = (text: string, country?: string) => resolver.resolve({ text, country: country ?? null }).evidence.map(evidence => evidence.rule)

describe('a text is resolved', () => {
  it.each([
    ['University of Vienna', 'vienna'],
    ['Medical University of Vienna, Austria', 'vienna-medical'],
    ['UNIVERSITÄT WIEN', 'vienna'],
    ['University Putra Malaysia, Malaysia', 'putra'],
    ['Politecnico di Milano', 'milano'],
    ['Xi’an Jiaotong University', 'xjtu'],
    ['Xian Jiaotong University, P.R. China', 'xjtu'],
    ['University of Gambia,Gambia', 'gambia'],
    ['<b>University of Southern Denmark</b>&nbsp;', 'southern-denmark'],
    ['University of Duisburg-Essen, UDE, Duisburg (Germany)', 'duisburg'],
    ['Food And Agriculture Organization of The United Nations', 'fao'],
    ['兰州大学', 'lanzhou'],
    ['Казанский федеральный университет', 'kazan'],
    ['یونیورسٹی آف سرگودھا', 'sargodha'],
  ])('%s is matched', (text, id) => {
    const resolution = resolver.resolve({ text })
    expect(resolution.organisation?.id).toBe(id)
    expect(resolution.decision).toBe('matched')
  })

  it.each([
    ['University of Wiscosin-Madison,USA', 'wisconsin'],
    ['Universtiy of Wisconsin Milwaukee', 'wisconsin-milwaukee'],
    ['Univeristy of Caneberra, Australia', 'canberra'],
    ['Kyrgyz-Turkish Manas University,Bishkek,Krgyzstan', 'manas'],
    ['The Jamia Millia Islamia, New Dehli, India', 'jamia'],
    ['University of Putra, Malaysia', 'putra'],
    ['University of Ludwigs-Maximilians, Germany', 'lmu'],
    ['Universität Ankara, Turkey', 'ankara'],
    ['武汉理工大学', 'wuhan-tech'],
    ['Федеральный университет Казань', 'kazan'],
  ])('%s has the right one first', (text, id) => {
    const resolution = resolver.resolve({ text })
    expect(resolution.organisation?.id).toBe(id)
    expect(resolution.decision).not.toBe('new')
  })

  it.each(['China Economic Net', 'Mountain Agrochemicals (Pvt) Limited, China', 'Shanghai Cooperation Organization', '', ' ,;() ', '12345'])('%s is new', text => {
    expect(resolver.resolve({ text })).toMatchObject({ decision: 'new', organisation: null, candidates: [] })
  })
})

describe('the reasons are named', () => {
  it('says which name, which correction and which place', () => {
    const { evidence } = resolver.resolve({ text: 'University of Wiscosin-Madison,USA' })
    expect(evidence).toContainEqual({ rule: 'typing-error', found: 'Wiscosin', against: 'wisconsin' })
    expect(evidence).toContainEqual({ rule: 'country', found: 'USA', against: 'US' })
  })

  it('says that a former name or an acronym was met', () => {
    expect(rules('Moscow Higher Technical School')).toContain('former-name')
    expect(rules('XJTU', 'CN')).toContain('acronym')
  })
})

describe('namesakes are told apart', () => {
  it('by country, else offered', () => {
    expect(resolver.resolve({ text: 'National University of Sciences and Technology', country: 'PK' }).organisation?.id).toBe('nust-pk')
    expect(resolver.resolve({ text: 'National University of Science and Technology, Bulawayo, Zimbabwe' }).organisation?.id).toBe('nust-zw')
    const open = resolver.resolve({ text: 'National University of Science and Technology' })
    expect(open.decision).toBe('offered')
    expect(open.candidates.map(candidate => candidate.id)).toEqual(expect.arrayContaining(['nust-om', 'nust-zw']))
  })

  it('branches of a company by the country', () => {
    expect(resolver.resolve({ text: 'Siemens, China' }).organisation?.id).toBe('siemens-cn')
    expect(resolver.resolve({ text: 'Siemens', country: 'DE' }).organisation?.id).toBe('siemens-de')
  })

  it('a country that contradicts a strong name lowers it to offered', () => {
    const resolution = resolver.resolve({ text: 'Universitas Muhammadiyah Surakarta', country: 'SG' })
    expect(resolution.decision).not.toBe('matched')
    expect(rules('Universitas Muhammadiyah Surakarta', 'SG')).toContain('country-conflict')
  })
})

describe('a longer name is not its beginning', () => {
  it('in a script without spaces the rest of the run may be another organisation', () => {
    expect(resolver.resolve({ text: '武汉大学附属口腔医院' }).decision).not.toBe('matched')
  })

  it.each(['Vienna Veterinary University', 'Lanzhou Jiaotong University, China', 'Ankara Polytechnic University', 'University of Lahore Islamabad'])('%s is not matched', text => {
    expect(resolver.resolve({ text }).decision).not.toBe('matched')
  })

  it('an acronym alone, beside other words, is not enough', () => {
    expect(resolver.resolve({ text: 'SNU Trading House' }).decision).not.toBe('matched')
  })
})

describe('units and successors', () => {
  it('keeps the text of a unit beside its institution', () => {
    expect(resolver.resolve({ text: 'School of Dentistry of Seoul National University', country: 'KR' })).toMatchObject({ organisation: { id: 'seoul' }, unit: 'School of Dentistry' })
    expect(resolver.resolve({ text: 'The College of Agricultural and Life Sciences, University of Wisconsin-Madison, USA' }))
      .toMatchObject({ organisation: { id: 'wisconsin' }, unit: 'College of Agricultural and Life Sciences' })
  })

  it('finds a unit that is registered itself', () => {
    expect(resolver.resolve({ text: 'Institute of Zoology, Chinese Academy of Sciences, Beijing' }).candidates.map(candidate => candidate.id)).toContain('zoology')
  })

  it('shows the successor beside an organisation that is no more', () => {
    const { candidates, evidence } = resolver.resolve({ text: 'Tampere University of Technology' })
    expect(candidates.slice(0, 2).map(candidate => candidate.id)).toEqual(['tampere-tech', 'tampere'])
    expect(evidence).toContainEqual({ rule: 'successor', found: 'Tampere University of Technology', against: 'Tampere University' })
  })
})

describe('what changes is learned at once', () => {
  it('a local organisation, its renaming and its removal', () => {
    const own = exampleResolver()
    const size = own.size
    own.add(known({ id: 'local', country: 'KG', city: 'Osh', local: true, names: ['Osh College of Handicrafts'] }))
    expect(own.resolve({ text: 'Osh College of Handicrafts' }).organisation?.id).toBe('local')
    own.add(known({ id: 'local', country: 'KG', city: 'Osh', local: true, names: ['Southern Weaving Academy'] }))
    expect(own.resolve({ text: 'Osh College of Handicrafts' }).organisation?.id).not.toBe('local')
    expect(own.resolve({ text: 'Southern Weaving Academy' }).organisation?.id).toBe('local')
    own.remove('local')
    expect(own.resolve({ text: 'Southern Weaving Academy' }).organisation?.id).not.toBe('local')
    expect(own.size).toBe(size)
  })

  it('an organisation told of again and again is no namesake of itself', () => {
    const own = exampleResolver()
    const before = own.resolve({ text: 'University of Vienna' }).confidence
    for (let time = 0; time < 50; time++) own.add(known({ id: 'vienna', country: 'AT', city: 'Vienna', names: ['University of Vienna', ['label', 'Universität Wien', 'de']] }))
    expect(own.resolve({ text: 'University of Vienna' }).confidence).toBeCloseTo(before, 5)
  })

  it('what a person said holds until it is taken back', () => {
    const own = exampleResolver()
    own.remember('UoS', null, 'sargodha')
    expect(own.resolve({ text: ' UoS.' })).toMatchObject({ decision: 'matched', confidence: 1, organisation: { id: 'sargodha' }, evidence: [{ rule: 'remembered' }] })
    own.forget('UoS', null)
    expect(own.resolve({ text: 'UoS' }).decision).not.toBe('matched')
  })
})
