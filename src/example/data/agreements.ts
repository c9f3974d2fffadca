// The agreements whose parties the texts name one by one. Terms are stated nowhere, so none is given here.
import type { Kind } from '#domains/agreements/model.ts'
import type { SourceName } from './sources.ts'

export type Agreed = {
  key: string; from: SourceName; /** A second text that tells of it. */ and?: SourceName; kind: Kind; title: string; signedOn?: string; fields?: string[]; parties: string[]; notes: string
}

const ceremony = '2015-05-23'

const memorandum: Agreed = {
  key: 'lithium', from: 'lithium', and: 'sargodha', kind: 'memorandum', title: 'Memorandum of Understanding: Joint Research Centre on Lithium Batteries',
  fields: ['0711', '0713'], parties: ['sargodha', 'zaozhuang'],
  notes: [
    'Reported on 14 July 2025; the day of signing is not stated. The two parties agree on:',
    '– a Joint Research Centre on Lithium Batteries, based at the University of Sargodha;',
    '– exchange of faculty members and researchers between the two campuses;',
    '– student training programs;',
    '– joint supervision of research projects;',
    '– joint seminars and academic workshops;',
    '– patent development;',
    '– specialized academic programs;',
    '– a Joint Coordination Committee with equal representation of both institutions, which convenes annually, evaluates progress, addresses challenges and identifies new areas.',
    'It further envisions a Joint Lithium Battery Manufacturing Unit in Pakistan.',
  ].join('\n'),
}

const named: Agreed[] = [
  { key: 'milano', from: 'uansr', kind: 'agreement', title: 'Cooperation agreement between XJTU and Politecnico di Milano', signedOn: ceremony, parties: ['xjtu', 'milano'],
    notes: 'The two sides agree to establish the joint school of industrial design and the innovation center, in alignment with the masterplan and principles of the Western China Science and Technology Innovation Harbor, and to facilitate industrial-academia-research transfer on the basis of joint talent education.' },
  { key: 'pusan', from: 'uansr', kind: 'enterprise', title: 'Three-party agreement of XJTU, Pusan National University and LGE', signedOn: ceremony, parties: ['xjtu', 'pusan', 'lge'],
    notes: 'To promote collaboration with business entities.' },
  { key: 'medical', from: 'uansr', kind: 'agreement', title: 'Medical collaboration agreement', signedOn: ceremony, fields: ['0912'], parties: ['xjtu-health', 'nust', 'chiang-mai'],
    notes: 'On talent education, joint research, and prevalent issues of public health, epidemic control, medical big data and medical policy reform.' },
]

/** Named among those that signed, without a word on what each of them signed. */
const others: [key: string, name: string][] = [
  ['liverpool', 'University of Liverpool'], ['torino', 'University of Torino'], ['unsw', 'University of New South Wales'], ['tampere', 'Tampere University of Technology'],
  ['bauman', 'Bauman Moscow State Technical University'], ['farabi', 'Al-Farabi Kazakh National University'], ['iuit', 'International University of Innovation Technologies'],
  ['kazatc', 'Kazakh Academy of Transport and Communications named after M. Tynyshpayev'], ['tajik', 'Tajik National University for Research and Sciences'], ['polyu', 'Hong Kong Polytechnic University'],
]
const signed = ([key, name]: [string, string]): Agreed => ({
  key: `uansr-${key}`, from: 'uansr', kind: 'agreement', title: `Cooperation agreement between XJTU and ${name}`, signedOn: ceremony, parties: ['xjtu', key],
  notes: 'Over 20 membership universities signed 17 memoranda and various agreements with XJTU that day. This university is named among them; whether it signed a memorandum or an agreement is not stated.',
})

export const agreements: Agreed[] = [memorandum, ...named, ...others.map(signed)]
