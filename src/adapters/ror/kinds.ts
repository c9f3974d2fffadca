// ROR's ten types and what a name says become our kinds.
import type { Kind } from '#domains/organisations/model.ts'

/** ROR calls everything that teaches `education`; the name says which sort, in its own language. An academy (科学院) is no college (学院). */
const teaching: [Kind, RegExp][] = [
  ['vocational-college', /vocational|technical college|polytechnic college|college of technology|职业|職業|技术学院|技工|профессиональн|техникум|колледж|berufs/iu],
  ['university', /universi|universz|uniwers|univerz|egyetem|ülikool|yliopisto|háskól|ollscoil|prifysgol|大学|大學|대학교|университет|університет|універс|универзитет|جامع|دانشگاه|یونیورسٹی|üniversite|đại học|มหาวิทยาลัย|विश्वविद्यालय|বিশ্ববিদ্যালয়|πανεπιστήμιο|אוניברסיט|institute of technology|համալսարան|უნივერსიტეტი/iu],
  ['faculty', /^faculty of|^faculté|^fakultät|факультет/iu],
  ['college', /college|colleg|collège|colegio|colégio|(?<![科])[学學]院|کالج/iu],
  ['school', /school|schule|école|escola|escuela|scuola|skola|skole|szkoł|школ|中学|小学|高校|学校|اسکول/iu],
  ['institute', /institut|instytut|институт|研究所|研究院/iu],
]
const plain: Record<string, Kind> = { healthcare: 'hospital', facility: 'institute', company: 'company', government: 'agency', nonprofit: 'nonprofit', archive: 'archive', funder: 'agency' }
const order = ['education', 'healthcare', 'facility', 'company', 'government', 'nonprofit', 'archive', 'funder']

const ministry = /\bministry\b|\bministries\b|ministère|ministerio|ministério|ministero|ministerium|министерств|міністерств|وزارت|وزارة|部$/iu
const laboratory = /laborator|\blabs?\b|实验室|實驗室|лаборатор|لیبارٹری/iu
const network = /\bnetwork\b|alliance|consortium|federation|association of|\bunion of\b|联盟|聯盟|协会|альянс|ассоциац|союз|réseau|netzwerk/iu

export function kindOf(types: string[], names: string[]): Kind {
  const type = order.find((known) => types.includes(known))
  const says = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (type === 'education') return teaching.find(([, pattern]) => says(pattern))?.[0] ?? 'university'
  if (type === 'facility' && says(laboratory)) return 'laboratory'
  if (type === 'government' && says(ministry)) return 'ministry'
  if (type === 'nonprofit' && says(network)) return 'network'
  return type ? plain[type]! : 'other'
}
