// The 48 indicators themselves, and how a number follows from what was tallied. Nothing is guessed: where the records do not tell, it is not known.
import type { Disaggregation, Feed, Indicator, IndicatorType, IndicatorUnit, Value } from './indicator-model.ts'

type Fed = Partial<Feed> & Pick<Feed, 'from' | 'count'>
const line = (code: string, unit: IndicatorUnit, type: IndicatorType, sources: string, from: Fed | string, by: Disaggregation[] = []): Indicator => ({
  code, unit, type, by, sources: sources.split(' '),
  feed: typeof from === 'string' ? null : { kinds: [], units: [], who: [], years: 1, ever: false, doi: false, firm: false, leastDays: 0, ...from }, unknown: typeof from === 'string' ? from : null,
})
const people: Disaggregation[] = ['side', 'sex', 'level', 'mode']
const students: Feed['who'] = ['students', 'masters', 'doctoral']

/** A string in place of a feed names what is not kept here yet. */
export const indicators: readonly Indicator[] = [
  line('GOV1', 'percent', 'output', 'SEED JICA', 'meetings'),
  line('GOV2', 'percent', 'outcome', 'CN-MK D', 'meetings'),
  line('GOV3', 'number', 'output', 'D', 'meetings'),
  line('GOV4', 'percent', 'output', 'D MONTANA', { from: 'agreements', count: 'active' }),
  line('GOV5', 'percent', 'output', 'D', 'meetings'),
  line('EXC1', 'persons', 'output', 'IMPI ACE', { from: 'activities', kinds: ['exchange'], count: 'participants', who: students }, people),
  line('EXC2', 'ratio', 'outcome', 'UNM TULSA', { from: 'activities', kinds: ['exchange'], count: 'balance', who: students, years: 3 }, ['side']),
  line('EXC3', 'persons', 'output', 'SEED UNM', { from: 'activities', kinds: ['exchange'], count: 'participants', who: ['staff'], leastDays: 5 }, people),
  line('EXC4', 'person-months', 'output', 'D', { from: 'activities', kinds: ['exchange'], count: 'person-months' }, ['side']),
  line('EXC5', 'percent', 'outcome', 'IMPI', 'enrolment', ['sex', 'level']),
  line('EXC6', 'percent', 'outcome', 'D', 'enrolment', ['level']),
  line('SUP1', 'persons', 'output', 'SEED SACLAY', { from: 'activities', kinds: ['supervision'], count: 'participants', who: ['doctoral'] }, people),
  line('SUP2', 'number', 'outcome', 'ACE', { from: 'activities', kinds: ['supervision'], units: ['theses'], count: 'amount' }, ['side', 'sex']),
  line('SUP3', 'percent', 'output', 'TERRA', { from: 'promises', kinds: ['supervision'], units: ['meetings'], count: 'share' }),
  line('SUP4', 'number', 'output', 'SEED', { from: 'activities', kinds: ['supervision'], count: 'participants', who: ['masters'] }, ['side', 'sex']),
  line('SEM1', 'events', 'output', 'SEED', { from: 'activities', kinds: ['seminar'], count: 'activities' }, ['mode']),
  line('SEM2', 'persons', 'output', 'HYBRID', { from: 'activities', kinds: ['seminar'], count: 'participants' }, people),
  line('SEM3', 'percent', 'outcome', 'HYBRID', 'registration', ['mode']),
  line('SEM4', 'score', 'outcome', 'EVAL', 'registration'),
  line('SEM5', 'organisations', 'output', 'SEED', { from: 'activities', kinds: ['seminar'], count: 'organisations' }),
  line('PUB1', 'items', 'output', 'UMR ACE', { from: 'activities', units: ['publications'], count: 'amount', doi: true }),
  line('PUB2', 'percent', 'outcome', 'UMR', 'all-outputs'),
  line('PUB3', 'items', 'outcome', 'UMR', { from: 'activities', units: ['publications'], count: 'amount', doi: true, firm: true }),
  line('PUB4', 'percent', 'outcome', 'UMR', 'outputs'),
  line('PUB5', 'items', 'output', 'LUB', 'outputs'),
  line('PAT1', 'families', 'output', 'SEED HEBCI', { from: 'activities', units: ['patents'], count: 'amount' }),
  line('PAT2', 'families', 'outcome', 'UMR HEBCI', 'outputs'),
  line('PAT3', 'families', 'outcome', 'UMR', { from: 'activities', units: ['patents'], count: 'amount', firm: true }),
  line('PAT4', 'number', 'outcome', 'HEBCI', 'money'),
  line('PRO1', 'programmes', 'output', 'IMPI SEED', { from: 'activities', units: ['programmes'], count: 'amount', ever: true }),
  line('PRO2', 'programmes', 'outcome', 'ACE', 'enrolment'),
  line('PRO3', 'persons', 'outcome', 'ACE UMR', 'enrolment', people),
  line('PRO4', 'courses', 'output', 'SEED', 'portal', people),
  line('TRN1', 'persons', 'output', 'ACE HEBCI', { from: 'activities', kinds: ['training'], count: 'participants' }, people),
  line('TRN2', 'persons', 'output', 'LUB', { from: 'activities', kinds: ['training'], count: 'participants', who: ['staff'] }, people),
  line('TRN3', 'number', 'output', 'LUB', 'registration', ['sex', 'level']),
  line('TRN4', 'percent', 'outcome', 'EQ5 INDIKIT', 'tracer', ['sex']),
  line('TRN5', 'persons', 'output', 'BRISC', 'competitions', people),
  line('TRN6', 'persons', 'output', 'ACE', 'internships', people),
  line('EQP1', 'percent', 'input', 'SEED JICA', { from: 'promises', kinds: ['resource'], units: ['items', 'milestone'], count: 'share', ever: true }),
  line('EQP2', 'percent', 'output', 'EQUIP', 'equipment'),
  line('EQP3', 'percent', 'outcome', 'EQUIP', 'equipment'),
  line('EQP4', 'percent', 'output', 'D', 'equipment'),
  line('ENT1', 'enterprises', 'output', 'LUB', { from: 'agreements', count: 'enterprises' }),
  line('ENT2', 'usd', 'outcome', 'HEBCI UMR', 'money'),
  line('ENT3', 'usd', 'outcome', 'ACE', 'money'),
  line('ENT4', 'number', 'outcome', 'SEED', 'outputs'),
  line('ENT5', 'number', 'outcome', 'UMR HEBCI', 'outputs'),
]

export const indicatorOf = (code: string): Indicator | undefined => indicators.find((one) => one.code === code)
/** GOV, EXC, SUP …: the groups in which they stand. */
export const groupOf = (code: string): string => code.slice(0, 3)

/** Who uses or defines them. Thresholds inside a counting rule (0.8–1.25, 50 %, 30 %, five days, 30 days) are Pamir's own proposals. */
export const sourceOf: Record<string, { name: string; url?: string }> = {
  ACE: { name: 'World Bank, Africa Higher Education Centers of Excellence, Operational Manual', url: 'https://ace.aau.org/operational-manual/' },
  BRISC: { name: 'BRICS Skills and Technology Innovation Competition, 2024 figures' },
  'CN-MK': { name: 'China–North Macedonia joint committee, protocol of a session' },
  D: { name: 'Derived by Pamir from the rules of joint committees' },
  EQ5: { name: 'EQAVET, indicator 5', url: 'https://www.eqavet.eu/EU-Quality-Assurance/For-VET-System/Building-your-System/Review/Indicators/Indicator-5' },
  EQUIP: { name: 'Utilisation of shared research equipment, Humanities and Social Sciences Communications, 2025', url: 'https://preview-www.nature.com/articles/s41599-025-05767-y' },
  EVAL: { name: 'Practice of training evaluation' },
  HEBCI: { name: 'HESA, Higher Education Business and Community Interaction survey', url: 'https://www.hesa.ac.uk/support/definitions/hebci' },
  HYBRID: { name: 'Eventdrive, key indicators of hybrid events', url: 'https://eventdrive.com/en/ressources/blog/hybrid-event-key-performance-indicators' },
  IMPI: { name: 'IMPI, Indicators for Mapping and Profiling Internationalisation', url: 'http://www.impi-project.eu/indicators-of-the-year' },
  INDIKIT: { name: 'IndiKit, employment of TVET graduates', url: 'https://whh.indikit.net/indicator/912-education-and-skills-development/4589-employment-of-tvet-graduates' },
  JICA: { name: 'JICA, project design matrix and joint coordinating committee' },
  LUB: { name: 'Luban Workshop, published figures', url: 'http://subsites.chinadaily.com.cn/tianjin/lubanws/2022-06/10/c_771346.htm' },
  MONTANA: { name: 'University of Montana, review of partnerships', url: 'http://www.umt.edu/global-engagement/partnerships-and-programs/partnerships/review-partnership.php' },
  SACLAY: { name: 'Université Paris-Saclay, cotutelle', url: 'https://www.universite-paris-saclay.fr/en/node/8618' },
  SEED: { name: 'Promises of the alliances that Pamir was begun for' },
  TERRA: { name: 'Terra-Med, supervision and co-tutelle', url: 'https://terra-med.euroregio.eu/supervision-and-co-tutelle' },
  TULSA: { name: 'University of Tulsa, questions for new partnerships' },
  UMR: { name: 'U-Multirank, methodology and indicators', url: 'https://www.umultirank.org/about/methodology/indicators/' },
  UNM: { name: 'University of New Mexico, stop-or-go self survey', url: 'https://global.unm.edu/international-agreements/stop-or-go-self-survey.html' },
}

type Sum = { confirmed: number; claimed: number }
/** What was found for one feed: each number once as confirmed, once as what is claimed besides. */
export type Tally = { activities: Sum; amount: Sum; inPerson: Sum; online: Sum; organisations: Sum; countries: Sum; women: Sum; unsaid: Sum; sent: Sum; target: number; inForce: number }
export const emptyTally = (): Tally => {
  const sum = () => ({ confirmed: 0, claimed: 0 })
  return { activities: sum(), amount: sum(), inPerson: sum(), online: sum(), organisations: sum(), countries: sum(), women: sum(), unsaid: sum(), sent: sum(), target: 0, inForce: 0 }
}

/** The number that follows from a tally. A share of nothing is not known, nor who came where nobody said so. `ofOne`: whether there is one side that sends. */
export function valueFrom(code: string, { count, who }: Pick<Feed, 'count' | 'who'>, tally: Tally, ofOne = false): Value {
  const said = (value: number | null, claimed: number | null, parts: [string, number][] = []): Value =>
    ({ code, value: rounded(value), claimed: rounded(claimed), parts: parts.map(([key, number]) => ({ key, value: rounded(number)! })), unknown: value === null ? 'nothing-due' : null })
  const both = (pick: (of: 'confirmed' | 'claimed') => number) => [pick('confirmed'), pick('claimed')] as const
  if (count === 'activities') return said(...both((of) => tally.activities[of]))
  const all = (of: 'confirmed' | 'claimed') => tally.inPerson[of] + tally.online[of]
  const some = (key: string, { confirmed }: Sum): [string, number][] => (confirmed > 0 ? [[key, confirmed]] : [])
  const ways = (): [string, number][] => [['out', tally.sent.confirmed], ['in', all('confirmed') - tally.sent.confirmed]]
  const unsaid = who.length > 0 ? some('unsaid', tally.unsaid) : []
  if (who.length > 0 && all('confirmed') + all('claimed') === 0 && tally.unsaid.confirmed + tally.unsaid.claimed > 0) return { ...said(null, null, unsaid), unknown: 'level' }
  if (count === 'participants') return said(...both(all), [['in-person', tally.inPerson.confirmed], ['online', tally.online.confirmed], ...some('women', tally.women), ...(who.length > 0 && ofOne ? ways() : []), ['events', tally.activities.confirmed], ...unsaid])
  if (count === 'balance') return ofOne ? said(ratioOf(tally.sent.confirmed, all('confirmed') - tally.sent.confirmed), null, [...ways(), ...unsaid]) : { ...said(null, null), unknown: 'one-side' }
  if (count === 'organisations') return said(tally.organisations.confirmed, tally.organisations.claimed, [['countries', tally.countries.confirmed]])
  if (count === 'share') return said(shareOf(tally.amount.confirmed, tally.target), shareOf(tally.amount.claimed, tally.target), [['done', tally.amount.confirmed], ['promised', tally.target]])
  if (count === 'active') return said(shareOf(tally.amount.confirmed, tally.inForce), shareOf(tally.amount.claimed, tally.inForce), [['active', tally.amount.confirmed], ['in-force', tally.inForce]])
  return said(...both((of) => tally.amount[of]))
}

const ratioOf = (out: number, back: number): number | null => (back > 0 ? out / back : null)
const shareOf = (part: number, whole: number): number | null => (whole > 0 ? (part / whole) * 100 : null)
const rounded = (number: number | null): number | null => (number === null ? null : Math.round(number * 100) / 100)
