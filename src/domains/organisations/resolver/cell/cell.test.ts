// Cells of registers as people fill them: several parties, units, remarks, projects, wrong columns, the owner itself.
import { describe, expect, it } from 'vitest'
import { exampleResolver } from '../example.ts'

const resolver = exampleResolver()
const ids = (text: string, hints = {}) => resolver.resolveCell(text, hints).parties.map(party => party.resolution.organisation?.id ?? null)

describe('several parties', () => {
  it('parts a list, leaves the project out and knows the owner', () => {
    const reading = resolver.resolveCell(
      'Wuhan Optics Valley Bluefire New Energy Co., LTd (Bluefire), Lanzhou University (LZU) and University of Sargodha in Pakistan for Pakistan and Dryland Agroecology',
      { ownerId: 'sargodha', ownerName: 'University of Sargodha' },
    )
    expect(reading.parties.map(party => party.text)).toEqual(['Wuhan Optics Valley Bluefire New Energy Co., LTd (Bluefire)', 'Lanzhou University (LZU)', 'University of Sargodha in Pakistan'])
    expect(reading.parties.map(party => party.owner)).toEqual([false, false, true])
    expect(reading.parties[1]?.resolution.organisation?.id).toBe('lanzhou')
    expect(reading.parties[2]).toMatchObject({ country: 'PK', resolution: { decision: 'matched', organisation: { id: 'sargodha' } } })
    expect(reading.project).toBe('Pakistan and Dryland Agroecology')
  })

  it.each([
    ['University of Vienna and Ankara University', ['vienna', 'ankara']],
    ['University of Vienna; Ankara University', ['vienna', 'ankara']],
    ['University of Vienna\nAnkara University', ['vienna', 'ankara']],
    ['武汉大学与兰州大学', ['wuhan', 'lanzhou']],
    ['National University of Sciences and Technology, Pakistan', ['nust-pk']],
    ['Food and Agriculture Organization of the United Nations', ['fao']],
    ['The College of Agricultural and Life Sciences, University of Wisconsin-Madison, USA', ['wisconsin']],
    ['Institute of Education and Research, University of the Punjab', ['punjab']],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected)
  })

  it('knows the owner by its initials', () => {
    const reading = resolver.resolveCell('HNU and IUMS', { country: 'ULM', ownerId: 'isfahan', ownerName: 'Isfahan University of Medical Sciences' })
    expect(reading.parties.map(party => [party.text, party.owner])).toEqual([['HNU', false], ['IUMS', true]])
    expect(reading.parties[1]?.resolution.organisation?.id).toBe('isfahan')
  })
})

describe('a country and a name in one cell', () => {
  it.each([
    ['Pakistan/University of the Punjab', 'punjab', 'PK'], ['Austria - University of Vienna', 'vienna', 'AT'], ['China: Lanzhou University', 'lanzhou', 'CN'],
    ['University of the Punjab / Pakistan', 'punjab', 'PK'], ['UK/University of Vienna', 'vienna', 'GB'],
  ])('%s', (text, id, country) => {
    const { parties } = resolver.resolveCell(text)
    expect(parties).toMatchObject([{ country, resolution: { candidates: [{ id }] } }])
  })

  it('a dash inside a name stays', () => {
    expect(ids('University of Wisconsin-Madison')).toEqual(['wisconsin'])
  })
})

describe('a list with the Chinese comma', () => {
  it('parts where names meet', () => expect(ids('武汉大学、兰州大学')).toEqual(['wuhan', 'lanzhou']))
})

describe('what stands beside the name', () => {
  it.each([
    ['University of the Punjab (PU), Lahore Campus', 'Lahore Campus'], ['University of Vienna- Infectious Diseases', 'Infectious Diseases'], ['University of Vienna - renewed MoU', null],
  ])('the unit of %s', (text, unit) => expect(resolver.resolveCell(text).parties[0]).toMatchObject({ unit }))

  it('a remark', () => {
    const reading = resolver.resolveCell('University of Lahore, Lahore for Launching of Plan9 Regional Center received on 28/12/2020')
    expect(reading).toMatchObject({ remarks: ['received on 28/12/2020'], project: 'Launching of Plan9 Regional Center', places: ['Lahore'] })
    expect(reading.parties[0]).toMatchObject({ city: 'Lahore', resolution: { organisation: { id: 'lahore' } } })
  })

  it('a project in brackets, and a slip', () => {
    const reading = resolver.resolveCell('Univeristy of Caneberra, Australia (ACIAR funded Project)')
    expect(reading.project).toBe('ACIAR funded Project')
    expect(reading.parties[0]).toMatchObject({ country: 'AU', resolution: { organisation: { id: 'canberra' } } })
  })

  it('the unit on whose behalf it is signed', () => {
    const [party] = resolver.resolveCell('North Carolina State University, Carolina, USA On behalf of its College of Agriculture and Life Sciences').parties
    expect(party).toMatchObject({ unit: 'College of Agriculture and Life Sciences', country: 'US', resolution: { decision: 'matched', organisation: { id: 'north-carolina' } } })
  })

  it('a "for" inside a name begins no project', () => {
    expect(resolver.resolveCell('The International Institute for Iranian Studies, Riyadh, KSA')).toMatchObject({ project: null, parties: [{ country: 'SA' }] })
  })
})

describe('the country column', () => {
  it('does not take an acronym or a city for a country', () => {
    expect(resolver.resolveCell('Lanzhou University', { country: 'ULM' }).problems).toEqual([{ rule: 'not-a-country', found: 'ULM', against: 'city' }])
    expect(resolver.resolveCell('Lanzhou University', { country: 'USERN' })).toMatchObject({ problems: [{ rule: 'not-a-country', found: 'USERN' }], parties: [{ country: 'CN' }] })
  })

  it('reports a country that contradicts the organisation and leaves it to a person', () => {
    const reading = resolver.resolveCell('Universitas Muhammadiyah Surakarta', { country: 'Singapore' })
    expect(reading.problems).toContainEqual({ rule: 'country-conflict', found: 'Singapore', against: 'ID' })
    expect(reading.parties[0]?.resolution).toMatchObject({ decision: 'offered', organisation: { id: 'surakarta' } })
  })

  it.each([['KSA', 'SA'], ['Tunisie', 'TN'], ['P.R. China', 'CN'], ['North Cyprus', 'CY'], ['Krgyzstan', 'KG'], ['پاکستان', 'PK'], ['Россия', 'RU'], ['德国', 'DE'], ['Türkiye', 'TR'], ['UK', 'GB']])(
    '%s is %s', (written, code) => {
      expect(resolver.resolveCell('Unheard of Academy', { country: written }).parties[0]?.country).toBe(code)
    })
})
